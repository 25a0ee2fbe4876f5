/* sized.c - an extension without workers, whose versions have blocks of one name and several sizes. */
#define EXTENSION "sized"
#define DYNPGEXT_REVISION 2
#include "postgres.h"

#include "dynpgext.h"

#include "../fixture.c"

PG_MODULE_MAGIC;
DYNPGEXT_MAGIC;

void
_Dynpgext_init(const dynpgext_handle *handle)
{
	Size		size = sizeof(Block) * pg_strtoint32(handle->version);

	ask_blocks(handle);
	handle->allocate_shmem(handle, "sized:everywhere", size, prepare,
						   (void *) (uintptr_t) 77, DYNPGEXT_SCOPE_GLOBAL);
	handle->allocate_shmem(handle, "sized:here", size, prepare,
						   (void *) (uintptr_t) 77, DYNPGEXT_SCOPE_DATABASE_LOCAL);
}

void
_Dynpgext_fini(const dynpgext_handle *handle)
{
	elog(LOG, "fini of %s %s", handle->name, handle->version);
}
