/*-------------------------------------------------------------------------
 *
 * workers.c
 *	  Which workers should run, and which do.
 *
 * The plan is a function of shared memory alone: facts and requests say
 * which workers are wanted, slots which ones run.  So a restarted supervisor
 * goes on where the last one stopped, and never doubles a worker.
 *
 * Locking: the caller of every function holds tables_lock exclusively.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "base/settings.h"
#include "dynpgext.h"
#include "state/modules.h"
#include "state/pauses.h"
#include "state/runs.h"
#include "state/starts.h"
#include "state/workers.h"

/* Pauses before a restart: doubling, and not above. */
#define FIRST_PAUSE_MS	1000
#define LAST_PAUSE_MS	60000

/* A worker that ran so long had a good start; the pauses begin anew. */
#define GOOD_RUN_MS	60000

/* A worker that was asked to stop is asked again after so long. */
#define STOP_AGAIN_MS	5000

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

/* Does another version's worker run in the database, or in any if it is invalid? */
bool
workers_run_other_version(const ModuleKey *key, Oid database)
{
	SharedTable *workers = &loader_state->workers;

	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *row = table_row(workers, i);

		if (row->run >= 0 && (!OidIsValid(database) || row->database == database) &&
			strcmp(row->key.name, key->name) == 0 && !module_key_equal(&row->key, key))
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

/* Did the worker run at each of the last crashes? */
static bool
is_suspect(const WorkerRow *worker)
{
	for (int i = 0; i < loader_state->suspect_count; i++)
	{
		const Suspect *suspect = &loader_state->suspects[i];

		if (suspect->database == worker->database &&
			strcmp(suspect->extension, worker->key.name) == 0 &&
			strcmp(suspect->name, worker->name) == 0)
			return true;
	}
	return false;
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
		row->suspect = is_suspect(row);
		row->run = -1;
	}
	row->wanted = true;
}

/* Notes every worker that one request wants. */
static void
want_workers(const SpecRow *spec)
{
	SharedTable *facts = &loader_state->facts;

	if (extension_disabled(spec->key.name) || module_ended(&spec->key))
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
	RunSlot		last;
	int			run = row->run;

	if (!run_reap(run, &last))
		return;
	row->run = -1;
	row->has_exited = true;
	row->last_exit = last.exit_code;
	row->connected = last.connected;
	row->next_start = now;
	if (last.stop_asked)
	{
		row->away_at = loader_state->clock;
		return;
	}
	if (last.exit_code == 0)
	{
		row->done = true;
		return;
	}
	if (TimestampDifferenceExceeds(last.claimed_at, now, GOOD_RUN_MS))
		row->failures = 0;
	row->failures++;
	row->next_start = TimestampTzPlusMilliseconds(now, restart_pause_ms(row->failures, run, now));
}

/* May the worker stay where it runs? */
static bool
may_stay(const WorkerRow *row)
{
	return row->wanted && !pause_covers(row->database, row->key.name);
}

/* Asks a worker that may not stay to leave, and again after a while. */
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
 * those that may not stay to leave, takes note of exits.  Starts none.
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
		if (row->run >= 0 && !may_stay(row))
			stop_worker(row, now);
		if (row->run < 0 && !row->wanted)
			table_remove(workers, i);
	}
	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *row = table_row(workers, i);

		row->reason = row->run < 0 ? worker_hindrance(row, now) : REASON_NONE;
		if (row->reason == REASON_LEASE)
			row->away_at = loader_state->clock;
	}
}

/* When the plan may change by the mere passing of time; 0: never. */
TimestampTz
workers_next_event(TimestampTz now)
{
	SharedTable *workers = &loader_state->workers;
	TimestampTz next = Max(loader_state->held_until, loader_state->alone_until);

	if (next <= now)
		next = 0;

	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *row = table_row(workers, i);

		if (row->next_start > now && (row->run < 0 || !may_stay(row)) &&
			(next == 0 || row->next_start < next))
			next = row->next_start;
	}
	return next;
}

/*
 * Forgets the past of an extension's workers, so that they start at once, also
 * if they have finished; false if there is none.
 */
bool
workers_renew(Oid database, const char *extension)
{
	SharedTable *workers = &loader_state->workers;
	bool		found = false;

	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *row = table_row(workers, i);

		if (!row->wanted || row->database != database || strcmp(row->key.name, extension) != 0)
			continue;
		row->done = false;
		row->failures = 0;
		row->next_start = 0;
		found = true;
	}
	return found;
}
