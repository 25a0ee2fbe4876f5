/*-------------------------------------------------------------------------
 *
 * modules.h
 *	  The versions of extensions that are known to all processes.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_MODULES_H
#define DYNPGEXT_MODULES_H

#include "state/state.h"

extern int	module_index(const ModuleKey *key);
extern void module_remove(uint32 index);
extern void module_end(const ModuleKey *key);
extern void module_fail(const ModuleKey *key, const char *message);
extern bool module_ended(const ModuleKey *key);
extern void module_remove_specs(const ModuleKey *key);
extern bool modules_lack_workers(const char *name);
extern void modules_retry(void);

#endif							/* DYNPGEXT_MODULES_H */
