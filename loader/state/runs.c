/*-------------------------------------------------------------------------
 *
 * runs.c
 *	  Slots of running workers.
 *
 * A worker can only run in one of max_worker_processes places, so the slots
 * are fixed and can be reached where nothing may fail: when a worker exits,
 * and in a backend's DROP DATABASE.  An agent claims a slot, the trampoline
 * brings it to life and records the end, the supervisor reaps it.
 *
 * A token is the slot's number and its incarnation in one Datum: a worker
 * that starts so late that its slot was given to another one notices.
 *
 * Locking: runs_lock, taken here.
 * Nothing here raises an ERROR.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include <signal.h>

#include "miscadmin.h"
#include "storage/procarray.h"

#include "base/steady.h"
#include "state/leases.h"
#include "state/runs.h"

/* A claim whose worker has not started after that is released. */
#define CLAIM_LIMIT_MS	(5 * 60 * 1000)

/* The slot of a token if it is still the same incarnation, or NULL. */
static RunSlot *
token_slot(Datum token)
{
	uint64		bits = DatumGetUInt64(token);
	uint32		index = (uint32) (bits >> 32);

	if (index >= (uint32) loader_state->run_count ||
		loader_state->runs[index].incarnation != (uint32) bits ||
		loader_state->runs[index].state == RUN_FREE)
		return NULL;
	return &loader_state->runs[index];
}

/* Claims a slot; -1 if all are taken. */
int
run_claim(const WorkerRow *worker, const BackgroundWorker *asked, Datum *token)
{
	int			claimed = -1;

	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
	for (int i = 0; i < loader_state->run_count && claimed < 0; i++)
	{
		RunSlot    *slot = &loader_state->runs[i];
		uint32		incarnation = slot->incarnation + 1;

		if (slot->state != RUN_FREE)
			continue;
		memset(slot, 0, sizeof(RunSlot));
		slot->state = RUN_CLAIMED;
		slot->incarnation = incarnation;
		slot->claimed_at = steady_now();
		slot->database = worker->database;
		slot->key = worker->key;
		slot->asked = *asked;
		*token = UInt64GetDatum(((uint64) i << 32) | incarnation);
		claimed = i;
	}
	LWLockRelease(loader_state->runs_lock);
	return claimed;
}

/* Gives back a slot whose worker was not registered. */
void
run_unclaim(Datum token)
{
	RunSlot    *slot;

	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
	slot = token_slot(token);
	if (slot != NULL && slot->state == RUN_CLAIMED)
		slot->state = RUN_FREE;
	LWLockRelease(loader_state->runs_lock);
}

/* Records that the worker has started; false if it should exit at once. */
bool
run_begin(Datum token, RunSlot *copy)
{
	RunSlot    *slot;
	bool		go = false;

	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
	slot = token_slot(token);
	if (slot != NULL && slot->state == RUN_CLAIMED)
	{
		go = !slot->stop_asked;
		slot->state = go ? RUN_ALIVE : RUN_EXITED;
		slot->pid = go ? MyProcPid : 0;
		*copy = *slot;
	}
	LWLockRelease(loader_state->runs_lock);
	return go;
}

/* Notes the end of the worker if its slot is in this state. */
static void
end_in(Datum token, RunState state, int exit_code)
{
	RunSlot    *slot;

	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
	slot = token_slot(token);
	if (slot != NULL && slot->state == state)
	{
		slot->state = RUN_EXITED;
		slot->pid = 0;
		slot->exit_code = exit_code;
	}
	LWLockRelease(loader_state->runs_lock);
	state_wake_supervisor();
}

/* Records the exit of the worker. */
void
run_end(Datum token, int exit_code)
{
	end_in(token, RUN_ALIVE, exit_code);
}

/* Records that the worker could not be started. */
void
run_never_came(Datum token)
{
	end_in(token, RUN_CLAIMED, 1);
}

