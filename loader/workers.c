/*-------------------------------------------------------------------------
 *
 * workers.c
 *	  Which workers should run, and which do.
 *
 * The plan is a function of shared memory alone: facts and requests say
 * which workers are wanted, slots which ones run.  So a restarted supervisor
 * goes on where the last one stopped, and never doubles a worker.
 *
 * Locking: the caller of every function holds tables_lock exclusively, except
 * for worker_claim() and worker_unclaim(), which take it.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "access/xlog.h"

#include "dynpgext.h"
#include "module.h"
#include "runs.h"
#include "workers.h"

/* Pauses before a restart: doubling, and not above. */
#define FIRST_PAUSE_MS	1000
#define LAST_PAUSE_MS	60000

/* A worker that ran so long had a good start; the pauses begin anew. */
#define GOOD_RUN_MS	60000

/* A worker that found no slot is tried again after so long. */
#define NO_SLOT_PAUSE_MS	2000

/* A worker that was asked to stop is asked again after so long. */
#define STOP_AGAIN_MS	5000

/* The request that a worker follows from, or NULL. */
static SpecRow *
worker_spec(const WorkerRow *worker)
{
	SharedTable *specs = &loader_state->specs;

	for (uint32 i = 0; i < specs->count; i++)
	{
		SpecRow    *spec = table_row(specs, i);

		if (spec->number == worker->spec && module_key_equal(&spec->key, &worker->key))
			return spec;
	}
	return NULL;
}

/* Does the module still have a worker, wanted or not? */
bool
module_has_workers(const ModuleKey *key)
{
	SharedTable *workers = &loader_state->workers;

	for (uint32 i = 0; i < workers->count; i++)
	{
		if (module_key_equal(&((WorkerRow *) table_row(workers, i))->key, key))
			return true;
	}
	return false;
}

/* The worker of this request and database, or NULL. */
static WorkerRow *
find_worker(const SpecRow *spec, Oid database, Oid extension)
{
	SharedTable *workers = &loader_state->workers;

	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *row = table_row(workers, i);

		if (row->spec == spec->number && row->database == database &&
			row->extension == extension && module_key_equal(&row->key, &spec->key))
			return row;
	}
	return NULL;
}

/* Notes that the worker is wanted; enters it if it is new. */
static void
want_worker(const SpecRow *spec, Oid database, Oid extension)
{
	WorkerRow  *row = find_worker(spec, database, extension);

	if (row == NULL)
	{
		row = table_append(&loader_state->workers);
		row->key = spec->key;
		row->spec = spec->number;
		row->database = database;
		row->extension = extension;
		strlcpy(row->name, spec->asked.bgw_name, sizeof(row->name));
		row->late_start = spec->asked.bgw_start_time == BgWorkerStart_RecoveryFinished;
		row->run = -1;
	}
	row->wanted = true;
}

/* Notes every worker that one request wants. */
static void
want_workers(const SpecRow *spec)
{
	SharedTable *facts = &loader_state->facts;

	if (module_disabled(spec->key.name))
		return;
	for (uint32 i = 0; i < facts->count; i++)
	{
		FactRow    *fact = table_row(facts, i);

		if (!module_key_equal(&fact->key, &spec->key))
			continue;
		if (spec->flags & DYNPGEXT_SCOPE_DATABASE_LOCAL)
			want_worker(spec, fact->database, fact->extension);
		else
			want_worker(spec, InvalidOid, InvalidOid);
	}
}

/* The pause before a restart: doubled each time, and spread by a quarter. */
static int64
restart_pause_ms(int failures, int seed, TimestampTz now)
{
	int64		pause = LAST_PAUSE_MS;

	if (failures < 7)
		pause = Min(LAST_PAUSE_MS, (int64) FIRST_PAUSE_MS << (failures - 1));
	return pause + pause * ((now + seed * 37) % 100) / 400;
}

/* Takes note of a worker's exit. */
static void
reap_worker(WorkerRow *row, TimestampTz now)
{
	int			exit_code;
	bool		stop_asked;
	int			run = row->run;

	if (!run_reap(run, &exit_code, &stop_asked))
		return;
	row->run = -1;
	row->has_exited = true;
	row->last_exit = exit_code;
	row->next_start = now;
	if (stop_asked)
		return;
	if (exit_code == 0)
	{
		row->done = true;
		return;
	}
	if (TimestampDifferenceExceeds(row->started_at, now, GOOD_RUN_MS))
		row->failures = 0;
	row->failures++;
	row->next_start = TimestampTzPlusMilliseconds(now, restart_pause_ms(row->failures, run, now));
}

