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

#include "state/catalog.h"
#include "state/facts.h"

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
