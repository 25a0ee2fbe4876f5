/*-------------------------------------------------------------------------
 *
 * publish.h
 *	  Enters what the catalogs say, and what follows from it.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_PUBLISH_H
#define DYNPGEXT_PUBLISH_H

#include "nodes/pg_list.h"

#include "state/state.h"

extern uint64 facts_tick(void);
extern void databases_sync(List *databases, uint64 clock);
extern uint64 facts_begin_scan(Oid database);
extern void facts_publish(Oid database, uint64 clock, List *extensions);

#endif							/* DYNPGEXT_PUBLISH_H */
