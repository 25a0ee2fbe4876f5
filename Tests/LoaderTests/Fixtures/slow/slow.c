/* slow.c - an extension whose init hangs in some of its versions, and leaves a thread in another one. */
#include "postgres.h"

#include <pthread.h>
#include <unistd.h>

#include "fmgr.h"
#include "miscadmin.h"

#include "dynpgext.h"

PG_MODULE_MAGIC;
DYNPGEXT_MAGIC;

/* Stays. */
static void *
stay(void *argument)
{
	for (;;)
		pause();
	return NULL;
}

/* Goes at once. */
static void *
go(void *argument)
{
	return argument;
}

void
_Dynpgext_init(const dynpgext_handle *handle)
{
	pthread_t	thread;
	bool		leaves = strcmp(handle->version, "thread") == 0;

	while (strncmp(handle->version, "hang", 4) == 0)
		pause();
	if (pthread_create(&thread, NULL, leaves ? stay : go, NULL) != 0)
		elog(ERROR, "no thread");
	if (!leaves)
		(void) pthread_join(thread, NULL);
	if (MyProcPid == PostmasterPid)
		elog(LOG, "init of slow %s in the postmaster", handle->version);
}
