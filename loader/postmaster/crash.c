/*-------------------------------------------------------------------------
 *
 * crash.c
 *	  What the postmaster remembers over a crash of the server.
 *
 * A crash takes all shared memory with it, but the postmaster lives on.  It
 * keeps the pauses, and it keeps a worker that crashes the server from doing
 * so for ever: after the third crash within a minute extensions' workers wait
 * before they start; longer each time, until the server has run for a minute.
 * Those that ran at each of these crashes are suspects; see starts.c.
 *
 * The dying memory may hold anything: it is copied with fixed bounds, and
 * names are ended.
 *
 * Locking: none; this is the postmaster, and nobody else is left.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "lib/stringinfo.h"
#include "miscadmin.h"

#include "base/steady.h"
#include "postmaster/crash.h"

/* So many crashes within this time are too many. */
#define CRASH_COUNT	3
#define CRASH_WINDOW_MS	60000

/* How long the workers then wait. */
#define FIRST_HOLD_S	10
#define LAST_HOLD_S	300

/* So many suspects are named in the log. */
#define NAMED_SUSPECTS	20

/* Moments of the last crashes, the latest first. */
static TimestampTz crashes[CRASH_COUNT];
static bool started = false;

/* The current wait, or 0, and its end. */
static int	hold_s = 0;
static TimestampTz hold_end = 0;

/* Who ran at each of the last crashes, room for all; and what is paused. */
static Suspect *suspects = NULL;
static int	suspect_count = 0;
static Pause pauses[LOADER_MAX_PAUSES];

/* Is the moment less than the window ago? */
static bool
is_recent(TimestampTz moment, TimestampTz now)
{
	return moment != 0 && !TimestampDifferenceExceeds(moment, now, CRASH_WINDOW_MS);
}

/* Describes the worker of a slot. */
static Suspect
suspect_of(const RunSlot *slot)
{
	Suspect		suspect;

	memset(&suspect, 0, sizeof(suspect));
	suspect.database = slot->database;
	memcpy(suspect.extension, slot->key.name, sizeof(suspect.extension) - 1);
	memcpy(suspect.name, slot->asked.bgw_name, sizeof(suspect.name) - 1);
	return suspect;
}

/* The same worker? */
static bool
same_worker(const Suspect *a, const Suspect *b)
{
	return a->database == b->database && strcmp(a->extension, b->extension) == 0 &&
		strcmp(a->name, b->name) == 0;
}

/*
 * Did the slot's worker run when the server crashed?  Who leaves with another
 * code than 0 and 1 has crashed it.
 */
static bool
ran_at_crash(const RunSlot *slot)
{
	return slot->state == RUN_ALIVE || slot->exit_code < 0 || slot->exit_code > 1;
}

/* Did this worker run when the server crashed? */
static bool
suspect_ran(const Suspect *suspect, const LoaderState *dying)
{
	for (int i = 0; i < max_worker_processes; i++)
	{
		Suspect		other = suspect_of(&dying->runs[i]);

		if (ran_at_crash(&dying->runs[i]) && same_worker(suspect, &other))
			return true;
	}
	return false;
}

/* Suspects all who ran. */
static void
suspect_all(const LoaderState *dying)
{
	suspect_count = 0;
	for (int i = 0; i < max_worker_processes; i++)
	{
		if (ran_at_crash(&dying->runs[i]))
			suspects[suspect_count++] = suspect_of(&dying->runs[i]);
	}
}

/* Drops the suspicion against those who did not run this time. */
static void
clear_suspects(const LoaderState *dying)
{
	int			kept = 0;

	for (int i = 0; i < suspect_count; i++)
	{
		if (suspect_ran(&suspects[i], dying))
			suspects[kept++] = suspects[i];
	}
	suspect_count = kept;
}

/* Called before shared memory goes. */
void
crash_remember(const LoaderState *dying)
{
	TimestampTz now = steady_now();

	if (suspects == NULL)
		suspects = malloc(max_worker_processes * sizeof(Suspect));
	if (suspects == NULL)
		return;
	memcpy(pauses, dying->pauses, sizeof(pauses));
	for (int i = 0; i < LOADER_MAX_PAUSES; i++)
		pauses[i].extension[NAMEDATALEN - 1] = '\0';
	/* during the wait nobody ran, which acquits nobody */
	if (hold_end > now)
		return;
	if (is_recent(crashes[0], now) || (hold_s > 0 && is_recent(hold_end, now)))
		clear_suspects(dying);
	else
		suspect_all(dying);
}

/* Notes a crash; returns the time that the workers have to wait, or 0. */
static int
count_crash(TimestampTz now)
{
	memmove(&crashes[1], &crashes[0], (CRASH_COUNT - 1) * sizeof(TimestampTz));
	crashes[0] = now;
	if (hold_s > 0 && is_recent(hold_end, now))
		hold_s = Min(hold_s * 2, LAST_HOLD_S);
	else
		hold_s = is_recent(crashes[CRASH_COUNT - 1], now) ? FIRST_HOLD_S : 0;
	return hold_s;
}

/* Tells the log about the wait, and who is suspected. */
static void
report_hold(void)
{
	StringInfoData names;

	initStringInfo(&names);
	for (int i = 0; i < Min(suspect_count, NAMED_SUSPECTS); i++)
	{
		appendStringInfo(&names, "%s\"%s\" of extension \"%s\"", i == 0 ? "" : ", ",
						 suspects[i].name, suspects[i].extension);
		if (OidIsValid(suspects[i].database))
			appendStringInfo(&names, " in database %u", suspects[i].database);
	}
	if (suspect_count > NAMED_SUSPECTS)
		appendStringInfoString(&names, ", and others");
	ereport(LOG,
			(errmsg("dynpgext starts no worker of an extension for %d s, because the server keeps crashing",
					hold_s),
			 suspect_count > 0
			 ? errdetail("These workers ran at each crash, and will start last, one at a time: %s.",
						 names.data)
			 : errdetail("No worker of an extension ran at each crash."),
			 errhint("If one of them is to blame, list its extension in \"dynpgext.disable\".")));
	pfree(names.data);
}

/* Called when shared memory is made, at the start and after each crash. */
void
crash_recall(LoaderState *fresh)
{
	TimestampTz now = steady_now();

	if (!started)
	{
		started = true;
		return;
	}
	memcpy(fresh->pauses, pauses, sizeof(pauses));
	if (count_crash(now) == 0)
		return;
	hold_end = TimestampTzPlusMilliseconds(now, hold_s * INT64CONST(1000));
	fresh->held_until = hold_end;
	fresh->suspect_count = suspect_count;
	memcpy(fresh->suspects, suspects, suspect_count * sizeof(Suspect));
	report_hold();
}
