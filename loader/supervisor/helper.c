/*-------------------------------------------------------------------------
 *
 * helper.c
 *	  The scanners or the agent that the supervisor has under way.
 *
 * There is one agent, or some scanners, at a time: an agent registers workers
 * until no worker slot is left but its own, which the next scanner then gets.
 * More than one scanner is a matter of luck.  The end of each wakes the
 * supervisor.
 *
 * Locking: none; all of it belongs to the supervisor.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "miscadmin.h"

#include "base/process.h"
#include "base/steady.h"
#include "supervisor/helper.h"

/* A helper that could not be launched is tried again after so long. */
#define LAUNCH_PAUSE_MS	1000

/* A helper that is under way for so long is told to leave. */
#define HELPER_LIMIT_MS	30000

/* So many scanners at a time. */
#define HELPER_COUNT	4

/* A helper that is under way. */
typedef struct Helper
{
	BackgroundWorkerHandle *handle; /* NULL: none */
	Oid			database;		/* that a scanner reads, or invalid: an agent */
	TimestampTz limit;			/* when it is told to leave */
} Helper;

static Helper helpers[HELPER_COUNT];

/* No launch before. */
static TimestampTz next_launch = 0;

/* Has the log been told that there is no slot? */
static bool shortage_told = false;

/* Is a scanner under way in the database; or an agent, if it is invalid? */
bool
helper_works(Oid database)
{
	for (int i = 0; i < HELPER_COUNT; i++)
	{
		if (helpers[i].handle != NULL && helpers[i].database == database)
			return true;
	}
	return false;
}

/* Is any helper under way? */
bool
helpers_work(void)
{
	for (int i = 0; i < HELPER_COUNT; i++)
	{
		if (helpers[i].handle != NULL)
			return true;
	}
	return false;
}

/* Notes that there was no worker slot, which is no news beside other helpers. */
static void
report_shortage(void)
{
	if (helpers_work())
		return;
	next_launch = TimestampTzPlusMilliseconds(steady_now(), LAUNCH_PAUSE_MS);
	if (!shortage_told)
		ereport(LOG,
				(errcode(ERRCODE_CONFIGURATION_LIMIT_EXCEEDED),
				 errmsg("dynpgext finds no free background worker slot"),
				 errhint("Raise \"max_worker_processes\", on standbys first.")));
	shortage_told = true;
}

/* Launches a helper in a free place; false if there is no worker slot. */
static bool
launch(BackgroundWorker *worker, Oid database)
{
	for (int i = 0; i < HELPER_COUNT; i++)
	{
		Helper	   *helper = &helpers[i];

		if (helper->handle != NULL)
			continue;
		worker->bgw_notify_pid = MyProcPid;
		if (!RegisterDynamicBackgroundWorker(worker, &helper->handle))
		{
			helper->handle = NULL;
			report_shortage();
			return false;
		}
		helper->database = database;
		helper->limit = TimestampTzPlusMilliseconds(steady_now(), HELPER_LIMIT_MS);
		shortage_told = false;
		return true;
	}
	return false;
}

/* Launches a scanner; false if there is no worker slot. */
bool
helper_launch_scanner(Oid database)
{
	BackgroundWorker worker;

	process_describe(&worker, "dynpgext scanner", "dynpgext_scanner_main");
	worker.bgw_main_arg = ObjectIdGetDatum(database);
	return launch(&worker, database);
}

/* Launches the agent of a module; false if there is no worker slot. */
bool
helper_launch_agent(uint32 module)
{
	BackgroundWorker worker;

	process_describe(&worker, "dynpgext agent", "dynpgext_agent_main");
	worker.bgw_main_arg = UInt32GetDatum(module);
	return launch(&worker, InvalidOid);
}

/* Takes note of helpers that have left, and tells those that are late to. */
void
helpers_look(TimestampTz now)
{
	for (int i = 0; i < HELPER_COUNT; i++)
	{
		Helper	   *helper = &helpers[i];
		pid_t		pid;

		if (helper->handle == NULL)
			continue;
		if (GetBackgroundWorkerPid(helper->handle, &pid) == BGWH_STOPPED)
		{
			pfree(helper->handle);
			helper->handle = NULL;
		}
		else if (now >= helper->limit)
		{
			TerminateBackgroundWorker(helper->handle);
			helper->limit = TimestampTzPlusMilliseconds(now, HELPER_LIMIT_MS);
		}
	}
}

/* May a helper be launched?  Not soon after there was no slot. */
bool
helper_possible(TimestampTz now)
{
	bool		room = false;

	for (int i = 0; i < HELPER_COUNT; i++)
		room |= helpers[i].handle == NULL;
	return room && now >= next_launch && !helper_works(InvalidOid);
}

/* When something is to be done here; 0: nothing. */
TimestampTz
helper_next_event(TimestampTz now)
{
	TimestampTz next = next_launch > now ? next_launch : 0;

	for (int i = 0; i < HELPER_COUNT; i++)
	{
		if (helpers[i].handle != NULL && (next == 0 || helpers[i].limit < next))
			next = helpers[i].limit;
	}
	return next;
}
