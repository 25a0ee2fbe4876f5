/*-------------------------------------------------------------------------
 *
 * helper.h
 *	  The scanner or agent that the supervisor has under way.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_HELPER_H
#define DYNPGEXT_HELPER_H

#include "datatype/timestamp.h"

extern bool helper_launch(const char *name, const char *function, Datum argument);
extern bool helper_possible(TimestampTz now);
extern TimestampTz helper_next_event(TimestampTz now);

#endif							/* DYNPGEXT_HELPER_H */
