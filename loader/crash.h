/*-------------------------------------------------------------------------
 *
 * crash.h
 *	  Keeps a worker that crashes the server from doing so for ever.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_CRASH_H
#define DYNPGEXT_CRASH_H

#include "datatype/timestamp.h"

extern TimestampTz crash_hold(void);

#endif							/* DYNPGEXT_CRASH_H */
