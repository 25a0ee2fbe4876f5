/*-------------------------------------------------------------------------
 *
 * workers.h
 *	  Which workers should run, and which do.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_WORKERS_H
#define DYNPGEXT_WORKERS_H

#include "state/state.h"

extern void workers_plan(TimestampTz now);
extern TimestampTz workers_next_event(TimestampTz now);
extern bool workers_renew(Oid database, const char *extension);
extern bool module_has_workers(const ModuleKey *key);
extern bool workers_run_other_version(const ModuleKey *key, Oid database);

#endif							/* DYNPGEXT_WORKERS_H */
