/*-------------------------------------------------------------------------
 *
 * helper.h
 *	  The scanners or the agent that the supervisor has under way.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_HELPER_H
#define DYNPGEXT_HELPER_H

#include "datatype/timestamp.h"

extern bool helper_launch_scanner(Oid database);
extern bool helper_launch_agent(uint32 module);
extern void helpers_look(TimestampTz now);
extern bool helper_works(Oid database);
extern bool helpers_work(void);
extern bool helper_possible(TimestampTz now);
extern TimestampTz helper_next_event(TimestampTz now);

#endif							/* DYNPGEXT_HELPER_H */
