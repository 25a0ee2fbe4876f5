/*-------------------------------------------------------------------------
 *
 * hooks.h
 *	  Hints from sessions.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_HOOKS_H
#define DYNPGEXT_HOOKS_H

extern void hooks_install(void);

#endif							/* DYNPGEXT_HOOKS_H */
