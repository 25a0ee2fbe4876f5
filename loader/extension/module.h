/*-------------------------------------------------------------------------
 *
 * module.h
 *	  An extension's library in this process, and what it asked for.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_MODULE_H
#define DYNPGEXT_MODULE_H

#include "extension/requests.h"
#include "state/state.h"

extern ModuleStatus module_find(const ModuleKey *key, char **name, char **path,
								const char **problem);
extern Module *module_open(const ModuleKey *key);
extern Module *module_known(const ModuleKey *key);
extern Module *module_refuse(const ModuleKey *key, const char *failure);
extern void module_forget(Module *module);
extern char *module_call_fini(Module *module);
extern char *module_call_callback(const WorkerRequest *request, BackgroundWorkerHandle *worker);
extern bool module_calling(void);

#endif							/* DYNPGEXT_MODULE_H */
