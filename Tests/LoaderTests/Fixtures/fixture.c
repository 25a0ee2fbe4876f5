/*
 * fixture.c - what the extensions of the loader's tests have in common.
 *
 * Included by each of them after its own header, with EXTENSION, a string,
 * defined.  Three blocks, two workers, and functions to look at them.
 */
#include "postgres.h"

#include "access/xact.h"
#include "fmgr.h"
#include "libpq/pqsignal.h"
#include "miscadmin.h"
#include "pgstat.h"
#include "port/atomics.h"
#include "postmaster/bgworker.h"
#include "postmaster/interrupt.h"
#include "storage/ipc.h"
#include "storage/latch.h"
#include "storage/proc.h"
#include "tcop/tcopprot.h"
#include "utils/builtins.h"
#include "utils/guc.h"

#define EXPORT	__attribute__((visibility("default")))

/* What each block holds. */
typedef struct Block
{
	uint32		made;			/* set to 77 by the callback */
	uint32		sum_before;		/* of all bytes that the callback found */
	pg_atomic_uint32 callbacks; /* how often the callback has run */
	pg_atomic_uint32 starts;	/* of the worker */
	pg_atomic_uint32 notices;	/* calls of revision 1's callback */
	pid_t		registered_by;	/* where that callback ran */
	pid_t		notified;		/* bgw_notify_pid as the worker found it */
	int			exit_with;		/* the worker leaves with this code, then -1; -2: with 0 when told to; -3: after the block was removed */
	char		extra[16];		/* bgw_extra as the worker found it */
	char		padding[1000];
} Block;

EXPORT void fixture_local_main(Datum argument);
EXPORT void fixture_global_main(Datum argument);

/* Prepares a block. */
static void
prepare(void *memory, void *data)
{
	Block	   *block = memory;
	uint32		sum = 0;

	for (size_t i = 0; i < sizeof(Block); i++)
		sum += ((unsigned char *) memory)[i];
	block->sum_before = sum;
	pg_usleep(20000);			/* gives others time to look too early */
	block->made = (uint32) (uintptr_t) data;
	pg_atomic_init_u32(&block->starts, 0);
	pg_atomic_init_u32(&block->notices, 0);
	pg_atomic_fetch_add_u32(&block->callbacks, 1);
	block->exit_with = -1;
}

/* Goes on, through transactions, until its block has been removed, and then looks at it. */
static void
outlive(Block *block)
{
#ifdef DYNPGEXT_H
	uint64		generation = *dynpgext_generation;

	for (int after = 0; after < 5; after += *dynpgext_generation != generation)
	{
		StartTransactionCommand();
		CommitTransactionCommand();
		pg_usleep(10000);
	}
	elog(LOG, "has outlived a block with %u", block->made);
#endif
	proc_exit(0);
}

/* Runs until told to leave. */
static void
serve(Oid database, const char *name)
{
	Block	   *block;

	pqsignal(SIGTERM, die);
	BackgroundWorkerUnblockSignals();
	if (strcmp(MyBgworkerEntry->bgw_library_name, "dynpgext") == 0)
		elog(FATAL, "not the entry that was asked for");
	if (OidIsValid(database))
		BackgroundWorkerInitializeConnectionByOid(database, InvalidOid, 0);
	block = dynpgext_lookup_shmem(name);
	if (block == NULL)
		elog(FATAL, "no block %s", name);
	block->notified = MyBgworkerEntry->bgw_notify_pid;
	memcpy(block->extra, MyBgworkerEntry->bgw_extra, sizeof(block->extra));
	pg_atomic_fetch_add_u32(&block->starts, 1);
	for (;;)
	{
		if (ProcDiePending && block->exit_with == -2)
			proc_exit(0);
		if (block->exit_with == -3)
			outlive(block);
		CHECK_FOR_INTERRUPTS();
		if (block->exit_with >= 0)
		{
			int			code = block->exit_with;

			block->exit_with = -1;
			proc_exit(code);
		}
		(void) WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH,
						 50, PG_WAIT_EXTENSION);
		ResetLatch(MyLatch);
	}
}

/* The database-local worker; its argument is the database. */
void
fixture_local_main(Datum argument)
{
	serve(DatumGetObjectId(argument), EXTENSION ":local");
}

/* The global worker; its argument is what init had set. */
void
fixture_global_main(Datum argument)
{
	if (DatumGetInt32(argument) != 4711)
		elog(FATAL, "wrong argument");
	if (dynpgext_lookup_shmem(EXTENSION ":local") != NULL)
		elog(FATAL, "a database's block without a database");
	serve(InvalidOid, EXTENSION ":global");
}

