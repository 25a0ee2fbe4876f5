/*-------------------------------------------------------------------------
 *
 * table.h
 *	  Growable tables of equal rows in shared memory.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_TABLE_H
#define DYNPGEXT_TABLE_H

#include "utils/dsa.h"

/* The head of a table; lives in the main segment. */
typedef struct SharedTable
{
	dsa_pointer rows;			/* invalid while nothing was ever added */
	uint32		width;			/* bytes of a row */
	uint32		count;			/* rows in use */
	uint32		capacity;		/* rows that fit */
} SharedTable;

extern void table_setup(SharedTable *table, uint32 width);
extern void *table_row(SharedTable *table, uint32 index);
extern void *table_append(SharedTable *table);
extern void table_remove(SharedTable *table, uint32 index);
extern void *table_copy(SharedTable *table, uint32 *count);

#endif							/* DYNPGEXT_TABLE_H */
