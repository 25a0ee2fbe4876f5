/*-------------------------------------------------------------------------
 *
 * leases.h
 *	  Leases, which keep workers away as long as a transaction runs.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_LEASES_H
#define DYNPGEXT_LEASES_H

#include "state/state.h"

extern bool lease_take(Oid database, const char *extension);
extern void lease_release(void);
extern bool lease_means(const char *leased, const char *extension);
extern bool lease_covers(Oid database, const char *extension);

#endif							/* DYNPGEXT_LEASES_H */