/* Was the worker registered, and has not started yet? */
bool
run_expected(Datum token)
{
	RunSlot    *slot;
	bool		expected;

	LWLockAcquire(loader_state->runs_lock, LW_SHARED);
	slot = token_slot(token);
	expected = slot != NULL && slot->state == RUN_CLAIMED;
	LWLockRelease(loader_state->runs_lock);
	return expected;
}

/*
 * Has the loader stopped the worker?  The worker itself calls this, perhaps in a
 * signal handler; so it reads its own slot without the lock.
 */
bool
run_stop_asked(Datum token)
{
	const volatile RunSlot *slot = token_slot(token);

	return slot != NULL && slot->stop_asked;
}

/*
 * Frees the slot if its worker has exited, or has not started in time.  *last is
 * set to its last contents.
 */
bool
run_reap(int run, RunSlot *last)
{
	RunSlot    *slot = &loader_state->runs[run];
	bool		late;
	bool		over;

	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
	late = slot->state == RUN_CLAIMED &&
		TimestampDifferenceExceeds(slot->claimed_at, steady_now(), CLAIM_LIMIT_MS);
	over = slot->state == RUN_FREE || slot->state == RUN_EXITED || late;
	*last = *slot;
	if (slot->state != RUN_EXITED)
		last->exit_code = 1;
	if (over)
		slot->state = RUN_FREE;
	LWLockRelease(loader_state->runs_lock);
	return over;
}

/* Does a worker run in the slot, or is one about to start? */
static bool
is_taken(const RunSlot *slot)
{
	return slot->state == RUN_ALIVE || slot->state == RUN_CLAIMED;
}

/* Terminates the worker of a slot; the caller holds runs_lock. */
static void
stop_slot(RunSlot *slot)
{
	slot->stop_asked = true;
	if (slot->state == RUN_ALIVE && slot->pid > 0)
		(void) kill(slot->pid, SIGTERM);
}

/* Terminates the worker, again if that was done before. */
void
run_stop(int run)
{
	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
	if (is_taken(&loader_state->runs[run]))
		stop_slot(&loader_state->runs[run]);
	LWLockRelease(loader_state->runs_lock);
}

/*
 * Terminates the worker of a slot, unless that was done before; returns its pid
 * if it still runs, or 0.  The caller holds runs_lock.
 */
static int
send_away(RunSlot *slot)
{
	if (!slot->stop_asked)
		stop_slot(slot);
	return slot->state == RUN_ALIVE ? slot->pid : 0;
}

/*
 * Terminates the workers of an extension, in a database or global; returns the pid
 * of one that still runs, or 0.
 */
int
runs_stop(Oid database, const char *extension)
{
	int			remaining = 0;

	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
	for (int i = 0; i < loader_state->run_count; i++)
	{
		RunSlot    *slot = &loader_state->runs[i];

		if (is_taken(slot) && slot->database == database &&
			strcmp(slot->key.name, extension) == 0)
			remaining = Max(remaining, send_away(slot));
	}
	LWLockRelease(loader_state->runs_lock);
	return remaining;
}

/* A copy of a slot. */
void
run_look(int run, RunSlot *copy)
{
	LWLockAcquire(loader_state->runs_lock, LW_SHARED);
	*copy = loader_state->runs[run];
	LWLockRelease(loader_state->runs_lock);
}

/*
 * Terminates the workers of the extension, or of all if it is "", that are
 * connected to the database or belong to it; returns the pid of one that still
 * runs, or 0.
 */
int
lease_stop_workers(Oid database, const char *extension)
{
	int			remaining = 0;

	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
	for (int i = 0; i < loader_state->run_count; i++)
	{
		RunSlot    *slot = &loader_state->runs[i];
		PGPROC	   *proc;

		if (!is_taken(slot) || !lease_means(extension, slot->key.name))
			continue;
		proc = slot->pid > 0 ? BackendPidGetProc(slot->pid) : NULL;
		if (proc != NULL && proc->databaseId == database)
			slot->connected = database;
		if (slot->database == database || slot->connected == database)
			remaining = Max(remaining, send_away(slot));
	}
	LWLockRelease(loader_state->runs_lock);
	return remaining;
}
