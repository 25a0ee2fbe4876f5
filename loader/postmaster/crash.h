/*-------------------------------------------------------------------------
 *
 * crash.h
 *	  What the postmaster remembers over a crash of the server.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_CRASH_H
#define DYNPGEXT_CRASH_H

#include "state/state.h"

extern void crash_remember(const LoaderState *dying);
extern void crash_recall(LoaderState *fresh);

#endif							/* DYNPGEXT_CRASH_H */