/* Does another version, or a forgotten one, run in the worker's place? */
static bool
old_one_runs(const WorkerRow *worker)
{
	SharedTable *workers = &loader_state->workers;

	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *other = table_row(workers, i);

		if (!other->wanted && other->run >= 0 && other->database == worker->database &&
			strcmp(other->key.name, worker->key.name) == 0)
			return true;
	}
	return false;
}

/* Why a worker cannot be started now. */
static Reason
hindrance(const WorkerRow *row, TimestampTz now)
{
	if (row->done)
		return REASON_DONE;
	if (loader_state->held_until > now)
		return REASON_CRASHES;
	if (old_one_runs(row))
		return REASON_OLD_VERSION;
	if (row->late_start && RecoveryInProgress())
		return REASON_RECOVERY;
	if (OidIsValid(row->database) && lease_covers(row->database))
		return REASON_LEASE;
	if (row->next_start > now)
		return row->reason == REASON_NO_SLOT ? REASON_NO_SLOT : REASON_BACKOFF;
	return REASON_NONE;
}

/* Asks a worker that is not wanted to leave, and again after a while. */
static void
stop_worker(WorkerRow *row, TimestampTz now)
{
	RunSlot		slot;

	run_look(row->run, &slot);
	if (slot.stop_asked && row->next_start > now)
		return;
	row->next_start = TimestampTzPlusMilliseconds(now, STOP_AGAIN_MS);
	run_stop(row->run);
}

/*
 * Brings the workers in line with facts and requests: enters new ones, asks
 * unwanted ones to leave, takes note of exits.  Starts none.
 */
void
workers_plan(TimestampTz now)
{
	SharedTable *workers = &loader_state->workers;
	SharedTable *specs = &loader_state->specs;

	for (uint32 i = 0; i < workers->count; i++)
		((WorkerRow *) table_row(workers, i))->wanted = false;
	for (uint32 i = 0; i < specs->count; i++)
		want_workers(table_row(specs, i));

	for (uint32 i = workers->count; i-- > 0;)
	{
		WorkerRow  *row = table_row(workers, i);

		if (row->run >= 0)
			reap_worker(row, now);
		if (row->run >= 0 && !row->wanted)
			stop_worker(row, now);
		if (row->run < 0 && !row->wanted)
			table_remove(workers, i);
	}
	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *row = table_row(workers, i);

		row->reason = row->run < 0 ? hindrance(row, now) : REASON_NONE;
	}
}

/* When the plan may change by the mere passing of time; 0: never. */
TimestampTz
workers_next_event(TimestampTz now)
{
	SharedTable *workers = &loader_state->workers;
	TimestampTz next = loader_state->held_until > now ? loader_state->held_until : 0;

	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *row = table_row(workers, i);

		if (row->next_start > now && (row->run < 0 || !row->wanted) &&
			(next == 0 || row->next_start < next))
			next = row->next_start;
	}
	return next;
}

/* A worker to be started now, of one module or of any; or NULL. */
WorkerRow *
worker_due(const ModuleKey *key, TimestampTz now)
{
	SharedTable *workers = &loader_state->workers;

	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *row = table_row(workers, i);

		if (row->wanted && row->run < 0 && hindrance(row, now) == REASON_NONE &&
			(key == NULL || module_key_equal(&row->key, key)))
			return row;
	}
	return NULL;
}

/*
 * Claims a slot for a worker of the module that is due, and says what it is;
 * false if none is.  Takes tables_lock.
 */
bool
worker_claim(const ModuleKey *key, Datum *token, int *number, BackgroundWorker *asked)
{
	TimestampTz now = GetCurrentTimestamp();
	WorkerRow  *worker;
	SpecRow    *spec;
	bool		claimed = false;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	worker = worker_due(key, now);
	spec = worker != NULL ? worker_spec(worker) : NULL;
	if (spec != NULL)
	{
		*asked = spec->asked;
		*number = spec->number;
		if (OidIsValid(worker->database))
			asked->bgw_main_arg = ObjectIdGetDatum(worker->database);
		worker->run = run_claim(worker, asked, token);
		worker->started_at = now;
		claimed = worker->run >= 0;
		if (claimed)
			worker->starts++;
	}
	LWLockRelease(loader_state->tables_lock);
	return claimed;
}

/* Takes back a claim: there is no worker slot.  Takes tables_lock. */
void
worker_unclaim(Datum token)
{
	SharedTable *workers = &loader_state->workers;
	int			run = (int) (DatumGetUInt64(token) >> 32);

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *row = table_row(workers, i);

		if (row->run != run)
			continue;
		row->run = -1;
		row->starts--;
		row->reason = REASON_NO_SLOT;
		row->next_start = TimestampTzPlusMilliseconds(GetCurrentTimestamp(), NO_SLOT_PAUSE_MS);
	}
	run_unclaim(token);
	LWLockRelease(loader_state->tables_lock);
}
