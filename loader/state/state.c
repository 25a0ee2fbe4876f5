/*-------------------------------------------------------------------------
 *
 * state.c
 *	  The main segment of shared memory: its layout, and hints for the supervisor.
 *
 * A fixed part holds what must be reachable where nothing may fail: slots of
 * running workers, marks, leases.  Behind it lies the beginning of an area
 * that grows, for the tables.
 *
 * Locking: see LoaderState.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "miscadmin.h"
#include "replication/walsender.h"
#include "storage/latch.h"
#include "storage/shmem.h"

#include "dynpgext.h"
#include "state/area.h"
#include "state/state.h"

/* The part of the area that lies in the main segment. */
#define AREA_SIZE	((Size) 256 * 1024)

LoaderState *loader_state = NULL;

static const uint64_t no_generation = 0;
const volatile uint64_t *dynpgext_generation = &no_generation;

/* Bytes before the suspects. */
static Size
suspects_offset(void)
{
	return MAXALIGN(add_size(offsetof(LoaderState, runs),
							 mul_size(max_worker_processes, sizeof(RunSlot))));
}

/* Bytes before the leases. */
static Size
leases_offset(void)
{
	return MAXALIGN(add_size(suspects_offset(),
							 mul_size(max_worker_processes, sizeof(Suspect))));
}

/* Bytes before the area. */
static Size
fixed_size(void)
{
	/* whoever may run a statement; MaxBackends is not known yet before 15 */
	Size		holders = add_size(add_size(MaxConnections, max_wal_senders),
								   max_worker_processes);

	return MAXALIGN(add_size(leases_offset(),
							 mul_size(mul_size(holders, LOADER_LEASES_EACH), sizeof(Lease))));
}

/* Bytes of the main segment. */
Size
state_size(void)
{
	return add_size(fixed_size(), AREA_SIZE);
}

/* Initializes a new segment, whose locks are these. */
void
state_initialize(LoaderState *state, LWLockPadded *locks)
{
	memset(state, 0, fixed_size());
	state->tables_lock = &locks[0].lock;
	state->runs_lock = &locks[1].lock;
	state->marks_lock = &locks[2].lock;
	table_setup(&state->databases, sizeof(DatabaseRow));
	table_setup(&state->facts, sizeof(FactRow));
	table_setup(&state->modules, sizeof(ModuleRow));
	table_setup(&state->specs, sizeof(SpecRow));
	table_setup(&state->workers, sizeof(WorkerRow));
	table_setup(&state->blocks, sizeof(BlockRow));
	table_setup(&state->tranches, sizeof(TrancheRow));
	state->clock = 1;
	state->generation = 1;
	state->marks.everything = true;
	state->run_count = max_worker_processes;
	state->suspects = (Suspect *) ((char *) state + suspects_offset());
	state->leases = (Lease *) ((char *) state + leases_offset());
	ConditionVariableInit(&state->block_ready);
	area_create((char *) state + fixed_size(), AREA_SIZE, locks[0].lock.tranche);
}

/* Makes the segment known to this process and its children. */
void
state_attach(LoaderState *state)
{
	loader_state = state;
	area_locate((char *) state + fixed_size());
	dynpgext_generation = &state->generation;
}

/* Is this a process that may use the tables?  The postmaster is not. */
bool
state_usable(void)
{
	return loader_state != NULL && MyProc != NULL &&
		(IsUnderPostmaster || !IsPostmasterEnvironment);
}

/* Raises an ERROR unless the loader was preloaded. */
void
state_require(void)
{
	if (!state_usable())
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("the Dynpgext loader is not running"),
				 errhint("Add \"dynpgext\" to \"shared_preload_libraries\" and restart the server.")));
}

/* Sets the latch of the supervisor; cannot fail. */
void
state_wake_supervisor(void)
{
	LWLockAcquire(loader_state->marks_lock, LW_SHARED);
	if (loader_state->supervisor != NULL)
		SetLatch(&loader_state->supervisor->procLatch);
	LWLockRelease(loader_state->marks_lock);
}

/* Is the database among the marks? */
static bool
marks_contain(const Marks *marks, Oid database)
{
	for (int i = 0; i < marks->count; i++)
	{
		if (marks->dirty[i] == database)
			return true;
	}
	return false;
}

/* Leaves hints for the supervisor and wakes it; cannot fail. */
void
marks_add(const Marks *marks)
{
	Marks	   *shared = &loader_state->marks;

	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
	shared->databases |= marks->databases;
	shared->everything |= marks->everything;
	for (int i = 0; i < marks->count; i++)
	{
		if (marks_contain(shared, marks->dirty[i]))
			continue;
		if (shared->count == LOADER_MAX_MARKS)
			shared->everything = true;
		else
			shared->dirty[shared->count++] = marks->dirty[i];
	}
	LWLockRelease(loader_state->marks_lock);
	state_wake_supervisor();
}

/* Takes all hints, and clears them. */
void
marks_take(Marks *marks)
{
	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
	*marks = loader_state->marks;
	memset(&loader_state->marks, 0, sizeof(Marks));
	LWLockRelease(loader_state->marks_lock);
}

/* A reason in words for the views, or NULL for none. */
const char *
reason_text(Reason reason)
{
	switch (reason)
	{
		case REASON_NONE:
			return NULL;
		case REASON_TEMPLATE:
			return "the database is a template";
		case REASON_NO_CONNECTIONS:
			return "the database takes no connections";
		case REASON_INVALID:
			return "the database is invalid";
		case REASON_SCAN_FAILED:
			return "the catalog could not be read, see the log";
		case REASON_DISABLED:
			return "the extension is listed in dynpgext.disable";
		case REASON_OLD_VERSION:
			return "another version still runs";
		case REASON_RECOVERY:
			return "starts at the end of recovery";
		case REASON_LEASE:
			return "a statement keeps it away until its transaction ends";
		case REASON_UNREAD:
			return "waits for what a statement has done to its extension";
		case REASON_PAUSED:
			return "paused by hand until dynpgext.resume()";
		case REASON_CRASHES:
			return "the server keeps crashing, see the log";
		case REASON_SUSPECT:
			return "ran at each crash of the server: starts last, and alone";
		case REASON_NO_SLOT:
			return "no free worker slot: raise max_worker_processes, on standbys first";
		case REASON_BACKOFF:
			return "waits to be restarted";
		case REASON_DONE:
			return "finished";
	}
	return NULL;
}

/* Same extension, same version? */
bool
module_key_equal(const ModuleKey *a, const ModuleKey *b)
{
	return strcmp(a->name, b->name) == 0 && strcmp(a->version, b->version) == 0;
}
