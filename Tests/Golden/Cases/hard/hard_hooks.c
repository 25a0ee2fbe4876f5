/*-------------------------------------------------------------------------
 *
 * hard_hooks.c
 *	  Ticks that leave behind what they can.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "executor/spi.h"
#include "miscadmin.h"
#include "storage/fd.h"
#include "storage/lwlock.h"
#include "utils/hsearch.h"
#include "utils/inval.h"

#include "hard.h"

void
hard_tries_run(hard_tries_context *context)
{
	SPITupleTable *steps;
	uint64		count;

	SPI_connect();
	if (SPI_execute("SELECT step FROM plan", false, 0) < 0)
		elog(ERROR, "cannot read the plan");
	steps = SPI_tuptable;
	count = SPI_processed;
	for (uint64 i = 0; i < count; i++)
	{
		char	   *step = SPI_getvalue(steps->vals[i], steps->tupdesc, 1);

		if (strcmp(step, "say nothing") == 0)
			ereport(ERROR, (errcode(ERRCODE_DATA_EXCEPTION)));
		if (SPI_execute(step, false, 0) < 0)
			elog(ERROR, "cannot do \"%s\"", step);
	}
	SPI_finish();
}

/*
 * Outside of any transaction, so that nobody else closes what it has opened.
 */
void
hard_alone_run(hard_alone_context *context)
{
	static HTAB *table = NULL;
	HASH_SEQ_STATUS scan;

	if (table == NULL)
	{
		HASHCTL		control = {.keysize = sizeof(int), .entrysize = sizeof(int)};

		table = hash_create("alone", 1, &control, HASH_ELEM | HASH_BLOBS);
	}
	if (!hard_leaks)
		return;
	hash_seq_init(&scan, table);
	if (AllocateFile("/dev/null", "r") == NULL)
		elog(ERROR, "cannot open a file: %m");
	LWLockAcquire(AddinShmemInitLock, LW_EXCLUSIVE);
	elog(ERROR, "alone fails");
}

void
hard_told_run(hard_told_context *context)
{
	ereport(LOG,
			(errmsg("tick " UINT64_FORMAT " is told %d and \"%s\"", context->tick, context->argument,
					context->extra)));
}

static void
hear(Datum arg, Oid relation)
{
	static int	heard = 0;

	if (!OidIsValid(relation))
		ereport(LOG, (errmsg("idle forgets everything")));
	else if (++heard == 1000)
		ereport(LOG, (errmsg("idle has heard of 1000 relations")));
}

void
hard_idle_run(hard_idle_context *context)
{
	if (context->tick == 0)
		CacheRegisterRelcacheCallback(hear, (Datum) 0);
}
