/*-------------------------------------------------------------------------
 *
 * orphans.h
 *	  Blocks of shared memory whose extension is gone, and how they are removed.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_ORPHANS_H
#define DYNPGEXT_ORPHANS_H

#include "storage/dsm.h"

#include "state/state.h"

extern void block_remove(uint32 index);
extern bool block_exists(dsm_handle handle);
extern bool block_is_left_over(const BlockRow *row, const ModuleKey *key);
extern void blocks_remove_predecessors(const BlockRow *row);
extern void blocks_before_scan(Oid database);
extern void blocks_end(const char *extension_name, uint64 clock);
extern void blocks_collect(void);

#endif							/* DYNPGEXT_ORPHANS_H */
