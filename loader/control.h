/*-------------------------------------------------------------------------
 *
 * control.h
 *	  Which library belongs to a version of an extension.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_CONTROL_H
#define DYNPGEXT_CONTROL_H

#include "state.h"

extern char *control_module_pathname(const ModuleKey *key, const char **problem);

#endif							/* DYNPGEXT_CONTROL_H */
