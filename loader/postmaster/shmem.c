/*-------------------------------------------------------------------------
 *
 * shmem.c
 *	  The postmaster requests and creates shared memory.
 *
 * That happens when the server starts, and again after each crash: then the new
 * segment gets what crash.c has kept of the old one.
 *
 * Locking: AddinShmemInitLock.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "miscadmin.h"
#include "storage/ipc.h"
#include "storage/shmem.h"

#include "base/compat.h"
#include "postmaster/crash.h"
#include "postmaster/shmem.h"
#include "state/state.h"

#define LOCK_TRANCHE	"dynpgext"

#ifdef LOADER_HAS_REQUEST_HOOK
static shmem_request_hook_type previous_request_hook = NULL;
#endif
static shmem_startup_hook_type previous_startup_hook = NULL;

/* Requests the segment and its locks. */
static void
request_shmem(void)
{
#ifdef LOADER_HAS_REQUEST_HOOK
	if (previous_request_hook)
		previous_request_hook();
#endif
	RequestAddinShmemSpace(state_size());
	RequestNamedLWLockTranche(LOCK_TRANCHE, LOADER_LOCK_COUNT);
}

/* Called before the segment is freed; only the postmaster keeps anything of it. */
static void
leave_shmem(int code, Datum argument)
{
	if (!IsUnderPostmaster && loader_state != NULL)
		crash_remember(loader_state);
}

/* Creates the segment, again after each crash of the server. */
static void
startup_shmem(void)
{
	LoaderState *state;
	bool		found;

	if (previous_startup_hook)
		previous_startup_hook();

	loader_state = NULL;
	LWLockAcquire(AddinShmemInitLock, LW_EXCLUSIVE);
	state = ShmemInitStruct("dynpgext", state_size(), &found);
	if (!found)
	{
		state_initialize(state, GetNamedLWLockTranche(LOCK_TRANCHE));
		crash_recall(state);
	}
	LWLockRelease(AddinShmemInitLock);
	state_attach(state);
	if (IsPostmasterEnvironment)
		on_shmem_exit(leave_shmem, (Datum) 0);
}

/* Installs the hooks that do so; for _PG_init(). */
void
shmem_install(void)
{
#ifdef LOADER_HAS_REQUEST_HOOK
	previous_request_hook = shmem_request_hook;
	shmem_request_hook = request_shmem;
#else
	request_shmem();
#endif
	previous_startup_hook = shmem_startup_hook;
	shmem_startup_hook = startup_shmem;
}
