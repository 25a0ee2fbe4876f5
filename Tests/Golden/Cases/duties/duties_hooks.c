/*-------------------------------------------------------------------------
 *
 * duties_hooks.c
 *	  What the hooks of the test case "duties" do.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/timestamp.h"

#include "duties.h"

/*
 * Work for so long, as far as interrupts allow.
 */
static void
work(long milliseconds)
{
	TimestampTz end = TimestampTzPlusMilliseconds(GetCurrentTimestamp(), milliseconds);

	while (GetCurrentTimestamp() < end)
	{
		CHECK_FOR_INTERRUPTS();
		pg_usleep(1000);
	}
}

void
duties_patient_run(duties_patient_context *context)
{
	work(duties_patient_takes);
	SPI_connect();
	if (SPI_execute("INSERT INTO done (what) VALUES ('patient')", false, 0) < 0)
		elog(ERROR, "cannot insert");
	SPI_finish();
}

void
duties_brief_run(duties_brief_context *context)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_EXCEPTION),
			 errmsg("brief fails in C, tick " UINT64_FORMAT, context->tick)));
}

/* Tells when the server leaves recovery. */
void
duties_standby_run(duties_standby_context *context)
{
	static int	told = -1;

	if (told != context->in_recovery)
		ereport(LOG, (errmsg("standby in recovery: %d", context->in_recovery)));
	told = context->in_recovery;
}

void
duties_early_run(duties_early_context *context)
{
	if (context->tick == 0)
		ereport(LOG,
				(errmsg("early %d has %d and %s", context->instance, context->argument,
						context->extra)));
	work(duties_early_takes);
}

void
duties_lonely_run(duties_lonely_context *context)
{
	ereport(LOG, (errmsg("lonely works")));
}
