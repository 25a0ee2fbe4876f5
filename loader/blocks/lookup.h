/*-------------------------------------------------------------------------
 *
 * lookup.h
 *	  What a worker tells the lookup; dynpgext_lookup_shmem() is in dynpgext.h.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_LOOKUP_H
#define DYNPGEXT_LOOKUP_H

#include "state/state.h"

extern void blocks_own_module(const ModuleKey *key);

#endif							/* DYNPGEXT_LOOKUP_H */
