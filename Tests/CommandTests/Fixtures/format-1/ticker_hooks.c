/*-------------------------------------------------------------------------
 *
 * ticker_hooks.c
 *	  The C code of "ticker" that is yours.
 *
 * dynpgext-gen wrote this file once and never touches it again.  ticker.h
 * declares what you can use here.
 *
 *-------------------------------------------------------------------------
 */

#include "postgres.h"

#include "utils/timestamp.h"

#include "ticker.h"

/*
 * Each database has a worker "tick": it counts in the memory of its own
 * database.  The view ticker.ticks shows the result.
 */
void
ticker_tick_run(ticker_tick_context *context)
{
	ticker_ticks *ticks = ticker_ticks_lock(LW_EXCLUSIVE);

	ticks->last_at = GetCurrentTimestamp();
	ticker_ticks_unlock(ticks);

	pg_atomic_fetch_add_u64(&ticks->count, 1);
}

/*
 * There is one worker "watch" for the whole server, without a database.
 */
void
ticker_watch_run(ticker_watch_context *context)
{
	ereport(LOG, (errmsg("watching, tick " UINT64_FORMAT, context->tick)));
}
