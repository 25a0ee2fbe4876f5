/*-------------------------------------------------------------------------
 *
 * supervisor.c
 *	  The main process of the loader: it plans, and launches the others.
 *
 * Each round takes the hints of sessions, reads pg_database if necessary, plans,
 * and launches helpers: scanners for dirty databases, or otherwise an agent for a
 * module that needs one.  No code of an extension runs here.
 *
 * Its state is in shared memory, so it may exit and be restarted at any point.  It
 * is not connected to a database, so it does not block DROP DATABASE and the like.
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
#include "utils/memutils.h"

#include "base/compat.h"
#include "base/process.h"
#include "base/settings.h"
#include "base/steady.h"
#include "state/catalog.h"
#include "state/facts.h"
#include "state/modules.h"
#include "state/publish.h"
#include "state/starts.h"
#include "state/state.h"
#include "state/workers.h"
#include "supervisor/helper.h"
#include "supervisor/scans.h"
#include "supervisor/supervisor.h"

/* An agent that dies early is launched again after so long. */
#define AGENT_PAUSE_MS	1000

/* How often to check whether recovery has ended, which wakes nobody. */
#define RECOVERY_LOOK_MS	1000

/* When pg_database is read without a hint. */
static TimestampTz next_check = 0;

/* Was there a hint to read it; and when that is done at the earliest. */
static bool databases_hinted = false;
static TimestampTz next_read = 0;

/* Was anything read yet? */
static bool first_round = true;

/* Was the server in recovery in the last round? */
static bool was_in_recovery = false;

/* Registers the supervisor; for _PG_init(). */
void
supervisor_register(void)
{
	BackgroundWorker worker;

	process_describe(&worker, "dynpgext supervisor", "dynpgext_supervisor_main");
	worker.bgw_restart_time = 1;
	RegisterBackgroundWorker(&worker);
}

/* Takes the hints, and reads pg_database if that is due. */
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
	databases_hinted |= marks.databases || marks.everything;
	if (check || (databases_hinted && now >= next_read))
	{
		uint64		clock = facts_tick();

		databases_sync(catalog_databases(), clock);
		databases_hinted = false;
		next_read = TimestampTzPlusMilliseconds(now, READ_REST_MS);
		next_check = TimestampTzPlusMilliseconds(now, setting_check_interval * INT64CONST(1000));
	}
	if (marks.everything || marks.count > 0)
		scans_mark(&marks, now);
}

/* Does a module need an agent?  The caller holds tables_lock. */
static bool
module_needs_agent(const ModuleRow *row, TimestampTz now)
{
	if (row->next_try > now)
		return false;
	if (extension_disabled(row->key.name))
		return false;
	if (row->ended || !facts_have_module(&row->key))
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

		if (!facts_have_module(&row->key) && !module_has_workers(&row->key) &&
			(row->status != MODULE_READY || extension_disabled(row->key.name)))
			module_remove(i);
		else if (module_needs_agent(row, now))
			id = row->id;
	}
	LWLockRelease(loader_state->tables_lock);
	return id;
}

/*
 * Delays the next agent of a module, in case that this one exits early.  An agent
 * that starts its work removes the delay.
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
			row->next_try = TimestampTzPlusMilliseconds(now, AGENT_PAUSE_MS);
	}
	LWLockRelease(loader_state->tables_lock);
}

/*
 * Launches scanners for dirty databases, or else an agent, if there is work.
 */
static void
launch_helpers(TimestampTz now)
{
	uint32		module;
	bool		scans = false;

	helpers_look(now);
	module = plan(now);
	while (helper_possible(now))
	{
		Oid			database = scan_claim(now);

		if (!OidIsValid(database))
			break;
		scans = true;
		if (!helper_launch_scanner(database))
		{
			scan_unclaim(database);
			break;
		}
	}
	if (!scans && module != 0 && !helpers_work() && helper_possible(now) &&
		helper_launch_agent(module))
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

/*
 * Milliseconds until the next event.  "now" is the time of the round: an event
 * that has become due since then is handled at once.
 */
static long
pause_ms(TimestampTz now)
{
	TimestampTz current = steady_now();
	TimestampTz next = next_check;
	SharedTable *modules = &loader_state->modules;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	next = earlier(next, workers_next_event(now));
	next = earlier(next, scans_next_event(now));
	for (uint32 i = 0; i < modules->count; i++)
	{
		ModuleRow  *row = table_row(modules, i);

		if (row->next_try > now)
			next = earlier(next, row->next_try);
	}
	LWLockRelease(loader_state->tables_lock);
	next = earlier(next, helper_next_event(now));
	if (databases_hinted)
		next = earlier(next, next_read);
	return next <= current ? 0 : (long) Min((next - current) / 1000 + 1, 60 * 60 * 1000);
}

/* Waits until somebody wakes us, time is up, or recovery has ended. */
static void
wait_for_work(long timeout)
{
	TimestampTz end = TimestampTzPlusMilliseconds(steady_now(), timeout);
	int			event = WL_TIMEOUT;

	while (timeout > 0 && event == WL_TIMEOUT && was_in_recovery == RecoveryInProgress())
	{
		event = WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH,
						  was_in_recovery ? Min(timeout, RECOVERY_LOOK_MS) : timeout,
						  PG_WAIT_EXTENSION);
		timeout = (long) ((end - steady_now()) / 1000);
	}
	ResetLatch(MyLatch);
}

/* At exit: sessions must not set the latch of this process any more. */
static void
forget_supervisor(int code, Datum argument)
{
	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
	if (loader_state->supervisor == MyProc)
		loader_state->supervisor = NULL;
	LWLockRelease(loader_state->marks_lock);
}

/* Enters this process as the supervisor, whose latch sessions set. */
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
	process_begin(InvalidOid);
	announce_supervisor();
	was_in_recovery = RecoveryInProgress();

	round_context = AllocSetContextCreate(TopMemoryContext, "dynpgext round",
										  ALLOCSET_DEFAULT_SIZES);
	for (;;)
	{
		TimestampTz now = steady_now();

		CHECK_FOR_INTERRUPTS();
		if (ConfigReloadPending)
		{
			ConfigReloadPending = false;
			ProcessConfigFile(PGC_SIGHUP);
		}
		MemoryContextSwitchTo(round_context);
		follow_catalogs(now);
		MemoryContextSwitchTo(TopMemoryContext);
		launch_helpers(now);
		MemoryContextReset(round_context);

		wait_for_work(pause_ms(now));
	}
}
