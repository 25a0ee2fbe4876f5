/*-------------------------------------------------------------------------
 *
 * starts.c
 *	  Which workers may start now, and why the others may not.
 *
 * When the server has crashed repeatedly, the workers that ran at each crash are
 * suspects.  They start after all others, one at a time, so that the next crash
 * shows which of them is the cause.
 *
 * Locking: the caller holds tables_lock exclusively, except for
 * worker_claim() and worker_unclaim(), which take it.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "access/xlog.h"

#include "base/steady.h"
#include "state/facts.h"
#include "state/leases.h"
#include "state/pauses.h"
#include "state/runs.h"
#include "state/starts.h"

/* The pause of a worker for which there was no worker slot. */
#define NO_SLOT_PAUSE_MS	2000

/* The time between the starts of two suspects. */
#define PROBATION_MS	1000

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

/* Has everything been done that comes before the start of suspects? */
static bool
others_are_served(TimestampTz now)
{
	SharedTable *databases = &loader_state->databases;
	SharedTable *modules = &loader_state->modules;
	SharedTable *workers = &loader_state->workers;

	for (uint32 i = 0; i < databases->count; i++)
	{
		DatabaseRow *row = table_row(databases, i);

		if ((row->dirty || row->scanning) && row->failures == 0)
			return false;
	}
	for (uint32 i = 0; i < modules->count; i++)
	{
		if (((ModuleRow *) table_row(modules, i))->status == MODULE_FOUND)
			return false;
	}
	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *row = table_row(workers, i);

		if (!row->suspect && row->wanted && row->run < 0 &&
			worker_hindrance(row, now) == REASON_NONE)
			return false;
	}
	return true;
}

/*
 * Must its database be scanned before it starts again?  The statement that has
 * stopped it may have dropped the extension.
 */
static bool
is_unread(const WorkerRow *worker)
{
	DatabaseRow *row = OidIsValid(worker->database) ? database_row(worker->database) : NULL;

	return row != NULL && (row->dirty || row->scanning) && row->failures == 0 &&
		row->scanned <= worker->away_at;
}

/* Why a worker cannot be started now. */
Reason
worker_hindrance(const WorkerRow *row, TimestampTz now)
{
	if (row->done)
		return REASON_DONE;
	if (loader_state->held_until > now)
		return REASON_CRASHES;
	if (old_one_runs(row))
		return REASON_OLD_VERSION;
	if (row->late_start && RecoveryInProgress())
		return REASON_RECOVERY;
	if (pause_covers(row->database, row->key.name))
		return REASON_PAUSED;
	if ((OidIsValid(row->database) && lease_covers(row->database, row->key.name)) ||
		(OidIsValid(row->connected) && lease_covers(row->connected, row->key.name)))
		return REASON_LEASE;
	if (is_unread(row))
		return REASON_UNREAD;
	if (row->next_start > now)
		return row->reason == REASON_NO_SLOT ? REASON_NO_SLOT : REASON_BACKOFF;
	if (row->suspect && (loader_state->alone_until > now || !others_are_served(now)))
		return REASON_SUSPECT;
	return REASON_NONE;
}

/* A worker to be started now, of one module or of any; or NULL. */
WorkerRow *
worker_due(const ModuleKey *key, TimestampTz now)
{
	SharedTable *workers = &loader_state->workers;

	for (uint32 i = 0; i < workers->count; i++)
	{
		WorkerRow  *row = table_row(workers, i);

		if (row->wanted && row->run < 0 && worker_hindrance(row, now) == REASON_NONE &&
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
	TimestampTz now = steady_now();
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
		worker->started_at = GetCurrentTimestamp();
		claimed = worker->run >= 0;
		if (claimed)
			worker->starts++;
		if (claimed && worker->suspect)
			loader_state->alone_until = TimestampTzPlusMilliseconds(now, PROBATION_MS);
	}
	LWLockRelease(loader_state->tables_lock);
	return claimed;
}

/* Releases a claim, because there is no worker slot.  Takes tables_lock. */
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
		row->next_start = TimestampTzPlusMilliseconds(steady_now(), NO_SLOT_PAUSE_MS);
	}
	run_unclaim(token);
	LWLockRelease(loader_state->tables_lock);
}
