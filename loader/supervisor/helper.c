/*-------------------------------------------------------------------------
 *
 * helper.c
 *	  The scanners, or the agent, that the supervisor has launched.
 *
 * Either one agent or some scanners run at a time.  An agent may register workers
 * until its own slot is the only one left; the next scanner gets that one.  More
 * than one scanner runs only if more slots are free.  The supervisor is notified
 * when a helper exits.
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

/* A helper that runs longer is terminated. */
#define HELPER_LIMIT_MS	30000

/* So many scanners at a time. */
#define HELPER_COUNT	4

/* A helper that is running. */
typedef struct Helper
{
	BackgroundWorkerHandle *handle; /* NULL: none */
	Oid			database;		/* that a scanner reads, or invalid: an agent */
	TimestampTz limit;			/* when it is told to leave */
} Helper;

static Helper helpers[HELPER_COUNT];

/* No launch before. */
static TimestampTz next_launch = 0;

/* Has the shortage of slots been logged? */
static bool shortage_told = false;

/* Is a scanner of the database running; or an agent, if it is invalid? */
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

/* Is any helper running? */
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

/* Logs that there was no worker slot, unless other helpers use them. */
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

/* Removes helpers that have exited, and terminates those that are late. */
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

/* May a helper be launched?  After a shortage of slots only after a pause. */
bool
helper_possible(TimestampTz now)
{
	bool		room = false;

	for (int i = 0; i < HELPER_COUNT; i++)
		room |= helpers[i].handle == NULL;
	return room && now >= next_launch && !helper_works(InvalidOid);
}

/* The time of the next event here; 0: none. */
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
