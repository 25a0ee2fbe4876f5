/* rev1.c - an extension for revision 1 of the interface. */
#define EXTENSION "rev1"
#define DYNPGEXT_REVISION 1
#include "postgres.h"

#include "dynpgext.h"

#include "../fixture.c"

PG_MODULE_MAGIC;
DYNPGEXT_MAGIC;

/* Counts the starts that the registering process was told of. */
static void
notice(BackgroundWorkerHandle *handle, void *data)
{
	Block	   *block = dynpgext_lookup_shmem(EXTENSION ":global");
	pid_t		pid;

	if (block != NULL && GetBackgroundWorkerPid(handle, &pid) == BGWH_STARTED &&
		(uintptr_t) data == 88)
	{
		block->registered_by = MyProcPid;
		pg_atomic_fetch_add_u32(&block->notices, 1);
	}
}

void
_Dynpgext_init(const dynpgext_handle *handle)
{
	BackgroundWorker worker;

	ask_blocks(handle);
	describe(&worker, "rev1 local", "fixture_local_main", handle);
	handle->register_bgworker(handle, &worker, NULL, NULL, DYNPGEXT_SCOPE_DATABASE_LOCAL);
	describe(&worker, "rev1 global", "fixture_global_main", handle);
	handle->register_bgworker(handle, &worker, notice, (void *) (uintptr_t) 88,
							  DYNPGEXT_SCOPE_GLOBAL | DYNPGEXT_REGISTER_BGWORKER_NOTIFY);
}

void
_Dynpgext_fini(const dynpgext_handle *handle)
{
	elog(LOG, "fini of %s %s", handle->name, handle->version);
}
