/*-------------------------------------------------------------------------
 *
 * process.h
 *	  The loader's own processes, and the start of an extension's worker.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_PROCESS_H
#define DYNPGEXT_PROCESS_H

#include "dynpgext.h"

extern void process_describe(BackgroundWorker *worker, const char *name, const char *function);
extern void process_begin(Oid database);

extern DYNPGEXT_EXPORT void dynpgext_supervisor_main(Datum argument);
extern DYNPGEXT_EXPORT void dynpgext_scanner_main(Datum argument);
extern DYNPGEXT_EXPORT void dynpgext_agent_main(Datum argument);
extern DYNPGEXT_EXPORT void dynpgext_worker_main(Datum argument);

#endif							/* DYNPGEXT_PROCESS_H */
