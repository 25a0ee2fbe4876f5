/*-------------------------------------------------------------------------
 *
 * supervisor.h
 *	  The one process of the loader that stays.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_SUPERVISOR_H
#define DYNPGEXT_SUPERVISOR_H

extern void supervisor_register(void);

#endif							/* DYNPGEXT_SUPERVISOR_H */
