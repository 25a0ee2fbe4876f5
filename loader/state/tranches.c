/*-------------------------------------------------------------------------
 *
 * tranches.c
 *	  Numbers for the locks of extensions.
 *
 * The server never takes the number of a lock tranche back.  So a name has one
 * for the whole server and until it restarts, whichever process asks, however
 * often a block is made, and in however many databases.
 *
 * Since 19 the server has few of them.  The last ones are left to those who do
 * not ask here, and names that come later get the number of the loader's own
 * locks: they work as well, and only their name in pg_stat_activity is another.
 *
 * Locking: tables_lock.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "base/compat.h"
#include "base/guard.h"
#include "state/state.h"
#include "state/tranches.h"

/* How many numbers are left to others. */
#define TRANCHES_OF_OTHERS	32

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

/* Asks the server for a number; an ERROR if it has none. */
static void
ask_server(void *argument)
{
	TrancheRow *row = argument;

	row->number = LOADER_NEW_TRANCHE(row->name);
}

/* Gives a name its number; the caller holds tables_lock exclusively. */
static int
give_number(const char *name)
{
	TrancheRow *row = table_append(&loader_state->tranches);

	strlcpy(row->name, name, sizeof(row->name));
	row->number = loader_state->tables_lock->tranche;
	if (!loader_state->tranches_short)
	{
		char	   *problem = guard_call("lock tranche", ask_server, row);

		loader_state->tranches_short = problem != NULL ||
			LOADER_TRANCHES_LEFT(row->number) <= TRANCHES_OF_OTHERS;
		if (problem != NULL)
			pfree(problem);
	}
	return row->number;
}

/* The number of a name, given at the first call; see dynpgext.h. */
int
tranche_of(const char *name)
{
	bool		was_short;
	bool		is_short;
	int			number;

	if (!state_usable())
		elog(ERROR, "lock tranche \"%s\" was asked for where there can be none", name);
	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	was_short = loader_state->tranches_short;
	number = known_number(name);
	if (number == 0)
		number = give_number(name);
	is_short = loader_state->tranches_short;
	LWLockRelease(loader_state->tables_lock);
	if (is_short && !was_short)
		ereport(LOG,
				(errmsg("dynpgext leaves the last lock tranches of the server to others"),
				 errdetail("Until the server is restarted, locks of blocks that it has not seen before are shown under the loader's name.")));
	return number;
}
