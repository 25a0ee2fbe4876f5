/*-------------------------------------------------------------------------
 *
 * scans.c
 *	  Which databases are to be scanned, and when.
 *
 * A dirty database is scanned at once, unless it was scanned just before, or its
 * last scans have failed.
 *
 * Locking: every function takes tables_lock itself, but scans_next_event().
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "state/facts.h"
#include "supervisor/helper.h"
#include "supervisor/scans.h"

/* A scan that failed is tried again after so long, doubling. */
#define SCAN_PAUSE_MS	1000
#define LAST_SCAN_PAUSE_MS	60000

/*
 * Makes the marked databases dirty.  A hint ends the wait after failed scans, but
 * not the minimum time between two scans.
 */
void
scans_mark(const Marks *marks, TimestampTz now)
{
	SharedTable *databases = &loader_state->databases;
	TimestampTz latest = TimestampTzPlusMilliseconds(now, READ_REST_MS);

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	for (uint32 i = 0; i < databases->count; i++)
	{
		DatabaseRow *row = table_row(databases, i);
		bool		marked = marks->everything;

		for (int j = 0; j < marks->count && !marked; j++)
			marked = marks->dirty[j] == row->oid;
		if (marked && row->skipped == REASON_NONE)
		{
			row->dirty = true;
			row->failures = 0;
			row->next_scan = Min(row->next_scan, latest);
		}
	}
	LWLockRelease(loader_state->tables_lock);
}

/* A scanner that left without a report has failed; under tables_lock. */
static void
note_failed_scans(TimestampTz now)
{
	SharedTable *databases = &loader_state->databases;

	for (uint32 i = 0; i < databases->count; i++)
	{
		DatabaseRow *row = table_row(databases, i);

		if (!row->scanning || helper_works(row->oid))
			continue;
		row->scanning = false;
		row->dirty = true;
		row->next_scan = TimestampTzPlusMilliseconds(now,
													 Min(LAST_SCAN_PAUSE_MS,
														 SCAN_PAUSE_MS << Min(row->failures, 6)));
		row->failures++;
	}
}

/* The database that is to be scanned now, or an invalid OID. */
Oid
scan_claim(TimestampTz now)
{
	SharedTable *databases = &loader_state->databases;
	Oid			claimed = InvalidOid;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	note_failed_scans(now);
	for (uint32 i = 0; i < databases->count && !OidIsValid(claimed); i++)
	{
		DatabaseRow *row = table_row(databases, i);

		if (!row->dirty || row->next_scan > now || helper_works(row->oid))
			continue;
		row->dirty = false;
		row->scanning = true;
		row->next_scan = TimestampTzPlusMilliseconds(now, READ_REST_MS);
		claimed = row->oid;
	}
	LWLockRelease(loader_state->tables_lock);
	return claimed;
}

/* Takes back a claim: there is no slot for a scanner now. */
void
scan_unclaim(Oid database)
{
	DatabaseRow *row;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	row = database_row(database);
	if (row != NULL)
	{
		row->dirty = true;
		row->scanning = false;
	}
	LWLockRelease(loader_state->tables_lock);
}

/* When a dirty database need not wait any more; 0: none does.  Under tables_lock. */
TimestampTz
scans_next_event(TimestampTz now)
{
	SharedTable *databases = &loader_state->databases;
	TimestampTz next = 0;

	for (uint32 i = 0; i < databases->count; i++)
	{
		DatabaseRow *row = table_row(databases, i);

		if (row->dirty && row->next_scan > now && (next == 0 || row->next_scan < next))
			next = row->next_scan;
	}
	return next;
}
