/* bad.c - an extension whose init goes wrong; its version says how. */
#include "postgres.h"

#include <pthread.h>
#include <unistd.h>

#include "fmgr.h"
#include "miscadmin.h"
#include "storage/ipc.h"
#include "storage/lwlock.h"
#include "utils/builtins.h"

#include "dynpgext.h"

PG_MODULE_MAGIC;
DYNPGEXT_MAGIC;

#define EXPORT	__attribute__((visibility("default")))

#define BLOCK_SIZE	100
#define MANY	600

/* More than any machine has. */
#define HUGE	((size_t) 1 << 45)

/* Leaves its memory dirty and raises, the first time in each process. */
static void
fail_first(void *memory, void *data)
{
	static bool failed = false;
	unsigned char *bytes = memory;

	for (int i = 0; i < BLOCK_SIZE; i++)
	{
		if (bytes[i] != 0)
			elog(WARNING, "dirty");
	}
	memset(memory, 0xff, BLOCK_SIZE);
	if (!failed)
	{
		failed = true;
		elog(ERROR, "callback on purpose");
	}
	bytes[0] = 42;
}

/* Looks itself up. */
static void
recurse(void *memory, void *data)
{
	*(char *) memory = dynpgext_lookup_shmem("bad:recursive") == NULL ? 43 : 44;
}

/* Ends the process. */
static void
leave(void *memory, void *data)
{
	exit(3);
}

/* Raises with the lock of the loader's tables, as what fails while it holds it. */
static void
fail_locked(void *memory, void *data)
{
	LWLockAcquire(&GetNamedLWLockTranche("dynpgext")->lock, LW_EXCLUSIVE);
	elog(ERROR, "locked on purpose");
}

PG_FUNCTION_INFO_V1(bad_look);

/* The first byte of a block, or NULL if there is no block. */
Datum
bad_look(PG_FUNCTION_ARGS)
{
	char	   *block = dynpgext_lookup_shmem(text_to_cstring(PG_GETARG_TEXT_PP(0)));

	if (block == NULL)
		PG_RETURN_NULL();
	if ((uintptr_t) block % 64 != 0)
		elog(ERROR, "not aligned");
	PG_RETURN_INT32(*block);
}

/* Asks for what goes wrong later. */
static void
ask_blocks(const dynpgext_handle *handle)
{
	handle->allocate_shmem(handle, "bad:fails", BLOCK_SIZE, fail_first, NULL, 0);
	handle->allocate_shmem(handle, "bad:recursive", 1, recurse, NULL, 0);
	handle->allocate_shmem(handle, "bad:locked", 1, fail_locked, NULL, 0);
	handle->allocate_shmem(handle, "bad:leaves", 1, leave, NULL, 0);
	handle->allocate_shmem(handle, "bad:huge", HUGE, NULL, NULL, 0);
	for (int i = 1; i <= MANY; i++)
	{
		char		name[30];

		snprintf(name, sizeof(name), "bad:many %d", i);
		handle->allocate_shmem(handle, name, 1, NULL, NULL, 0);
	}
}

EXPORT void bad_main(Datum argument);

/* A worker that leaves at once. */
void
bad_main(Datum argument)
{
	proc_exit(0);
}

/* Is told of the worker's start, and raises, or does not return, or ends the agent. */
static void
hear(BackgroundWorkerHandle *worker, void *data)
{
	const char *how = data;

	if (strcmp(how, "told") == 0)
		elog(ERROR, "told on purpose");
	while (strcmp(how, "waits") == 0)
	{
		CHECK_FOR_INTERRUPTS();
		pg_usleep(10000);
	}
	exit(3);
}

/* Keeps the standard streams from everybody else. */
static void *
hold_streams(void *argument)
{
	flockfile(stdout);
	flockfile(stderr);
	for (;;)
		pause();
	return NULL;
}

/* Is always somewhere where it must not be interrupted. */
static void
get_stuck(void)
{
	pthread_t	thread;

	(void) pthread_create(&thread, NULL, hold_streams, NULL);
	for (size_t size = 1;; size = size * 3 % 1000003)
		free(malloc(size));
}

/* Asks for the worker. */
static void
ask_worker(const dynpgext_handle *handle)
{
	BackgroundWorker worker = {0};

	strcpy(worker.bgw_name, "bad worker");
	strcpy(worker.bgw_function_name, "bad_main");
	worker.bgw_flags = BGWORKER_SHMEM_ACCESS;
	worker.bgw_start_time = BgWorkerStart_RecoveryFinished;
	handle->register_bgworker(handle, &worker, hear, handle->version, 0);
}

/* What goes wrong at the server's start is in early.c. */
bool
_Dynpgext_eager_preload(void)
{
	return false;
}

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
	if (strcmp(how, "blocks") == 0)
		ask_blocks(handle);
	if (strcmp(how, "told") == 0 || strcmp(how, "untold") == 0 || strcmp(how, "waits") == 0)
		ask_worker(handle);
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

void
_Dynpgext_fini(const dynpgext_handle *handle)
{
	if (strcmp(handle->version, "blocks") == 0)
		elog(ERROR, "fini on purpose");
	if (strcmp(handle->version, "told") == 0)
		exit(3);
	if (strcmp(handle->version, "stuck") == 0)
		get_stuck();
}
