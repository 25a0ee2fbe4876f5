/*-------------------------------------------------------------------------
 *
 * steady.h
 *	  The clock of all waits, which nobody sets.
 *
 * When somebody sets the server's clock back, nothing waits until it tells
 * again what it told before.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_STEADY_H
#define DYNPGEXT_STEADY_H

#include "portability/instr_time.h"
#include "utils/timestamp.h"

/* Now, in microseconds since a moment that is the same in all processes. */
static inline TimestampTz
steady_now(void)
{
	instr_time	now;

	INSTR_TIME_SET_CURRENT(now);	/* CLOCK_MONOTONIC: instr_time.h, 13 to 18 */
	return (TimestampTz) INSTR_TIME_GET_MICROSEC(now);
}

#endif							/* DYNPGEXT_STEADY_H */
