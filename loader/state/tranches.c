/*-------------------------------------------------------------------------
 *
 * tranches.c
 *	  Numbers for the locks of extensions.
 *
 * The server never takes the number of a lock tranche back.  So a name has one
 * for the whole server and until it restarts, whichever process asks, however
 * often a block is made, and in however many databases.
 *
 * Locking: tables_lock.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "base/compat.h"
#include "state/state.h"
#include "state/tranches.h"

/* The number of a name, or 0; the caller holds tables_lock. */
static int
known_number(const char *name)
{
	SharedTable *tranches = &loader_state->tranches;

	for (uint32 i = 0; i < tranches->count; i++)
	{
		TrancheRow *row = table_row(tranches, i);

		if (strncmp(row->name, name, sizeof(row->name) - 1) == 0)
			return row->number;
	}
	return 0;
}

/* The number of a name, given at the first call; see dynpgext.h. */
int
tranche_of(const char *name)
{
	int			number;

	if (!state_usable())
		elog(ERROR, "lock tranche \"%s\" was asked for where there can be none", name);
	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	number = known_number(name);
	if (number == 0)
	{
		TrancheRow *row = table_append(&loader_state->tranches);

		strlcpy(row->name, name, sizeof(row->name));
		row->number = number = LOADER_NEW_TRANCHE(name);
	}
	LWLockRelease(loader_state->tables_lock);
	return number;
}
