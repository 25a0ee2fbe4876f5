/*-------------------------------------------------------------------------
 *
 * leases.c
 *	  Leases, which keep workers away as long as a transaction runs.
 *
 * A process has one lease for each database and extension, however many
 * statements want it, and room for some.  Giving them up cannot fail.
 *
 * Locking: marks_lock, taken here; only lease_take() also takes tables_lock.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "miscadmin.h"

#include "state/leases.h"

/*
 * Is this lease among those of this process, or may it be added?  *held tells
 * the former; the caller holds marks_lock.
 */
static bool
lease_fits(Oid database, const char *extension, bool *held)
{
	int			own = 0;

	*held = false;
	for (int i = 0; i < loader_state->lease_count; i++)
	{
		const Lease *lease = &loader_state->leases[i];

		if (lease->pid != MyProcPid)
			continue;
		own++;
		*held |= lease->database == database && strcmp(lease->extension, extension) == 0;
	}
	return *held || own < LOADER_LEASES_EACH;
}

/*
 * Keeps the workers of an extension, or of all if it is "", away from a
 * database until released; false: this process has no lease left.
 * The outer lock tells that no worker is just being claimed for it.
 */
bool
lease_take(Oid database, const char *extension)
{
	bool		held;
	bool		fits;

	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
	fits = lease_fits(database, extension, &held);
	if (fits && !held)
	{
		Lease	   *lease = &loader_state->leases[loader_state->lease_count++];

		lease->pid = MyProcPid;
		lease->database = database;
		strlcpy(lease->extension, extension, sizeof(lease->extension));
	}
	LWLockRelease(loader_state->marks_lock);
	LWLockRelease(loader_state->tables_lock);
	return fits;
}

/* Gives up this process's leases. */
void
lease_release(void)
{
	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
	for (int i = loader_state->lease_count; i-- > 0;)
	{
		if (loader_state->leases[i].pid == MyProcPid)
			loader_state->leases[i] = loader_state->leases[--loader_state->lease_count];
	}
	LWLockRelease(loader_state->marks_lock);
	state_wake_supervisor();
}

/* Does it mean the extension? */
bool
lease_means(const char *leased, const char *extension)
{
	return leased[0] == '\0' || strcmp(leased, extension) == 0;
}

/* Must the workers of the extension stay away from the database? */
bool
lease_covers(Oid database, const char *extension)
{
	bool		covered = false;

	LWLockAcquire(loader_state->marks_lock, LW_SHARED);
	for (int i = 0; i < loader_state->lease_count; i++)
	{
		const Lease *lease = &loader_state->leases[i];

		covered |= lease->database == database && lease_means(lease->extension, extension);
	}
	LWLockRelease(loader_state->marks_lock);
	return covered;
}
