/*-------------------------------------------------------------------------
 *
 * pauses.h
 *	  Workers that somebody keeps away by hand.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_PAUSES_H
#define DYNPGEXT_PAUSES_H

#include "state/state.h"

extern bool pause_enter(Oid database, const char *extension);
extern bool pause_leave(Oid database, const char *extension);
extern bool pause_covers(Oid database, const char *extension);
extern void pauses_forget(Oid database);

#endif							/* DYNPGEXT_PAUSES_H */
