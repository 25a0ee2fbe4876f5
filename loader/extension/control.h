/*-------------------------------------------------------------------------
 *
 * control.h
 *	  Which library belongs to a version of an extension.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_CONTROL_H
#define DYNPGEXT_CONTROL_H

#include "nodes/pg_list.h"

#include "state/state.h"

extern char *control_module_pathname(const ModuleKey *key, ModuleStatus *status,
									 const char **problem);
extern List *control_installed(void);

#endif							/* DYNPGEXT_CONTROL_H */
