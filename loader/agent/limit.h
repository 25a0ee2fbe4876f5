/*-------------------------------------------------------------------------
 *
 * limit.h
 *	  The time that an extension's code has in the agent.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_LIMIT_H
#define DYNPGEXT_LIMIT_H

#include "state/state.h"

extern void limit_install(void);
extern void limit_begin(const ModuleKey *running);
extern void limit_end(void);

#endif							/* DYNPGEXT_LIMIT_H */
