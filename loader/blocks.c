/*-------------------------------------------------------------------------
 *
 * blocks.c
 *	  Blocks of shared memory: made once, shared, and removed.
 *
 * Each block is a DSM segment of its own.  Who looks first makes it: enters
 * its row, not ready; zeroes and initialises the memory with no lock held;
 * then publishes it.  Others wait until it is ready.  If making it fails the
 * row goes and the segment with it, and the next one starts afresh.
 *
 * A block is removed when a scan that began after it was made does not find
 * its extension.  Its maker may be the transaction that creates the
 * extension, which no scan sees before it commits: until that has ended the
 * block counts as made just now.
 *
 * Removing takes away the row, moves the generation, and unpins the segment,
 * whose memory goes with its last user.  Nothing is written into it.
 *
 * Locking: tables_lock for the rows; none while the callback runs.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "miscadmin.h"
#include "storage/ipc.h"
#include "storage/procarray.h"
#include "utils/memutils.h"

#include "blocks.h"
#include "compat.h"
#include "facts.h"
#include "guard.h"
#include "workers.h"

/* The block's row, or NULL; the caller holds tables_lock. */
static BlockRow *
find_block(const BlockRow *wanted)
{
	SharedTable *blocks = &loader_state->blocks;

	for (uint32 i = 0; i < blocks->count; i++)
	{
		BlockRow   *row = table_row(blocks, i);

		if (row->database == wanted->database && row->extension == wanted->extension &&
			strcmp(row->extension_name, wanted->extension_name) == 0 &&
			strcmp(row->name, wanted->name) == 0)
			return row;
	}
	return NULL;
}

/* The index of the row that this identifies; the caller holds tables_lock. */
static uint32
index_made(uint64 made)
{
	SharedTable *blocks = &loader_state->blocks;

	for (uint32 i = 0; i < blocks->count; i++)
	{
		if (((BlockRow *) table_row(blocks, i))->made == made)
			return i;
	}
	elog(ERROR, "dynpgext has lost a block that is being made");
}

/* Removes a block that is ready; the caller holds tables_lock. */
static void
remove_block(uint32 index)
{
	dsm_handle	handle = ((BlockRow *) table_row(&loader_state->blocks, index))->handle;

	table_remove(&loader_state->blocks, index);
	loader_state->generation++;
	dsm_unpin_segment(handle);
}

/* A block that this process is making. */
typedef struct Making
{
	uint64		made;			/* identifies its row */
	dsm_segment *segment;		/* NULL until it is there */
} Making;

/* Takes back a row that could not be made ready, and its segment. */
static void
abandon(int code, Datum argument)
{
	Making	   *making = (Making *) DatumGetPointer(argument);

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	table_remove(&loader_state->blocks, index_made(making->made));
	LWLockRelease(loader_state->tables_lock);
	ConditionVariableBroadcast(&loader_state->block_ready);
	if (making->segment != NULL)
		dsm_detach(making->segment);
}

/* A new segment, pinned in this process; an ERROR that says what to raise. */
static dsm_segment *
create_segment(Size size, const char *name)
{
	dsm_segment *segment = dsm_create(CACHELINEALIGN(size), DSM_CREATE_NULL_IF_MAXSEGMENTS);

	if (segment == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_RESOURCES),
				 errmsg("no shared memory segment is left for block \"%s\"", name),
				 errhint("Raise \"max_connections\", which the number of segments follows.")));
	dsm_pin_mapping(segment);
	return segment;
}

/* Runs the callback; an ERROR goes on. */
static void
prepare(void *memory, dynpgext_shmem_callback callback, void *data)
{
	guard_begin();
	PG_TRY();
	{
		callback(memory, data);
	}
	PG_FINALLY();
	{
		guard_end();
	}
	PG_END_TRY();
}

/* Makes a block whose row, not ready, this process has entered. */
static void *
make_block(const BlockRow *row, dynpgext_shmem_callback callback, void *data)
{
	Making		making = {row->made, NULL};
	void	   *memory;

	PG_ENSURE_ERROR_CLEANUP(abandon, PointerGetDatum(&making));
	{
		BlockRow   *entered;

		making.segment = create_segment(row->size, row->name);
		memory = dsm_segment_address(making.segment);
		memset(memory, 0, CACHELINEALIGN(row->size));
		if (callback != NULL)
			prepare(memory, callback, data);

		LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
		dsm_pin_segment(making.segment);
		entered = table_row(&loader_state->blocks, index_made(row->made));
		entered->handle = dsm_segment_handle(making.segment);
		entered->ready = true;
		LWLockRelease(loader_state->tables_lock);
	}
	PG_END_ENSURE_ERROR_CLEANUP(abandon, PointerGetDatum(&making));
	ConditionVariableBroadcast(&loader_state->block_ready);
	return memory;
}

/* The memory of a segment, or NULL if it has just gone. */
static void *
map_segment(dsm_handle handle)
{
	dsm_segment *segment = dsm_find_mapping(handle);

	if (segment == NULL)
	{
		segment = dsm_attach(handle);
		if (segment == NULL)
			return NULL;
		dsm_pin_mapping(segment);
	}
	return dsm_segment_address(segment);
}

/* What became of a request for a block. */
typedef enum Answer
{
	ANSWER_MAKE,				/* *row is entered; make it */
	ANSWER_READY,				/* *row is ready */
	ANSWER_WAIT,
	ANSWER_RECURSION,
	ANSWER_OTHER_SIZE
} Answer;

