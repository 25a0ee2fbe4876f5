/*-------------------------------------------------------------------------
 *
 * duties_hooks.c
 *	  What the hooks of the test case "duties" do.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "access/xact.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"
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

/* Tells when the server leaves recovery, and when a tick is far behind the time that it was due. */
void
duties_standby_run(duties_standby_context *context)
{
	static int	told = -1;

	if (told != context->in_recovery)
		ereport(LOG, (errmsg("standby in recovery: %d", context->in_recovery)));
	told = context->in_recovery;
	if (TimestampDifferenceExceeds(context->due, GetCurrentTimestamp(), 2000))
		ereport(LOG, (errmsg("standby is late")));
	work(duties_standby_takes);
}

void
duties_early_run(duties_early_context *context)
{
	if (context->tick == 0)
		ereport(LOG,
				(errmsg("early %d has %d and %s", context->instance, context->argument,
						context->extra)));
	if (duties_early_fails)
	{
		LWLockAcquire(AddinShmemInitLock, LW_EXCLUSIVE);
		ereport(ERROR, (errmsg("early fails under a lock")));
	}
	work(duties_early_takes);
}

void
duties_lonely_run(duties_lonely_context *context)
{
	ereport(LOG, (errmsg("lonely works")));
}

/*
 * Finds them in one transaction, and rebuilds each in those that it takes. Those that a REINDEX CONCURRENTLY of somebody
 * else is making (clean's) are not for it: two on one table are a deadlock.
 */
void
duties_rebuild_run(duties_rebuild_context *context)
{
	MemoryContext memory = CurrentMemoryContext;
	List	   *commands = NIL;
	ListCell   *cell;

	StartTransactionCommand();
	SPI_connect();
	PushActiveSnapshot(GetTransactionSnapshot());
	if (SPI_execute("SELECT format('REINDEX INDEX CONCURRENTLY %s', indexrelid::regclass) FROM pg_index "
					"WHERE NOT indisvalid AND indexrelid::regclass::text !~ '_cc(new|old)[0-9]*$'",
					true, 0) < 0)
		elog(ERROR, "cannot look for invalid indexes");
	MemoryContextSwitchTo(memory);
	for (uint64 i = 0; i < SPI_processed; i++)
		commands = lappend(commands, pstrdup(SPI_getvalue(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 1)));
	SPI_finish();
	PopActiveSnapshot();
	CommitTransactionCommand();
	MemoryContextSwitchTo(memory);

	foreach(cell, commands)
		duties_execute(lfirst(cell));
	duties_execute("SET default_transaction_isolation = 'repeatable read'");
	duties_execute("SELECT step('session_plan')");
}
