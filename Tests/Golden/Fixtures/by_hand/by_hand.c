/*-------------------------------------------------------------------------
 *
 * by_hand.c
 *	  A worker as a good extension has it, written by hand: what the generated
 *	  one of by_spec is measured against.
 *
 * A tick inserts a row, as the owner of the extension in a security-restricted
 * operation.  An ERROR in a tick does not end the worker, a cancel request that
 * finds nothing to cancel neither, and it leaves when its extension is gone or
 * has another version.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/indexing.h"
#include "catalog/pg_extension.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "libpq/pqsignal.h"
#include "miscadmin.h"
#include "pgstat.h"
#include "postmaster/bgworker.h"
#include "postmaster/interrupt.h"
#include "storage/condition_variable.h"
#include "storage/ipc.h"
#include "storage/latch.h"
#include "storage/lwlock.h"
#include "storage/proc.h"
#include "tcop/tcopprot.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/guc.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/timeout.h"
#include "utils/timestamp.h"

#include "dynpgext.h"

#define BLOCK "by_hand:state:1"

PG_MODULE_MAGIC;
DYNPGEXT_MAGIC;

extern PGDLLEXPORT void _PG_init(void);
extern PGDLLEXPORT void by_hand_main(Datum main_arg);

PG_FUNCTION_INFO_V1(by_hand_wake);

typedef struct shared_state
{
	LWLock		lock;
	pid_t		pid;			/* 0: no worker runs */
	Latch	   *latch;			/* the worker's */
	bool		woken;			/* somebody asks for a tick */
	int64		ticks;
	int64		errors;
} shared_state;

static int	interval = 3600000;
static bool wake_registered = false;
static bool wake_requested = false;

void
_PG_init(void)
{
	DefineCustomIntVariable("by_hand.interval", "Time between two ticks.", NULL, &interval,
							3600000, 1, INT_MAX, PGC_SIGHUP, GUC_UNIT_MS, NULL, NULL, NULL);
}

static void
init_state(void *memory, void *data)
{
	shared_state *state = memory;

	memset(state, 0, sizeof(*state));
	LWLockInitialize(&state->lock, LWLockNewTrancheId());
}

void
_Dynpgext_init(const dynpgext_handle *handle)
{
	BackgroundWorker worker;

	handle->allocate_shmem(handle, BLOCK, CACHELINEALIGN(sizeof(shared_state)), init_state, NULL,
						   DYNPGEXT_SCOPE_DATABASE_LOCAL);

	memset(&worker, 0, sizeof(worker));
	strlcpy(worker.bgw_name, "by_hand tick", sizeof(worker.bgw_name));
	strlcpy(worker.bgw_type, "by_hand tick", sizeof(worker.bgw_type));
	worker.bgw_flags = BGWORKER_SHMEM_ACCESS | BGWORKER_BACKEND_DATABASE_CONNECTION;
	worker.bgw_start_time = BgWorkerStart_RecoveryFinished;
	worker.bgw_restart_time = BGW_NEVER_RESTART;
	strlcpy(worker.bgw_function_name, "by_hand_main", sizeof(worker.bgw_function_name));
	strlcpy(worker.bgw_library_name, handle->library_name, sizeof(worker.bgw_library_name));
	handle->register_bgworker(handle, &worker, NULL, NULL, DYNPGEXT_SCOPE_DATABASE_LOCAL);
}

static shared_state *
attach(void)
{
	static shared_state *state = NULL;

	if (state == NULL)
		state = dynpgext_lookup_shmem(BLOCK);
	if (state == NULL)
		ereport(ERROR, (errmsg("shared memory of \"by_hand\" is not there")));
	LWLockRegisterTranche(state->lock.tranche, "by_hand");
	return state;
}

static void
leave(int code, Datum arg)
{
	shared_state *state = attach();

	LWLockReleaseAll();
	LWLockAcquire(&state->lock, LW_EXCLUSIVE);
	if (state->pid == MyProcPid)
	{
		state->pid = 0;
		state->latch = NULL;
	}
	LWLockRelease(&state->lock);
}

/* The owner of the extension; without the extension, in this version, the worker leaves. */
static Oid
extension_owner(void)
{
	Relation	relation = table_open(ExtensionRelationId, AccessShareLock);
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	tuple;
	bool		isnull;
	Oid			owner = InvalidOid;

	ScanKeyInit(&key, Anum_pg_extension_extname, BTEqualStrategyNumber, F_NAMEEQ,
				CStringGetDatum("by_hand"));
	scan = systable_beginscan(relation, ExtensionNameIndexId, true, NULL, 1, &key);
	tuple = systable_getnext(scan);
	if (HeapTupleIsValid(tuple) &&
		strcmp(TextDatumGetCString(heap_getattr(tuple, Anum_pg_extension_extversion,
												RelationGetDescr(relation), &isnull)),
			   "1.0") == 0)
		owner = ((Form_pg_extension) GETSTRUCT(tuple))->extowner;
	systable_endscan(scan);
	table_close(relation, AccessShareLock);
	if (!OidIsValid(owner))
		proc_exit(0);
	return owner;
}