/*
 * Is a block of another size left over from versions of the extension that
 * nobody has any more, where the block belongs?  Then its memory stays with
 * those who have it mapped.  The caller holds tables_lock.
 */
static bool
is_left_over(const BlockRow *row, const ModuleKey *key)
{
	return row->ready &&
		!(TransactionIdIsValid(row->xid) && TransactionIdIsInProgress(row->xid)) &&
		!facts_have_other_version(key, row->database) &&
		!workers_run_other_version(key, row->database);
}

/* Finds the row or enters one that is not ready. */
static Answer
claim_block(BlockRow *row, const ModuleKey *key)
{
	BlockRow   *found;
	Answer		answer;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	found = find_block(row);
	if (found != NULL && found->size != row->size && is_left_over(found, key))
	{
		remove_block(index_made(found->made));
		found = NULL;
	}
	if (found == NULL)
	{
		row->made = ++loader_state->clock;
		row->maker = MyProcPid;
		found = table_append(&loader_state->blocks);
		*found = *row;
		answer = ANSWER_MAKE;
	}
	else if (found->size != row->size)
		answer = ANSWER_OTHER_SIZE;
	else if (found->ready)
		answer = ANSWER_READY;
	else
		answer = found->maker == MyProcPid ? ANSWER_RECURSION : ANSWER_WAIT;
	*row = *found;
	LWLockRelease(loader_state->tables_lock);
	return answer;
}

/*
 * The block of a version of an extension, made if it is not there yet.  NULL,
 * with a warning, if it is in use with another size or if its own callback asks
 * for it.
 */
void *
block_get(const BlockRow *wanted, const ModuleKey *key, dynpgext_shmem_callback callback,
		  void *data)
{
	void	   *memory = NULL;
	bool		refused = false;

	while (memory == NULL && !refused)
	{
		BlockRow	row = *wanted;

		CHECK_FOR_INTERRUPTS();
		switch (claim_block(&row, key))
		{
			case ANSWER_MAKE:
				ConditionVariableCancelSleep();
				memory = make_block(&row, callback, data);
				break;
			case ANSWER_READY:
				memory = map_segment(row.handle);
				break;
			case ANSWER_WAIT:
				ConditionVariableSleep(&loader_state->block_ready, PG_WAIT_EXTENSION);
				break;
			case ANSWER_RECURSION:
				ereport(WARNING,
						(errmsg("shared memory block \"%s\" was looked up by its own callback",
								row.name)));
				refused = true;
				break;
			case ANSWER_OTHER_SIZE:
				ereport(WARNING,
						(errmsg("shared memory block \"%s\" is there with %zu bytes, not %zu",
								row.name, row.size, wanted->size),
						 errhint("Put the version of its layout into its name.")));
				refused = true;
				break;
		}
	}
	ConditionVariableCancelSleep();
	return memory;
}

/*
 * Looks at the makers' transactions before a scan of a database takes its
 * snapshot: the scan will not see the extension of one that still runs, so
 * its block must count as younger.  The caller holds tables_lock.
 */
void
blocks_before_scan(Oid database)
{
	SharedTable *blocks = &loader_state->blocks;

	for (uint32 i = 0; i < blocks->count; i++)
	{
		BlockRow   *row = table_row(blocks, i);

		if (row->made_in != database || !row->ready || !TransactionIdIsValid(row->xid))
			continue;
		if (TransactionIdIsInProgress(row->xid))
			row->made = ++loader_state->clock;
		else
			row->xid = InvalidTransactionId;
	}
}

/*
 * Is the block's extension gone?  Only what was read from the catalogs after
 * the block was made can tell.
 */
static bool
is_orphan(const BlockRow *row)
{
	if (!row->ready)
		return false;
	if (OidIsValid(row->made_in))
	{
		DatabaseRow *home = database_row(row->made_in);

		if (home == NULL && row->made > loader_state->databases_read)
			return false;
		if (home == NULL && OidIsValid(row->database))
			return true;
		if (home != NULL && (TransactionIdIsValid(row->xid) || row->made > home->scanned))
			return false;
	}
	return !facts_have_extension(row->extension_name, row->database, row->extension);
}

/*
 * Removes the global blocks of an extension that has lost its last database,
 * as was read after the clock showed this time; but not those that were made
 * under one that was created since.  The caller holds tables_lock.
 */
void
blocks_end(const char *extension_name, uint64 clock)
{
	SharedTable *blocks = &loader_state->blocks;

	for (uint32 i = blocks->count; i-- > 0;)
	{
		BlockRow   *row = table_row(blocks, i);

		if (OidIsValid(row->database) || strcmp(row->extension_name, extension_name) != 0 ||
			!row->ready || TransactionIdIsValid(row->xid) || row->made > clock ||
			(OidIsValid(row->made_under) &&
			 facts_have_extension(extension_name, row->made_in, row->made_under)))
			continue;
		remove_block(i);
	}
}

/* Removes the blocks of extensions that are gone; caller holds tables_lock. */
void
blocks_collect(void)
{
	SharedTable *blocks = &loader_state->blocks;

	for (uint32 i = blocks->count; i-- > 0;)
	{
		if (is_orphan(table_row(blocks, i)))
			remove_block(i);
	}
}
