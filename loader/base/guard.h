/*-------------------------------------------------------------------------
 *
 * guard.h
 *	  What an extension's code must not do to the process that runs it.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_GUARD_H
#define DYNPGEXT_GUARD_H

extern void guard_begin(void);
extern void guard_end(void);
extern char *guard_call(const char *name, void (*call) (void *argument), void *argument);

#endif							/* DYNPGEXT_GUARD_H */
