/*-------------------------------------------------------------------------
 *
 * facts.c
 *	  What the catalogs said when they were last read.
 *
 * The supervisor keeps the list of databases, a scanner publishes the
 * extensions of one of them.  All else follows: which modules are known,
 * which workers are wanted, which blocks may go.
 *
 * Locking: every function takes tables_lock itself, but those that end with
 * "the caller holds tables_lock".
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "blocks.h"
#include "facts.h"
#include "modules.h"
#include "owners.h"
#include "pauses.h"

/* A database's row, or NULL; the caller holds tables_lock. */
DatabaseRow *
database_row(Oid oid)
{
	SharedTable *databases = &loader_state->databases;

	for (uint32 i = 0; i < databases->count; i++)
	{
		DatabaseRow *row = table_row(databases, i);

		if (row->oid == oid)
			return row;
	}
	return NULL;
}

/* Does any database have this version?  The caller holds tables_lock. */
bool
facts_have_module(const ModuleKey *key)
{
	SharedTable *facts = &loader_state->facts;

	for (uint32 i = 0; i < facts->count; i++)
	{
		if (module_key_equal(&((FactRow *) table_row(facts, i))->key, key))
			return true;
	}
	return false;
}

/*
 * Does the database, or any if it is invalid, have another version of the
 * extension?  The caller holds tables_lock.
 */
bool
facts_have_other_version(const ModuleKey *key, Oid database)
{
	SharedTable *facts = &loader_state->facts;

	for (uint32 i = 0; i < facts->count; i++)
	{
		FactRow    *fact = table_row(facts, i);

		if (strcmp(fact->key.name, key->name) == 0 && !module_key_equal(&fact->key, key) &&
			(!OidIsValid(database) || fact->database == database))
			return true;
	}
	return false;
}

/*
 * Is the extension, in any version, in the database, under this OID; or in
 * any database if there is none?  The caller holds tables_lock.
 */
bool
facts_have_extension(const char *name, Oid database, Oid extension)
{
	SharedTable *facts = &loader_state->facts;

	for (uint32 i = 0; i < facts->count; i++)
	{
		FactRow    *fact = table_row(facts, i);

		if (strcmp(fact->key.name, name) == 0 &&
			(!OidIsValid(database) ||
			 (fact->database == database && fact->extension == extension)))
			return true;
	}
	return false;
}

/* The extensions of a database as last published; of all if it is invalid. */
List *
shared_extensions(Oid database)
{
	List	   *seen = NIL;
	uint32		count;
	FactRow    *facts;
	Size		width = loader_state->facts.width;

	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
	facts = table_copy(&loader_state->facts, &count);
	LWLockRelease(loader_state->tables_lock);
	for (uint32 i = 0; i < count; i++)
	{
		FactRow    *fact = (FactRow *) ((char *) facts + i * width);
		ExtensionSeen *extension;

		if (OidIsValid(database) && fact->database != database)
			continue;
		extension = palloc0(sizeof(ExtensionSeen));
		extension->key = fact->key;
		extension->oid = fact->extension;
		seen = lappend(seen, extension);
	}
	return seen;
}

/*
 * Does another database, or the very same extension, keep what a removed fact
 * stood for?  An extension that was created anew does not.
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

/* Has the very same extension another version than a removed fact said? */
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
 * Forgets the extensions of a database among the first so many facts, because
 * of what was read after the clock showed this time; the caller holds
 * tables_lock.  New facts are there already.
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

/* Moves the clock on, before a catalog is read. */
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
 * Brings the table of databases in line with pg_database, read after the
 * clock showed this time.  A database that went, or is not followed any more,
 * loses its facts; a new one is dirty.
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
 * Publishes what a scan found.  An older scan than the last published one
 * says nothing.
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
