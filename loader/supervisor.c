/*-------------------------------------------------------------------------
 *
 * supervisor.c
 *	  The one process of the loader that stays: it compares and launches.
 *
 * Each round takes the hints, reads pg_database if it has to, plans, and
 * launches at most one helper: a scanner for a dirty database, or an agent
 * for a module that has something to do.  One at a time, because a helper
 * uses the worker slot that is always left free: an agent frees it when it
 * leaves.  No extension's code runs here.
 *
 * All that matters is in shared memory; the process may die and be restarted
 * at any point.  It is connected to no database, so it is in nobody's way.
 *
 * Locking: tables_lock around each step; none while waiting.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "access/xlog.h"
#include "libpq/pqsignal.h"
#include "miscadmin.h"
#include "postmaster/interrupt.h"
#include "storage/ipc.h"
#include "storage/latch.h"
#include "storage/proc.h"
#include "tcop/tcopprot.h"
#include "utils/memutils.h"

#include "compat.h"
#include "facts.h"
#include "process.h"
#include "settings.h"
#include "state.h"
#include "workers.h"

/* A helper that could not be launched is tried again after so long. */
#define LAUNCH_PAUSE_MS	1000

/* A scan that failed is tried again after so long, doubling. */
#define SCAN_PAUSE_MS	1000
#define LAST_SCAN_PAUSE_MS	60000

/* A helper that is under way for so long is told to leave. */
#define HELPER_LIMIT_MS	30000

/* The helper that is under way, and when it is told to leave. */
static BackgroundWorkerHandle *helper = NULL;
static TimestampTz helper_limit = 0;

/* When pg_database is read without a hint, and helpers may be launched. */
static TimestampTz next_check = 0;
static TimestampTz next_launch = 0;

/* Was anything read yet? */
static bool first_round = true;

/* Has the log been told that there is no slot? */
static bool shortage_told = false;

/* Was the server in recovery in the last round? */
static bool was_in_recovery = false;

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

/* Registers the supervisor; for _PG_init(). */
void
supervisor_register(void)
{
	BackgroundWorker worker;

	process_describe(&worker, "dynpgext supervisor", "dynpgext_supervisor_main");
	worker.bgw_restart_time = 1;
	RegisterBackgroundWorker(&worker);
}

/* Launches a scanner or an agent; false if there is no slot. */
static bool
launch(const char *name, const char *function, Datum argument)
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

/* Is a helper under way?  One that is late is told to leave. */
static bool
helper_busy(TimestampTz now)
{
	pid_t		pid;

	if (helper == NULL)
		return false;
	if (GetBackgroundWorkerPid(helper, &pid) != BGWH_STOPPED)
	{
		if (now >= helper_limit)
		{
			TerminateBackgroundWorker(helper);
			helper_limit = TimestampTzPlusMilliseconds(now, HELPER_LIMIT_MS);
		}
		return true;
	}
	pfree(helper);
	helper = NULL;
	return false;
}

/* Takes in the hints, and reads pg_database if that is due. */
static void
follow_catalogs(TimestampTz now)
{
	Marks		marks;
	bool		in_recovery = RecoveryInProgress();
	bool		check = now >= next_check ||
		next_check > TimestampTzPlusMilliseconds(now, setting_check_interval * INT64CONST(1000));

	marks_take(&marks);
	/* no hook fires during replay */
	if (first_round || (check && in_recovery) || in_recovery != was_in_recovery)
		marks.everything = true;
	first_round = false;
	was_in_recovery = in_recovery;
	if (check || marks.databases || marks.everything)
	{
		uint64		clock = facts_tick();

		databases_sync(catalog_databases(), clock);
		next_check = TimestampTzPlusMilliseconds(now, setting_check_interval * INT64CONST(1000));
	}
	if (marks.everything || marks.count > 0)
		databases_mark(&marks);
}

/* A scanner that left without a report has failed; under tables_lock. */
static void
note_failed_scans(TimestampTz now)
{
	SharedTable *databases = &loader_state->databases;

	for (uint32 i = 0; i < databases->count; i++)
	{
		DatabaseRow *row = table_row(databases, i);

		if (!row->scanning)
			continue;
		row->scanning = false;
		row->dirty = true;
		row->next_scan = TimestampTzPlusMilliseconds(now,
													 Min(LAST_SCAN_PAUSE_MS,
														 SCAN_PAUSE_MS << Min(row->failures, 6)));
		row->failures++;
	}
}

/* The database that is to be scanned now, or an invalid OID. */
static Oid
claim_dirty_database(TimestampTz now)
{
	SharedTable *databases = &loader_state->databases;
	Oid			claimed = InvalidOid;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	note_failed_scans(now);
	for (uint32 i = 0; i < databases->count && !OidIsValid(claimed); i++)
	{
		DatabaseRow *row = table_row(databases, i);

		if (!row->dirty || row->next_scan > now)
			continue;
		row->dirty = false;
		row->scanning = true;
		claimed = row->oid;
	}
	LWLockRelease(loader_state->tables_lock);
	return claimed;
}

