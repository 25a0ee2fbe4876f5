/*-------------------------------------------------------------------------
 *
 * crash.c
 *	  Keeps a worker that crashes the server from doing so for ever.
 *
 * A crash takes all shared memory with it, but the postmaster lives on and
 * remembers.  After the third crash within a minute extensions' workers wait
 * before they start; longer each time, until the server has run for a minute.
 *
 * Locking: none; this is the postmaster.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "utils/timestamp.h"

#include "crash.h"

/* So many crashes within this time are too many. */
#define CRASH_COUNT	3
#define CRASH_WINDOW_MS	60000

/* How long the workers then wait. */
#define FIRST_HOLD_S	10
#define LAST_HOLD_S	300

/* Moments of the last crashes, the latest first. */
static TimestampTz crashes[CRASH_COUNT];
static bool started = false;

/* The current wait, or 0, and its end. */
static int	hold_s = 0;
static TimestampTz hold_end = 0;

/* Is the moment less than the window ago? */
static bool
is_recent(TimestampTz moment, TimestampTz now)
{
	return moment != 0 && !TimestampDifferenceExceeds(moment, now, CRASH_WINDOW_MS);
}

/*
 * Called when shared memory is made, at the start and after each crash;
 * returns the moment until which no worker may start, or 0.
 */
TimestampTz
crash_hold(void)
{
	TimestampTz now = GetCurrentTimestamp();

	if (!started)
	{
		started = true;
		return 0;
	}
	memmove(&crashes[1], &crashes[0], (CRASH_COUNT - 1) * sizeof(TimestampTz));
	crashes[0] = now;
	if (hold_s > 0 && is_recent(hold_end, now))
		hold_s = Min(hold_s * 2, LAST_HOLD_S);
	else
		hold_s = is_recent(crashes[CRASH_COUNT - 1], now) ? FIRST_HOLD_S : 0;
	if (hold_s == 0)
		return 0;
	hold_end = TimestampTzPlusMilliseconds(now, hold_s * INT64CONST(1000));
	ereport(LOG,
			(errmsg("dynpgext starts no worker of an extension for %d s, because the server keeps crashing",
					hold_s),
			 errhint("If the log says that such a worker was terminated, list its extension in \"dynpgext.disable\".")));
	return hold_end;
}
