/*
 * header.c - what an extension writes with dynpgext.h; it must compile with
 * every warning, and export the interface whatever the visibility.
 */
#define DYNPGEXT_REVISION REVISION
#include "postgres.h"

#include "fmgr.h"

#include "dynpgext.h"

PG_MODULE_MAGIC;
DYNPGEXT_MAGIC;

void
_Dynpgext_init(const dynpgext_handle *handle)
{
	BackgroundWorker worker = {0};

	handle->allocate_shmem(handle, "block", 1, NULL, NULL, DYNPGEXT_ALLOCATE_SHMEM_DEFAULTS);
#if REVISION == 1
	handle->register_bgworker(handle, &worker, NULL, NULL, DYNPGEXT_REGISTER_BGWORKER_DEFAULTS);
#else
	handle->register_bgworker(handle, &worker, DYNPGEXT_REGISTER_BGWORKER_DEFAULTS);
#endif
	if (dynpgext_lookup_shmem != NULL && &dynpgext_generation != NULL)
		(void) dynpgext_lookup_shmem(*dynpgext_generation > 1 ? "block" : "other");
}
