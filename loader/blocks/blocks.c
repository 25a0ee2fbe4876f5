/*-------------------------------------------------------------------------
 *
 * blocks.c
 *	  Creates blocks of shared memory; orphans.c removes them.
 *
 * Each block is a DSM segment.  The process that looks it up first creates it:
 * it adds a row that is not ready, zeroes and initializes the memory without
 * holding a lock, and marks the row as ready.  Other processes wait for that.
 * If there is an ERROR, the row and the segment are removed, and the next
 * process that looks the block up creates it again.
 *
 * Locking: tables_lock for the rows; none while the callback runs.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "miscadmin.h"
#include "storage/ipc.h"
#include "utils/memutils.h"

#include "base/compat.h"
#include "blocks/blocks.h"
#include "blocks/segments.h"
#include "base/guard.h"
#include "state/orphans.h"

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
			strcmp(row->version, wanted->version) == 0 &&
			strcmp(row->name, wanted->name) == 0)
			return row;
	}
	return NULL;
}

/* The index of the row with this "made"; the caller holds tables_lock. */
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

/* A block that this process is making. */
typedef struct Making
{
	uint64		made;			/* identifies its row */
	dsm_segment *segment;		/* NULL until it is there */
} Making;

/*
 * Removes a row that could not be made ready, and its segment.  All LWLocks are
 * released first, as AbortTransaction() does: the ERROR may have come from the
 * extension's callback, or while tables_lock was held.
 */
static void
abandon(int code, Datum argument)
{
	Making	   *making = (Making *) DatumGetPointer(argument);

	LWLockReleaseAll();
	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	table_remove(&loader_state->blocks, index_made(making->made));
	LWLockRelease(loader_state->tables_lock);
	ConditionVariableBroadcast(&loader_state->block_ready);
	if (making->segment != NULL)
		dsm_detach(making->segment);
}

/* Runs the callback; an ERROR is passed on. */
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

/* Creates a block whose row, not ready yet, this process has added. */
static dsm_segment *
make_block(const BlockRow *row, dynpgext_shmem_callback callback, void *data)
{
	Making		making = {row->made, NULL};

	PG_ENSURE_ERROR_CLEANUP(abandon, PointerGetDatum(&making));
	{
		BlockRow   *entered;
		void	   *memory;

		making.segment = segment_create(row->size, row->name);
		memory = dsm_segment_address(making.segment);
		memset(memory, 0, CACHELINEALIGN(row->size));
		if (callback != NULL)
			prepare(memory, callback, data);

		dsm_pin_segment(making.segment);
		LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
		entered = table_row(&loader_state->blocks, index_made(row->made));
		entered->handle = dsm_segment_handle(making.segment);
		entered->ready = true;
		LWLockRelease(loader_state->tables_lock);
	}
	PG_END_ENSURE_ERROR_CLEANUP(abandon, PointerGetDatum(&making));
	ConditionVariableBroadcast(&loader_state->block_ready);
	return making.segment;
}

/* What to do about a request for a block. */
typedef enum Answer
{
	ANSWER_MAKE,				/* *row was added; create the block */
	ANSWER_READY,				/* *row is ready */
	ANSWER_WAIT,
	ANSWER_RECURSION,
	ANSWER_OTHER_SIZE
} Answer;

/* Finds the row of the block, or adds one that is not ready. */
static Answer
claim_block(BlockRow *row, const ModuleKey *key)
{
	BlockRow   *found;
	Answer		answer;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	found = find_block(row);
	if (found != NULL && found->size != row->size && block_is_left_over(found, key))
	{
		block_remove(index_made(found->made));
		found = NULL;
	}
	if (found == NULL)
	{
		blocks_remove_predecessors(row);
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
 * The segment of a block, which is created if it does not exist yet.  "made" in
 * *wanted is the clock before the extension was found committed, or 0.  Returns
 * NULL, with a warning, if the block is in use with another size, or if its own
 * callback looks it up.
 */
dsm_segment *
block_get(const BlockRow *wanted, const ModuleKey *key, dynpgext_shmem_callback callback,
		  void *data)
{
	dsm_segment *segment = NULL;
	bool		refused = false;

	while (segment == NULL && !refused)
	{
		BlockRow	row = *wanted;

		CHECK_FOR_INTERRUPTS();
		switch (claim_block(&row, key))
		{
			case ANSWER_MAKE:
				ConditionVariableCancelSleep();
				segment = make_block(&row, callback, data);
				break;
			case ANSWER_READY:
				segment = segment_map(row.handle);
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
	return segment;
}
