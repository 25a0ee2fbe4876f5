/*-------------------------------------------------------------------------
 *
 * trial.h
 *	  A first try of an extension's init, in a process that does not matter.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_TRIAL_H
#define DYNPGEXT_TRIAL_H

#include "state/state.h"

extern char *trial_run(const ModuleKey *key, bool *declined);

#endif							/* DYNPGEXT_TRIAL_H */
