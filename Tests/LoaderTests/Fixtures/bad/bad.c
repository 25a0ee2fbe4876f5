/* bad.c - an extension whose init goes wrong; its version says how. */
#include "postgres.h"

#include <unistd.h>

#include "fmgr.h"

#include "dynpgext.h"

PG_MODULE_MAGIC;
DYNPGEXT_MAGIC;

void
_Dynpgext_init(const dynpgext_handle *handle)
{
	const char *how = handle->version;

	if (strcmp(how, "error") == 0)
		elog(ERROR, "bad on purpose");
	if (strcmp(how, "hang") == 0)
		for (;;)
			;
	if (strcmp(how, "exit") == 0)
		exit(3);
	if (strcmp(how, "crash") == 0)
		abort();
	if (strcmp(how, "requests") == 0)
	{
		char		name[200];
		BackgroundWorker worker = {0};

		memset(name, 'x', sizeof(name) - 1);
		name[sizeof(name) - 1] = '\0';
		handle->allocate_shmem(handle, name, 10, NULL, NULL, 0);
		handle->allocate_shmem(handle, NULL, 10, NULL, NULL, 0);
		handle->allocate_shmem(handle, "bad:twice", 10, NULL, NULL, 0);
		handle->allocate_shmem(handle, "bad:twice", 11, NULL, NULL, 0);
		handle->allocate_shmem(handle, "rev1:global", 10, NULL, NULL, 0);
		handle->register_bgworker(handle, &worker, NULL, NULL, 0);
	}
}
