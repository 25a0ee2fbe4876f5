/* early.c - an extension whose init runs while the server starts; its version says what it does there. */
#define EXTENSION "early"
#include "postgres.h"

#include "dynpgext.h"

#include "../fixture.c"

PG_MODULE_MAGIC;
DYNPGEXT_MAGIC;

void
_Dynpgext_init(const dynpgext_handle *handle)
{
	BackgroundWorker worker;

	/* not even "postgres -C" is silent about that */
	if (MyProcPid == PostmasterPid)
		fprintf(stderr, "init of early %s in the postmaster\n", handle->version);
	else
		elog(LOG, "init of early %s in a child", handle->version);
	if (strcmp(handle->version, "error") == 0)
		elog(ERROR, "early on purpose");
	if (strcmp(handle->version, "exit") == 0)
		exit(3);
	if (strcmp(handle->version, "crash") == 0)
		abort();
	if (strcmp(handle->version, "hang") == 0)
		for (;;)
			;
	if (dynpgext_lookup_shmem("early:global") != NULL)
		elog(LOG, "early has found a block where there is none");
	ask_blocks(handle);
	describe(&worker, "early local", "fixture_local_main", handle);
	handle->register_bgworker(handle, &worker, NULL, NULL, DYNPGEXT_SCOPE_DATABASE_LOCAL);
	describe(&worker, "early global", "fixture_global_main", handle);
	handle->register_bgworker(handle, &worker, NULL, NULL, DYNPGEXT_SCOPE_GLOBAL);
}
