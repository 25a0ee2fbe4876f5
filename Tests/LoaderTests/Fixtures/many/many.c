/* many.c - an extension under many names, each with five blocks that begin with a lock. */
#include "postgres.h"

#include "fmgr.h"
#include "storage/lwlock.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#define DYNPGEXT_REVISION 2
#include "dynpgext.h"

PG_MODULE_MAGIC;
DYNPGEXT_MAGIC;

PG_FUNCTION_INFO_V1(many_lock);
PG_FUNCTION_INFO_V1(many_take);

/* Prepares a block, whose name its lock has, too. */
static void
prepare(void *memory, void *data)
{
	LWLockInitialize((LWLock *) memory, dynpgext_find_loader()->lock_tranche((char *) data));
}

void
_Dynpgext_init(const dynpgext_handle *handle)
{
	for (int i = 1; i <= 5; i++)
	{
		char	   *name = MemoryContextAlloc(TopMemoryContext, NAMEDATALEN);

		snprintf(name, NAMEDATALEN, "%s:%d", handle->name, i);
		handle->allocate_shmem(handle, name, sizeof(LWLock), prepare, name, DYNPGEXT_SCOPE_GLOBAL);
	}
}

/* Takes the lock of a block; returns its tranche. */
Datum
many_lock(PG_FUNCTION_ARGS)
{
	LWLock	   *lock = dynpgext_find_loader()->lookup_shmem(text_to_cstring(PG_GETARG_TEXT_PP(0)));

	if (lock == NULL)
		elog(ERROR, "there is no such block");
	LWLockAcquire(lock, LW_EXCLUSIVE);
	LWLockRelease(lock);
	PG_RETURN_INT32(lock->tranche);
}

/* Takes numbers of the server itself, as an extension that does not ask the loader. */
Datum
many_take(PG_FUNCTION_ARGS)
{
	for (int i = 0; i < PG_GETARG_INT32(0); i++)
#if PG_VERSION_NUM >= 190000
		(void) LWLockNewTrancheId("other");
#else
		(void) LWLockNewTrancheId();
#endif
	PG_RETURN_VOID();
}
