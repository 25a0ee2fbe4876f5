/*-------------------------------------------------------------------------
 *
 * blocks.h
 *	  Blocks of shared memory; dynpgext_lookup_shmem() is in dynpgext.h.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_BLOCKS_H
#define DYNPGEXT_BLOCKS_H

#include "dynpgext.h"
#include "state/state.h"

extern dsm_segment *block_get(const BlockRow *wanted, const ModuleKey *key,
							  dynpgext_shmem_callback callback, void *data);

#endif							/* DYNPGEXT_BLOCKS_H */
