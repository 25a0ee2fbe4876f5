/*-------------------------------------------------------------------------
 *
 * segments.c
 *	  The shared memory of blocks, as this process has it mapped.
 *
 * The number of DSM segments is limited, and a segment is freed only when the
 * last process has detached it.  So a process must detach the segments of removed
 * blocks, but not while a pointer may be in use.
 *
 * After a block was removed, no lookup returns a pointer to it, and an extension
 * that caches pointers sees that the generation has changed.  By the rules of
 * dynpgext.h, older pointers are not used after the end of the transaction.  There
 * is no callback for the start of a transaction, and at its end the callbacks of
 * other libraries may run after ours.  So a segment is marked as removed in one
 * transaction, by a lookup or before the commit, and detached at the end of a
 * later one.
 *
 * Two kinds of segments stay mapped until the process exits.  A worker may keep
 * pointers to blocks of its own extension across transactions; it is stopped
 * before they are removed.  Libraries built with the historic header keep
 * pointers for ever.
 *
 * Locking: tables_lock to see which blocks are left.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "access/xact.h"
#include "nodes/pg_list.h"
#include "utils/memutils.h"

#include "blocks/segments.h"
#include "dynpgext.h"
#include "state/orphans.h"
#include "state/state.h"

/* A segment that this process has mapped. */
typedef struct Held
{
	dsm_segment *segment;
	bool		forever;		/* until the process exits */
	bool		removed;		/* its block is gone */
	uint64		noted;			/* transactions that had ended by then */
} Held;

static List *held = NIL;

/* Transactions of this process that have ended, counted by the callback. */
static uint64 ended = 0;

/* The generation when blocks were last looked at. */
static uint64 noted_generation = 0;

/* Creates a segment that stays mapped until it is detached. */
dsm_segment *
segment_create(Size size, const char *name)
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

/* The segment, mapped until it is detached, or NULL if it was just removed. */
dsm_segment *
segment_map(dsm_handle handle)
{
	dsm_segment *segment = dsm_find_mapping(handle);

	if (segment == NULL)
	{
		segment = dsm_attach(handle);
		if (segment != NULL)
			dsm_pin_mapping(segment);
	}
	return segment;
}

/* Marks the segments of removed blocks, if the generation has changed. */
static void
note_removed(void)
{
	uint64		generation = *dynpgext_generation;
	ListCell   *cell;

	if (generation == noted_generation)
		return;
	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
	foreach(cell, held)
	{
		Held	   *one = lfirst(cell);

		if (one->removed || one->forever || block_exists(dsm_segment_handle(one->segment)))
			continue;
		one->removed = true;
		one->noted = ended;
	}
	LWLockRelease(loader_state->tables_lock);
	noted_generation = generation;
}

/* Detaches segments that were marked in an earlier transaction; cannot fail. */
static void
give_back(void)
{
	ListCell   *cell;

	foreach(cell, held)
	{
		Held	   *one = lfirst(cell);

		if (!one->removed || one->noted == ended)
			continue;
		dsm_detach(one->segment);
		held = foreach_delete_current(held, cell);
		pfree(one);
	}
}

/* Runs before a transaction commits, and when it has ended. */
static void
on_transaction(XactEvent event, void *argument)
{
	switch (event)
	{
		case XACT_EVENT_PRE_COMMIT:
		case XACT_EVENT_PRE_PREPARE:
			note_removed();
			break;
		case XACT_EVENT_COMMIT:
		case XACT_EVENT_ABORT:
		case XACT_EVENT_PREPARE:
			give_back();
			ended++;
			break;
		default:
			break;
	}
}

/*
 * Remembers a segment, to detach it after its block was removed, or never.
 */
void
segment_hold(dsm_segment *segment, bool forever)
{
	static bool registered = false;
	MemoryContext previous = MemoryContextSwitchTo(TopMemoryContext);
	Held	   *one = NULL;
	ListCell   *cell;

	if (!registered)
		RegisterXactCallback(on_transaction, NULL);
	registered = true;

	foreach(cell, held)
	{
		if (((Held *) lfirst(cell))->segment == segment)
			one = lfirst(cell);
	}
	if (one == NULL)
	{
		one = palloc0(sizeof(Held));
		one->segment = segment;
		held = lappend(held, one);
	}
	one->forever |= forever;
	MemoryContextSwitchTo(previous);
	note_removed();
}
