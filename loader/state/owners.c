/*-------------------------------------------------------------------------
 *
 * owners.c
 *	  Who owned an extension first.
 *
 * What its owner has planted behind an extension's objects stays when it is
 * given away, and then belongs to the next owner.  A worker that begins later
 * cannot see that in the catalogs, so the loader remembers who owned the
 * extension when it saw it first, until somebody accepts it as it is.
 *
 * Locking: tables_lock, taken here by owner_before(), and held by the callers of
 * the others.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "miscadmin.h"

#include "state/owners.h"
#include "state/state.h"

/*
 * The owner that the facts tell first for an extension; otherwise the other one,
 * also if an earlier one was accepted.
 */
Oid
owner_first(Oid database, Oid extension, Oid otherwise)
{
	SharedTable *facts = &loader_state->facts;

	for (uint32 i = 0; i < facts->count; i++)
	{
		FactRow    *fact = table_row(facts, i);

		if (fact->database == database && fact->extension == extension &&
			OidIsValid(fact->owner))
			return fact->owner;
	}
	return otherwise;
}

/* Takes the extension as it is; in all databases if none is given. */
void
owners_accept(Oid database, const char *extension)
{
	SharedTable *facts = &loader_state->facts;

	for (uint32 i = 0; i < facts->count; i++)
	{
		FactRow    *fact = table_row(facts, i);

		if ((!OidIsValid(database) || fact->database == database) &&
			strcmp(fact->key.name, extension) == 0)
			fact->owner = InvalidOid;
	}
}

/* The first owner of an extension of this database, or an invalid OID. */
Oid
owner_before(Oid extension)
{
	Oid			owner;

	if (!state_usable() || !OidIsValid(MyDatabaseId))
		return InvalidOid;
	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
	owner = owner_first(MyDatabaseId, extension, InvalidOid);
	LWLockRelease(loader_state->tables_lock);
	return owner;
}
