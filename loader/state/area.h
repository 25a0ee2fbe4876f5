/*-------------------------------------------------------------------------
 *
 * area.h
 *	  The area of shared memory that grows.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_AREA_H
#define DYNPGEXT_AREA_H

#include "utils/dsa.h"

extern void area_create(void *where, Size size, int tranche);
extern void area_locate(void *where);
extern dsa_area *area_get(void);
extern bool area_attached(void);

#endif							/* DYNPGEXT_AREA_H */
