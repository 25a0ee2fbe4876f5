/*-------------------------------------------------------------------------
 *
 * runs.h
 *	  Slots of running workers.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_RUNS_H
#define DYNPGEXT_RUNS_H

#include "state/state.h"

extern int	run_claim(const WorkerRow *worker, const BackgroundWorker *asked, Datum *token);
extern void run_unclaim(Datum token);
extern bool run_begin(Datum token, RunSlot *copy);
extern void run_end(Datum token, int exit_code);
extern void run_never_came(Datum token);
extern bool run_expected(Datum token);
extern bool run_stop_asked(Datum token);
extern bool run_reap(int run, RunSlot *last);
extern void run_stop(int run);
extern int	runs_stop(Oid database, const char *extension);
extern void run_look(int run, RunSlot *copy);
extern int	lease_stop_workers(Oid database, const char *extension);

#endif							/* DYNPGEXT_RUNS_H */