/* Fills in a worker. */
static inline void
describe(BackgroundWorker *worker, const char *name, const char *function,
		 const dynpgext_handle *handle)
{
	memset(worker, 0, sizeof(*worker));
	strlcpy(worker->bgw_name, name, sizeof(worker->bgw_name));
	strlcpy(worker->bgw_type, name, sizeof(worker->bgw_type));
	strlcpy(worker->bgw_library_name, handle->library_name, sizeof(worker->bgw_library_name));
	strlcpy(worker->bgw_function_name, function, sizeof(worker->bgw_function_name));
	strlcpy(worker->bgw_extra, "the extra", sizeof(worker->bgw_extra));
	worker->bgw_flags = BGWORKER_SHMEM_ACCESS | BGWORKER_BACKEND_DATABASE_CONNECTION;
	worker->bgw_start_time = BgWorkerStart_RecoveryFinished;
	worker->bgw_main_arg = Int32GetDatum(4711);
}

/* Asks for two blocks that the workers use, and one that none does. */
static void
ask_blocks(const dynpgext_handle *handle)
{
	handle->allocate_shmem(handle, EXTENSION ":global", sizeof(Block), prepare,
						   (void *) (uintptr_t) 77, DYNPGEXT_SCOPE_GLOBAL);
	handle->allocate_shmem(handle, EXTENSION ":local", sizeof(Block), prepare,
						   (void *) (uintptr_t) 77, DYNPGEXT_SCOPE_DATABASE_LOCAL);
	handle->allocate_shmem(handle, EXTENSION ":idle", sizeof(Block), prepare,
						   (void *) (uintptr_t) 77, DYNPGEXT_SCOPE_DATABASE_LOCAL);
}

PG_FUNCTION_INFO_V1(fixture_field);
PG_FUNCTION_INFO_V1(fixture_extra);
PG_FUNCTION_INFO_V1(fixture_exit);
PG_FUNCTION_INFO_V1(fixture_generation);
PG_FUNCTION_INFO_V1(fixture_keep);

/* The block of a name, or NULL. */
static Block *
look(text *name)
{
	if (dynpgext_lookup_shmem == NULL)
		elog(ERROR, "no loader");
	return dynpgext_lookup_shmem(text_to_cstring(name));
}

/* A number in a block; NULL if there is no block. */
EXPORT Datum
fixture_field(PG_FUNCTION_ARGS)
{
	Block	   *block = look(PG_GETARG_TEXT_PP(0));
	char	   *field = text_to_cstring(PG_GETARG_TEXT_PP(1));

	/* looks again and again, in one memory context */
	if (strcmp(field, "again") == 0)
	{
		for (int i = 0; i < 5000; i++)
			(void) look(PG_GETARG_TEXT_PP(0));
		PG_RETURN_NULL();
	}

	if (block == NULL)
		PG_RETURN_NULL();
	if (strcmp(field, "made") == 0)
		PG_RETURN_INT64(block->made);
	if (strcmp(field, "sum_before") == 0)
		PG_RETURN_INT64(block->sum_before);
	if (strcmp(field, "callbacks") == 0)
		PG_RETURN_INT64(pg_atomic_read_u32(&block->callbacks));
	if (strcmp(field, "starts") == 0)
		PG_RETURN_INT64(pg_atomic_read_u32(&block->starts));
	if (strcmp(field, "notices") == 0)
		PG_RETURN_INT64(pg_atomic_read_u32(&block->notices));
	if (strcmp(field, "registered_by") == 0)
		PG_RETURN_INT64(block->registered_by);
	if (strcmp(field, "notified") == 0)
		PG_RETURN_INT64(block->notified);
	elog(ERROR, "no field %s", field);
}

/* bgw_extra as the worker found it. */
EXPORT Datum
fixture_extra(PG_FUNCTION_ARGS)
{
	Block	   *block = look(PG_GETARG_TEXT_PP(0));

	if (block == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(block->extra));
}

/* Makes the worker leave with a code. */
EXPORT Datum
fixture_exit(PG_FUNCTION_ARGS)
{
	Block	   *block = look(PG_GETARG_TEXT_PP(0));

	block->exit_with = PG_GETARG_INT32(1);
	PG_RETURN_VOID();
}

/* The block that a transaction has found. */
static Block *kept = NULL;

/* Looks at it once the transaction has committed. */
static void
look_at_kept(XactEvent event, void *argument)
{
	if (event == XACT_EVENT_COMMIT && kept != NULL)
		elog(LOG, "has kept a block with %u", kept->made);
	if (event == XACT_EVENT_COMMIT || event == XACT_EVENT_ABORT)
		kept = NULL;
}

/* Keeps the pointer to a block; its callback is there before the loader's. */
EXPORT Datum
fixture_keep(PG_FUNCTION_ARGS)
{
	RegisterXactCallback(look_at_kept, NULL);
	kept = look(PG_GETARG_TEXT_PP(0));
	PG_RETURN_VOID();
}

/* The generation, or NULL under a loader without. */
EXPORT Datum
fixture_generation(PG_FUNCTION_ARGS)
{
#ifdef DYNPGEXT_H
	if (&dynpgext_generation != NULL)
		PG_RETURN_INT64((int64) *dynpgext_generation);
#endif
	PG_RETURN_NULL();
}