/* Has a module something for an agent to do?  Under tables_lock. */
static bool
module_needs_agent(const ModuleRow *row, TimestampTz now)
{
	if (row->next_try > now)
		return false;
	if (!facts_have_module(&row->key))
		return row->status == MODULE_READY && !module_has_workers(&row->key);
	return row->status == MODULE_FOUND ||
		(row->status == MODULE_READY && worker_due(&row->key, now) != NULL);
}

/* Plans, and returns the id of a module that needs an agent, or 0. */
static uint32
plan(TimestampTz now)
{
	SharedTable *modules = &loader_state->modules;
	uint32		id = 0;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	workers_plan(now);
	for (uint32 i = modules->count; i-- > 0;)
	{
		ModuleRow  *row = table_row(modules, i);

		if (row->status != MODULE_READY && !facts_have_module(&row->key))
			module_remove(i);
		else if (module_needs_agent(row, now))
			id = row->id;
	}
	LWLockRelease(loader_state->tables_lock);
	return id;
}

/*
 * Keeps an agent that dies early from being launched again at once; one that
 * comes to its work takes the delay back.
 */
static void
defer_module(uint32 id, TimestampTz now)
{
	SharedTable *modules = &loader_state->modules;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	for (uint32 i = 0; i < modules->count; i++)
	{
		ModuleRow  *row = table_row(modules, i);

		if (row->id == id)
			row->next_try = TimestampTzPlusMilliseconds(now, LAUNCH_PAUSE_MS);
	}
	LWLockRelease(loader_state->tables_lock);
}

/* Launches the next helper, if there is work for one. */
static void
launch_helper(TimestampTz now)
{
	uint32		module;
	Oid			database;

	module = plan(now);
	if (helper_busy(now) || now < next_launch)
		return;
	database = claim_dirty_database(now);
	if (OidIsValid(database))
		(void) launch("dynpgext scanner", "dynpgext_scanner_main", ObjectIdGetDatum(database));
	else if (module != 0 && launch("dynpgext agent", "dynpgext_agent_main", UInt32GetDatum(module)))
		defer_module(module, now);
}

/* The earlier of two moments; 0 is none. */
static TimestampTz
earlier(TimestampTz a, TimestampTz b)
{
	if (a == 0 || b == 0)
		return a + b;
	return Min(a, b);
}

/* How long nothing can happen by itself. */
static long
pause_ms(TimestampTz now)
{
	TimestampTz next = next_check;
	SharedTable *databases = &loader_state->databases;
	SharedTable *modules = &loader_state->modules;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	next = earlier(next, workers_next_event(now));
	for (uint32 i = 0; i < databases->count; i++)
	{
		DatabaseRow *row = table_row(databases, i);

		if (row->dirty && helper == NULL)
			next = earlier(next, Max(row->next_scan, next_launch));
	}
	for (uint32 i = 0; i < modules->count; i++)
	{
		ModuleRow  *row = table_row(modules, i);

		if (row->next_try > now)
			next = earlier(next, row->next_try);
	}
	LWLockRelease(loader_state->tables_lock);
	if (next_launch > now)
		next = earlier(next, next_launch);
	if (helper != NULL)
		next = earlier(next, helper_limit);
	return next <= now ? 0 : (long) Min((next - now) / 1000 + 1, 60 * 60 * 1000);
}

/* Sessions need not wake a process that is gone. */
static void
forget_supervisor(int code, Datum argument)
{
	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
	if (loader_state->supervisor == MyProc)
		loader_state->supervisor = NULL;
	LWLockRelease(loader_state->marks_lock);
}

/* Makes this process the one that is woken. */
static void
announce_supervisor(void)
{
	before_shmem_exit(forget_supervisor, (Datum) 0);
	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
	loader_state->supervisor = MyProc;
	LWLockRelease(loader_state->marks_lock);
}

/* The supervisor's main function. */
void
dynpgext_supervisor_main(Datum argument)
{
	MemoryContext round_context;

	pqsignal(SIGHUP, SignalHandlerForConfigReload);
	pqsignal(SIGTERM, die);
	BackgroundWorkerUnblockSignals();
	BackgroundWorkerInitializeConnection(NULL, NULL, 0);
	announce_supervisor();
	was_in_recovery = RecoveryInProgress();

	round_context = AllocSetContextCreate(TopMemoryContext, "dynpgext round",
										  ALLOCSET_DEFAULT_SIZES);
	for (;;)
	{
		TimestampTz now = GetCurrentTimestamp();

		CHECK_FOR_INTERRUPTS();
		if (ConfigReloadPending)
		{
			ConfigReloadPending = false;
			ProcessConfigFile(PGC_SIGHUP);
		}
		MemoryContextSwitchTo(round_context);
		follow_catalogs(now);
		MemoryContextSwitchTo(TopMemoryContext);
		launch_helper(now);
		MemoryContextReset(round_context);

		(void) WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH,
						 pause_ms(GetCurrentTimestamp()), PG_WAIT_EXTENSION);
		ResetLatch(MyLatch);
	}
}
