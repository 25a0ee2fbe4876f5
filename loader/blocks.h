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
#include "state.h"

extern void blocks_own_module(const ModuleKey *key);
extern dsm_segment *block_get(const BlockRow *wanted, const ModuleKey *key,
							  dynpgext_shmem_callback callback, void *data);

extern void block_remove(uint32 index);
extern bool block_exists(dsm_handle handle);
extern bool block_is_left_over(const BlockRow *row, const ModuleKey *key);
extern void blocks_remove_predecessors(const BlockRow *row);
extern void blocks_before_scan(Oid database);
extern void blocks_end(const char *extension_name, uint64 clock);
extern void blocks_collect(void);

#endif							/* DYNPGEXT_BLOCKS_H */
