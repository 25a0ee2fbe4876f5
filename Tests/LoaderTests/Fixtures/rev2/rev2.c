/* rev2.c - an extension for revision 2 of the interface. */
#define EXTENSION "rev2"
#define DYNPGEXT_REVISION 2
#include "postgres.h"

#include "dynpgext.h"

#include "../fixture.c"

PG_MODULE_MAGIC;
DYNPGEXT_MAGIC;

void
_Dynpgext_init(const dynpgext_handle *handle)
{
	BackgroundWorker worker;

	ask_blocks(handle);
	describe(&worker, "rev2 local", "fixture_local_main", handle);
	handle->register_bgworker(handle, &worker, DYNPGEXT_SCOPE_DATABASE_LOCAL);
	describe(&worker, "rev2 global", "fixture_global_main", handle);
	handle->register_bgworker(handle, &worker,
							  DYNPGEXT_SCOPE_GLOBAL | DYNPGEXT_REGISTER_BGWORKER_NOTIFY);
}

void
_Dynpgext_fini(const dynpgext_handle *handle)
{
	elog(LOG, "fini of %s %s", handle->name, handle->version);
}
