/*-------------------------------------------------------------------------
 *
 * orphans.c
 *	  Removes blocks of shared memory whose extension was dropped.
 *
 * A block is removed when a scan that began after it was made does not find
 * its extension.  Its maker may be the transaction that creates the
 * extension, which no scan sees before it commits: until that has ended the
 * block counts as made just now.
 *
 * To remove a block, its row is deleted, the generation is advanced, and the
 * segment is unpinned: it is freed when the last process detaches it.  The memory
 * is not written to.
 *
 * Locking: the caller of every function holds tables_lock.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "storage/procarray.h"

#include "state/facts.h"
#include "state/orphans.h"
#include "state/workers.h"

/* Removes a block that is ready. */
void
block_remove(uint32 index)
{
	dsm_handle	handle = ((BlockRow *) table_row(&loader_state->blocks, index))->handle;

	table_remove(&loader_state->blocks, index);
	loader_state->generation++;
	dsm_unpin_segment(handle);
}

/* Is a block that is ready in this segment? */
bool
block_exists(dsm_handle handle)
{
	SharedTable *blocks = &loader_state->blocks;

	for (uint32 i = 0; i < blocks->count; i++)
	{
		BlockRow   *row = table_row(blocks, i);

		if (row->ready && row->handle == handle)
			return true;
	}
	return false;
}

/*
 * Is the transaction that may have created the block's extension in progress?
 * An xid that is more than half of all transaction IDs old is not looked up.
 */
static bool
maker_runs(const BlockRow *row)
{
	uint64		next = U64FromFullTransactionId(ReadNextFullTransactionId());

	return FullTransactionIdIsValid(row->xid) &&
		next - U64FromFullTransactionId(row->xid) <= MaxTransactionId / 2 &&
		TransactionIdIsInProgress(XidFromFullTransactionId(row->xid));
}

/*
 * Was a block of another size created for a version of the extension that is no
 * longer installed or running in the scope of the block?  Then it may be removed;
 * processes that have it mapped keep its memory.
 */
bool
block_is_left_over(const BlockRow *row, const ModuleKey *key)
{
	return row->ready &&
		!maker_runs(row) &&
		!facts_have_other_version(key, row->database) &&
		!workers_run_other_version(key, row->database);
}

/*
 * Removes the blocks of earlier extensions of the same name in this database.  A
 * block that is older than the lookup that found the new extension committed can
 * only belong to one that was dropped, so there is no need to wait for a scan.
 */
void
blocks_remove_predecessors(const BlockRow *row)
{
	SharedTable *blocks = &loader_state->blocks;

	for (uint32 i = blocks->count; i-- > 0;)
	{
		BlockRow   *other = table_row(blocks, i);

		if (other->ready && other->made <= row->made && other->database == row->database &&
			other->extension != row->extension &&
			strcmp(other->extension_name, row->extension_name) == 0)
			block_remove(i);
	}
}

/*
 * Called before a scan of a database takes its snapshot.  The scan will not see
 * an extension whose transaction is in progress, so the clock of its block is set
 * to a time after the start of the scan.
 */
void
blocks_before_scan(Oid database)
{
	SharedTable *blocks = &loader_state->blocks;

	for (uint32 i = 0; i < blocks->count; i++)
	{
		BlockRow   *row = table_row(blocks, i);

		if (row->made_in != database || !row->ready || !FullTransactionIdIsValid(row->xid))
			continue;
		if (maker_runs(row))
			row->made = ++loader_state->clock;
		else
			row->xid = InvalidFullTransactionId;
	}
}

/*
 * Was the block's extension dropped?  Only a scan that began after the block was
 * created can tell.
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
		if (home != NULL && (FullTransactionIdIsValid(row->xid) || row->made > home->scanned))
			return false;
	}
	if (row->version[0] != '\0')
	{
		ModuleKey	key;

		strlcpy(key.name, row->extension_name, sizeof(key.name));
		strlcpy(key.version, row->version, sizeof(key.version));
		return !facts_have_module(&key);
	}
	return !facts_have_extension(row->extension_name, row->database, row->extension);
}

/*
 * Removes the global blocks of an extension that no database has any more, as a
 * scan at this time of the clock has found; but not those of an extension that was
 * created since.
 */
void
blocks_end(const char *extension_name, uint64 clock)
{
	SharedTable *blocks = &loader_state->blocks;

	for (uint32 i = blocks->count; i-- > 0;)
	{
		BlockRow   *row = table_row(blocks, i);

		if (OidIsValid(row->database) || strcmp(row->extension_name, extension_name) != 0 ||
			!row->ready || FullTransactionIdIsValid(row->xid) || row->made > clock ||
			(OidIsValid(row->made_under) &&
			 facts_have_extension(extension_name, row->made_in, row->made_under)))
			continue;
		block_remove(i);
	}
}

/* Removes the blocks of extensions that were dropped. */
void
blocks_collect(void)
{
	SharedTable *blocks = &loader_state->blocks;

	for (uint32 i = blocks->count; i-- > 0;)
	{
		if (is_orphan(table_row(blocks, i)))
			block_remove(i);
	}
}