static void
tick(void)
{
	static const char *const query = "INSERT INTO by_hand.stamps VALUES (clock_timestamp())";

	SetCurrentStatementStartTimestamp();
	StartTransactionCommand();
	PushActiveSnapshot(GetTransactionSnapshot());
	SetUserIdAndSecContext(extension_owner(), SECURITY_RESTRICTED_OPERATION);
	debug_query_string = query;
	pgstat_report_activity(STATE_RUNNING, query);
	SPI_connect();
	if (SPI_execute(query, false, 0) < 0)
		elog(ERROR, "SPI_execute failed");
	SPI_finish();
	PopActiveSnapshot();
	CommitTransactionCommand();
	SetUserIdAndSecContext(GetSessionUserId(), 0);
	debug_query_string = NULL;
	pgstat_report_stat(true);
}

/* The same steps as do_autovacuum() and AutoVacLauncherMain(). */
static bool
guarded_tick(MemoryContext memory)
{
	volatile bool ok = true;

	PG_TRY();
	{
		tick();
	}
	PG_CATCH();
	{
		HOLD_INTERRUPTS();
		disable_all_timeouts(false);
		QueryCancelPending = false;
		debug_query_string = NULL;
		EmitErrorReport();
		AbortOutOfAnyTransaction();
		LWLockReleaseAll();
		ConditionVariableCancelSleep();
		pgstat_report_wait_end();
		MemoryContextSwitchTo(memory);
		FlushErrorState();
		RESUME_INTERRUPTS();
		ok = false;
	}
	PG_END_TRY();

	MemoryContextSwitchTo(memory);
	MemoryContextReset(memory);
	pgstat_report_activity(STATE_IDLE, NULL);
	return ok;
}

static void
handle_interrupts(void)
{
	HOLD_CANCEL_INTERRUPTS();
	CHECK_FOR_INTERRUPTS();
	QueryCancelPending = false;
	RESUME_CANCEL_INTERRUPTS();

	if (ConfigReloadPending)
	{
		ConfigReloadPending = false;
		ProcessConfigFile(PGC_SIGHUP);
	}
}

static bool
take_wake(shared_state *state)
{
	bool		woken;

	LWLockAcquire(&state->lock, LW_EXCLUSIVE);
	woken = state->woken;
	state->woken = false;
	LWLockRelease(&state->lock);
	return woken;
}

static void
enter(shared_state *state)
{
	before_shmem_exit(leave, (Datum) 0);
	LWLockAcquire(&state->lock, LW_EXCLUSIVE);
	state->pid = MyProcPid;
	state->latch = MyLatch;
	LWLockRelease(&state->lock);
}

static void
settle(void)
{
	SetConfigOption("search_path", "", PGC_SUSET, PGC_S_OVERRIDE);
	SetConfigOption("statement_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
#if PG_VERSION_NUM >= 170000
	SetConfigOption("transaction_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
#endif
	SetConfigOption("lock_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
	SetConfigOption("idle_in_transaction_session_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
	SetConfigOption("default_transaction_isolation", "read committed", PGC_SUSET, PGC_S_OVERRIDE);
	SetConfigOption("application_name", MyBgworkerEntry->bgw_name, PGC_USERSET, PGC_S_OVERRIDE);
}

void
by_hand_main(Datum main_arg)
{
	MemoryContext memory;
	shared_state *state;
	TimestampTz next;
	int			failures = 0;

	pqsignal(SIGHUP, SignalHandlerForConfigReload);
	pqsignal(SIGTERM, die);
	BackgroundWorkerUnblockSignals();
	BackgroundWorkerInitializeConnectionByOid(DatumGetObjectId(main_arg), InvalidOid, 0);
	settle();

	state = attach();
	enter(state);
	memory = AllocSetContextCreate(TopMemoryContext, "tick", ALLOCSET_DEFAULT_SIZES);
	MemoryContextSwitchTo(memory);
	pgstat_report_activity(STATE_IDLE, NULL);

	next = GetCurrentTimestamp();
	for (;;)
	{
		TimestampTz now;
		bool		ok;

		handle_interrupts();

		now = GetCurrentTimestamp();
		if (failures == 0)
			next = Min(next, TimestampTzPlusMilliseconds(now, interval));
		if (now < next && !take_wake(state))
		{
			(void) WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH,
							 Max(1, TimestampDifferenceMilliseconds(now, next)), PG_WAIT_EXTENSION);
			ResetLatch(MyLatch);
			continue;
		}

		ok = guarded_tick(memory);

		LWLockAcquire(&state->lock, LW_EXCLUSIVE);
		state->ticks++;
		state->errors += ok ? 0 : 1;
		LWLockRelease(&state->lock);
		now = GetCurrentTimestamp();
		if (ok)
		{
			int64		step = interval * INT64CONST(1000);

			failures = 0;
			next += step;
			if (next <= now)
				next += ((now - next) / step + 1) * step;
		}
		else
			next = TimestampTzPlusMilliseconds(now, INT64CONST(1000) << Min(failures++, 6));
	}
}

/* A worker that woke up before the commit would not see what it was woken for. */
static void
wake_at_end(XactEvent event, void *arg)
{
	if (event == XACT_EVENT_COMMIT && wake_requested)
	{
		shared_state *state = attach();

		LWLockAcquire(&state->lock, LW_EXCLUSIVE);
		state->woken = true;
		if (state->latch != NULL)
			SetLatch(state->latch);
		LWLockRelease(&state->lock);
	}
	if (event == XACT_EVENT_COMMIT || event == XACT_EVENT_ABORT)
		wake_requested = false;
}

Datum
by_hand_wake(PG_FUNCTION_ARGS)
{
	if (!wake_registered)
		RegisterXactCallback(wake_at_end, NULL);
	wake_registered = true;
	(void) attach();
	wake_requested = true;
	PG_RETURN_VOID();
}
