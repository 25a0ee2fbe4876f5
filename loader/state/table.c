/*-------------------------------------------------------------------------
 *
 * table.c
 *	  Growable tables of equal rows in shared memory.
 *
 * The number of databases and extensions is not known when the server
 * starts, so the rows live in an area that grows.  Rows are found by walking:
 * there are few, and nothing on a hot path walks them.
 *
 * Locking: the caller holds the tables' lock, exclusively to change.  A row's
 * address is good until the next table_append() or table_remove() of the same
 * table.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "state/area.h"
#include "state/table.h"

/* Rows that a table holds at first. */
#define FIRST_CAPACITY	8

/* Makes an empty table; runs in the postmaster. */
void
table_setup(SharedTable *table, uint32 width)
{
	table->rows = InvalidDsaPointer;
	table->width = MAXALIGN(width);
	table->count = 0;
	table->capacity = 0;
}

/* The row at an index, which must be in use. */
void *
table_row(SharedTable *table, uint32 index)
{
	char	   *rows = dsa_get_address(area_get(), table->rows);

	Assert(index < table->count);
	return rows + (Size) index * table->width;
}

/* A new zeroed row; an ERROR if there is no memory, with nothing changed. */
void *
table_append(SharedTable *table)
{
	if (table->count == table->capacity)
	{
		dsa_area   *area = area_get();
		uint32		capacity = Max(FIRST_CAPACITY, table->capacity * 2);
		dsa_pointer rows = dsa_allocate(area, (Size) capacity * table->width);

		if (table->count > 0)
			memcpy(dsa_get_address(area, rows), table_row(table, 0),
				   (Size) table->count * table->width);
		if (DsaPointerIsValid(table->rows))
			dsa_free(area, table->rows);
		table->rows = rows;
		table->capacity = capacity;
	}
	table->count++;
	return memset(table_row(table, table->count - 1), 0, table->width);
}

/* Removes a row; the last one takes its place. */
void
table_remove(SharedTable *table, uint32 index)
{
	if (index != table->count - 1)
		memcpy(table_row(table, index), table_row(table, table->count - 1), table->width);
	table->count--;
}

/* A private copy of all rows, so that the lock can be let go. */
void *
table_copy(SharedTable *table, uint32 *count)
{
	Size		size = (Size) table->count * table->width;

	*count = table->count;
	return size > 0 ? memcpy(palloc(size), table_row(table, 0), size) : NULL;
}
