/*-------------------------------------------------------------------------
 *
 * scans.h
 *	  Which databases are to be scanned, and when.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_SCANS_H
#define DYNPGEXT_SCANS_H

#include "state/state.h"

/*
 * So long lies between two scans of a database, and between two looks at
 * pg_database, however many hints come: who gives them at will costs the server
 * little, and one that comes in between is kept.
 */
#define READ_REST_MS	250

extern void scans_mark(const Marks *marks, TimestampTz now);
extern Oid	scan_claim(TimestampTz now);
extern void scan_unclaim(Oid database);
extern TimestampTz scans_next_event(TimestampTz now);

#endif							/* DYNPGEXT_SCANS_H */
