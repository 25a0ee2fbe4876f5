/*-------------------------------------------------------------------------
 *
 * segments.c
 *	  The shared memory of blocks, as this process has it mapped.
 *
 * A server has a limited number of segments, and one is not free before the
 * last process has given it back.  So a process must give the memory of removed
 * blocks back, but not while a pointer may be in use.
 *
 * A pointer is given out by a lookup, or without the loader's knowledge by
 * whoever sees that the generation has not moved.  Once a block was removed no
 * new pointer to it is given out, and by the rules of dynpgext.h those that were
 * are not used after the end of the transaction.  No code of ours runs where a
 * transaction begins, and at its end callbacks of others may follow ours.  So
 * that a block was removed is noted in one transaction, by a lookup or before
 * the commit, and its memory is given back when a later one ends.
 *
 * Two kinds stay until the process exits: those of the extension whose worker
 * this is, which keeps pointers through transactions, or has none (it is sent
 * away before they are removed); and those of libraries built with the historic
 * header, which keep a pointer for good.
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

/* Transactions of this process that have ended, since there is the callback. */
static uint64 ended = 0;

/* The generation when blocks were last looked at. */
static uint64 noted_generation = 0;

/* A new segment, mapped until it is given back; an ERROR that says what to raise. */
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

/* The segment, mapped until it is given back, or NULL if it has just gone. */
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

/* Notes which blocks have been removed, if the generation has moved. */
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

/* Gives back what was noted in an earlier transaction; cannot fail. */
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
 * Makes a segment one of those that are given back once their block was
 * removed, or that stay for ever.
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
