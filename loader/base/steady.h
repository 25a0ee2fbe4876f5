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

#include <time.h>

#include "utils/timestamp.h"

/* Now, in microseconds since a moment that is the same in all processes. */
static inline TimestampTz
steady_now(void)
{
	struct timespec now;

	/* not instr_time.h, whose clock may be another in each process since 19 */
	(void) clock_gettime(CLOCK_MONOTONIC, &now);
	return (TimestampTz) now.tv_sec * USECS_PER_SEC + now.tv_nsec / 1000;
}

#endif							/* DYNPGEXT_STEADY_H */
