/*-------------------------------------------------------------------------
 *
 * counters_hooks.c
 *	  The C code of "counters" that is yours.
 *
 * dynpgext-gen wrote this file once and never touches it again.  counters.h
 * declares what you can use here.
 *
 *-------------------------------------------------------------------------
 */

#include "postgres.h"

#include "fmgr.h"
#include "utils/timestamp.h"

#include "counters.h"

PG_FUNCTION_INFO_V1(counters_hit);

/*
 * counters.hit(weight) counts a hit and returns the hits of this database.
 *
 * Atomic counters need no lock.  What must change together, here a weight
 * and its time, changes under the lock of its block.
 */
Datum
counters_hit(PG_FUNCTION_ARGS)
{
	int64		weight = PG_GETARG_INT64(0);
	TimestampTz now = GetCurrentTimestamp();
	counters_total *total = counters_total_attach();
	counters_hits *hits = counters_hits_lock(LW_EXCLUSIVE);

	hits->largest = Max(hits->largest, weight);
	hits->last_at = now;
	counters_hits_unlock(hits);

	pg_atomic_fetch_add_u64(&total->count, 1);
	PG_RETURN_INT64(pg_atomic_add_fetch_u64(&hits->count, 1));
}
