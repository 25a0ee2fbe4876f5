/*-------------------------------------------------------------------------
 *
 * segments.h
 *	  The shared memory of blocks, as this process has it mapped.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_SEGMENTS_H
#define DYNPGEXT_SEGMENTS_H

#include "storage/dsm.h"

extern dsm_segment *segment_create(Size size, const char *name);
extern dsm_segment *segment_map(dsm_handle handle);
extern void segment_hold(dsm_segment *segment, bool forever);

#endif							/* DYNPGEXT_SEGMENTS_H */
