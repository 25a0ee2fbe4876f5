/*-------------------------------------------------------------------------
 *
 * starts.h
 *	  Which worker may start now, and what keeps the others.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_STARTS_H
#define DYNPGEXT_STARTS_H

#include "state/state.h"

extern Reason worker_hindrance(const WorkerRow *row, TimestampTz now);
extern WorkerRow *worker_due(const ModuleKey *key, TimestampTz now);
extern bool worker_claim(const ModuleKey *key, Datum *token, int *number,
						 BackgroundWorker *asked);
extern void worker_unclaim(Datum token);

#endif							/* DYNPGEXT_STARTS_H */
