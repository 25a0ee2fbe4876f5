/*-------------------------------------------------------------------------
 *
 * area.c
 *	  The area of shared memory that grows.
 *
 * The number of databases and extensions is not known when the server starts.
 * So the tables lie in a DSA area, which begins in the main segment and continues
 * in DSM segments.
 *
 * Locking: none; the area has its own.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "utils/memutils.h"

#include "state/area.h"

/* Where the area begins in shared memory. */
static void *place = NULL;

/* The area as this process has it attached, or NULL. */
static dsa_area *area = NULL;

/* Creates the area in shared memory; runs in the postmaster. */
void
area_create(void *where, Size size, int tranche)
{
	dsa_area   *fresh = dsa_create_in_place(where, size, tranche, NULL);

	/* the postmaster must not keep it: its children would inherit it */
	dsa_pin(fresh);
	dsa_detach(fresh);
}

/* Says where the area begins; inherited by the children of the postmaster. */
void
area_locate(void *where)
{
	place = where;
	area = NULL;
}

/* The area, attached at first use and until the process exits. */
dsa_area *
area_get(void)
{
	if (area == NULL)
	{
		MemoryContext previous = MemoryContextSwitchTo(TopMemoryContext);

		area = dsa_attach_in_place(place, NULL);
		dsa_pin_mapping(area);
		MemoryContextSwitchTo(previous);
	}
	return area;
}

/* Has this process attached it? */
bool
area_attached(void)
{
	return area != NULL;
}
