/*-------------------------------------------------------------------------
 *
 * pauses.c
 *	  Pauses of workers, which dynpgext.pause() enters.
 *
 * A pause names a database and an extension, whether that has it or not; so
 * a restore can begin with a pause.  The fixed array is what the postmaster
 * can carry over a crash.
 *
 * Locking: marks_lock, taken here.  Who enters a pause holds tables_lock, so
 * that no worker can be claimed in between.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "state/pauses.h"

/* The entry, or a free one for an empty name; the caller holds marks_lock. */
static Pause *
find_pause(Oid database, const char *extension)
{
	for (int i = 0; i < LOADER_MAX_PAUSES; i++)
	{
		Pause	   *pause = &loader_state->pauses[i];

		if (strcmp(pause->extension, extension) == 0 &&
			(extension[0] == '\0' || pause->database == database))
			return pause;
	}
	return NULL;
}

/* Enters a pause, if there is none yet; false: no room is left. */
bool
pause_enter(Oid database, const char *extension)
{
	Pause	   *pause;

	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
	pause = find_pause(database, extension);
	if (pause == NULL)
		pause = find_pause(InvalidOid, "");
	if (pause != NULL)
	{
		pause->database = database;
		strlcpy(pause->extension, extension, sizeof(pause->extension));
	}
	LWLockRelease(loader_state->marks_lock);
	return pause != NULL;
}

/* Ends a pause; false if there is none. */
bool
pause_leave(Oid database, const char *extension)
{
	Pause	   *pause;

	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
	pause = find_pause(database, extension);
	if (pause != NULL)
		memset(pause, 0, sizeof(Pause));
	LWLockRelease(loader_state->marks_lock);
	return pause != NULL;
}

/* Are the workers paused?  An invalid database means the global ones. */
bool
pause_covers(Oid database, const char *extension)
{
	bool		covered;

	LWLockAcquire(loader_state->marks_lock, LW_SHARED);
	covered = find_pause(database, extension) != NULL;
	LWLockRelease(loader_state->marks_lock);
	return covered;
}

/* Ends the pauses of a database that was dropped. */
void
pauses_forget(Oid database)
{
	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
	for (int i = 0; i < LOADER_MAX_PAUSES; i++)
	{
		if (loader_state->pauses[i].database == database)
			memset(&loader_state->pauses[i], 0, sizeof(Pause));
	}
	LWLockRelease(loader_state->marks_lock);
}
