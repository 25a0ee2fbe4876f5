/*-------------------------------------------------------------------------
 *
 * helper.c
 *	  The scanner or agent that the supervisor has under way.
 *
 * There is one at a time, because it uses the worker slot that is always left
 * free.  Its end wakes the supervisor.
 *
 * Locking: none; all of it belongs to the supervisor.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/timestamp.h"

#include "helper.h"
#include "process.h"

/* A helper that could not be launched is tried again after so long. */
#define LAUNCH_PAUSE_MS	1000

/* A helper that is under way for so long is told to leave. */
#define HELPER_LIMIT_MS	30000

/* The helper that is under way, and when it is told to leave. */
static BackgroundWorkerHandle *helper = NULL;
static TimestampTz helper_limit = 0;

/* No launch before. */
static TimestampTz next_launch = 0;

/* Has the log been told that there is no slot? */
static bool shortage_told = false;

/* What all processes of the loader have in common. */
void
process_describe(BackgroundWorker *worker, const char *name, const char *function)
{
	memset(worker, 0, sizeof(*worker));
	strlcpy(worker->bgw_name, name, sizeof(worker->bgw_name));
	strlcpy(worker->bgw_type, name, sizeof(worker->bgw_type));
	strlcpy(worker->bgw_library_name, "dynpgext", sizeof(worker->bgw_library_name));
	strlcpy(worker->bgw_function_name, function, sizeof(worker->bgw_function_name));
	worker->bgw_flags = BGWORKER_SHMEM_ACCESS | BGWORKER_BACKEND_DATABASE_CONNECTION;
	worker->bgw_start_time = BgWorkerStart_ConsistentState;
	worker->bgw_restart_time = BGW_NEVER_RESTART;
}

/* Launches a scanner or an agent; false if there is no slot. */
bool
helper_launch(const char *name, const char *function, Datum argument)
{
	BackgroundWorker worker;

	process_describe(&worker, name, function);
	worker.bgw_main_arg = argument;
	worker.bgw_notify_pid = MyProcPid;
	if (RegisterDynamicBackgroundWorker(&worker, &helper))
	{
		helper_limit = TimestampTzPlusMilliseconds(GetCurrentTimestamp(), HELPER_LIMIT_MS);
		shortage_told = false;
		return true;
	}
	helper = NULL;
	next_launch = TimestampTzPlusMilliseconds(GetCurrentTimestamp(), LAUNCH_PAUSE_MS);
	if (!shortage_told)
		ereport(LOG,
				(errcode(ERRCODE_CONFIGURATION_LIMIT_EXCEEDED),
				 errmsg("dynpgext finds no free background worker slot"),
				 errhint("Raise \"max_worker_processes\", on standbys first.")));
	shortage_told = true;
	return false;
}

/*
 * May a helper be launched now?  Not while one is under way, which is told to
 * leave if it is late, and not soon after there was no slot.
 */
bool
helper_possible(TimestampTz now)
{
	pid_t		pid;

	if (helper == NULL)
		return now >= next_launch;
	if (GetBackgroundWorkerPid(helper, &pid) != BGWH_STOPPED)
	{
		if (now >= helper_limit)
		{
			TerminateBackgroundWorker(helper);
			helper_limit = TimestampTzPlusMilliseconds(now, HELPER_LIMIT_MS);
		}
		return false;
	}
	pfree(helper);
	helper = NULL;
	return now >= next_launch;
}

/* When something is to be done here; 0: nothing. */
TimestampTz
helper_next_event(TimestampTz now)
{
	if (helper != NULL)
		return helper_limit;
	return next_launch > now ? next_launch : 0;
}
