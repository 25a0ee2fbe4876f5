/*-------------------------------------------------------------------------
 *
 * publish.c
 *	  Enters what the catalogs say, and what follows from it.
 *
 * The supervisor publishes the list of databases, a scanner the extensions of one
 * of them.  What an extension leaves behind goes at once: its blocks, and its
 * module when the last database has lost it.
 *
 * Locking: every function takes tables_lock itself, unless its comment says that
 * the caller holds it.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "state/catalog.h"
#include "state/facts.h"
#include "state/modules.h"
#include "state/orphans.h"
#include "state/owners.h"
#include "state/pauses.h"
#include "state/publish.h"

/*
 * Is there another fact of the same extension name, or version, in another
 * database, or of the very same extension?  One that was dropped and created
 * again has another OID and does not count.
 */
static bool
lives_on(const FactRow *gone, bool in_this_version)
{
	SharedTable *facts = &loader_state->facts;

	for (uint32 i = 0; i < facts->count; i++)
	{
		FactRow    *fact = table_row(facts, i);

		if (strcmp(fact->key.name, gone->key.name) == 0 &&
			(!in_this_version || module_key_equal(&fact->key, &gone->key)) &&
			(fact->database != gone->database || fact->extension == gone->extension))
			return true;
	}
	return false;
}

/* Does the very same extension now have another version than the removed fact? */
static bool
was_updated(const FactRow *gone)
{
	SharedTable *facts = &loader_state->facts;

	for (uint32 i = 0; i < facts->count; i++)
	{
		FactRow    *fact = table_row(facts, i);

		if (fact->database == gone->database && fact->extension == gone->extension)
			return !module_key_equal(&fact->key, &gone->key);
	}
	return false;
}

/*
 * Removes the facts of a database among the first facts of the table; new ones
 * have been added behind them.  "clock" is the time before the catalog was read.
 * The caller holds tables_lock.
 */
static void
remove_facts(Oid database, uint32 among, uint64 clock)
{
	SharedTable *facts = &loader_state->facts;

	for (uint32 i = among; i-- > 0;)
	{
		FactRow		gone = *(FactRow *) table_row(facts, i);

		if (gone.database != database)
			continue;
		table_remove(facts, i);
		/* who has found a block of the old version looks again */
		if (was_updated(&gone))
			loader_state->generation++;
		if (!lives_on(&gone, true))
			module_end(&gone.key);
		if (!lives_on(&gone, false))
			blocks_end(gone.key.name, clock);
	}
}

/* The list's entry for a database, or NULL. */
static DatabaseRow *
listed_database(List *databases, Oid oid)
{
	ListCell   *cell;

	foreach(cell, databases)
	{
		if (((DatabaseRow *) lfirst(cell))->oid == oid)
			return lfirst(cell);
	}
	return NULL;
}

/* Advances the clock, before a catalog is read. */
uint64
facts_tick(void)
{
	uint64		clock;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	clock = ++loader_state->clock;
	LWLockRelease(loader_state->tables_lock);
	return clock;
}

/*
 * Updates the table of databases with what was read from pg_database.  "clock" is
 * the time before that.  The facts of a database that was dropped, or is no longer
 * followed, are removed; a new database is dirty.
 */
void
databases_sync(List *listed, uint64 clock)
{
	SharedTable *databases = &loader_state->databases;
	ListCell   *cell;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	for (uint32 i = databases->count; i-- > 0;)
	{
		DatabaseRow *row = table_row(databases, i);

		if (listed_database(listed, row->oid) == NULL)
		{
			remove_facts(row->oid, loader_state->facts.count, clock);
			pauses_forget(row->oid);
			table_remove(databases, i);
		}
	}
	foreach(cell, listed)
	{
		DatabaseRow *now = lfirst(cell);
		DatabaseRow *row = database_row(now->oid);

		if (row == NULL)
		{
			row = table_append(databases);
			*row = *now;
			row->dirty = true;
		}
		else if (row->skipped != REASON_NONE && now->skipped == REASON_NONE)
			row->dirty = true;
		strlcpy(row->name, now->name, sizeof(row->name));
		row->skipped = now->skipped;
		if (row->skipped != REASON_NONE)
		{
			row->dirty = false;
			remove_facts(row->oid, loader_state->facts.count, clock);
		}
	}
	loader_state->databases_read = clock;
	blocks_collect();
	LWLockRelease(loader_state->tables_lock);
}

/* Announces a scan that is about to take its snapshot; returns its clock. */
uint64
facts_begin_scan(Oid database)
{
	uint64		clock;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	clock = ++loader_state->clock;
	blocks_before_scan(database);
	LWLockRelease(loader_state->tables_lock);
	return clock;
}

/*
 * Was the extension, the very same, among the first so many facts of the
 * database?  The caller holds tables_lock.
 */
static bool
was_known(Oid database, const ExtensionSeen *seen, uint32 among)
{
	for (uint32 i = 0; i < among; i++)
	{
		FactRow    *fact = table_row(&loader_state->facts, i);

		if (fact->database == database && fact->extension == seen->oid &&
			module_key_equal(&fact->key, &seen->key))
			return true;
	}
	return false;
}

/*
 * Enters a module that was seen for the first time, or whose files changed.
 * One that has failed gets another chance with each extension that is created.
 */
static void
enter_module(ExtensionSeen *seen, bool created)
{
	int			index = module_index(&seen->key);
	ModuleRow  *row;

	if (index >= 0)
	{
		row = table_row(&loader_state->modules, (uint32) index);
		if (row->status == MODULE_READY || (row->status == MODULE_FAILED && !created))
			return;
		module_remove_specs(&seen->key);
	}
	else
	{
		row = table_append(&loader_state->modules);
		row->id = ++loader_state->last_module;
		row->key = seen->key;
	}
	row->status = seen->status;
	seen->is_news = seen->problem != NULL && strcmp(row->message, seen->problem) != 0;
	strlcpy(row->message, seen->problem ? seen->problem : "", sizeof(row->message));
}

/*
 * Publishes the result of a scan, unless a later scan was published before.
 */
void
facts_publish(Oid database, uint64 clock, List *extensions)
{
	DatabaseRow *row;
	ListCell   *cell;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	row = database_row(database);
	if (row != NULL && row->skipped == REASON_NONE && clock > row->scanned)
	{
		uint32		old_facts = loader_state->facts.count;

		/* what can fail comes first */
		foreach(cell, extensions)
		{
			ExtensionSeen *seen = lfirst(cell);
			FactRow    *fact = table_append(&loader_state->facts);

			fact->database = database;
			fact->extension = seen->oid;
			fact->key = seen->key;
			fact->owner = owner_first(database, seen->oid, seen->owner);
			enter_module(seen, !was_known(database, seen, old_facts));
		}
		remove_facts(database, old_facts, clock);
		row->scanning = false;
		row->failures = 0;
		row->scanned = clock;
		blocks_collect();
	}
	LWLockRelease(loader_state->tables_lock);
}
