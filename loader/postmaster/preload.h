/*-------------------------------------------------------------------------
 *
 * preload.h
 *	  Asking the installed extensions while the server starts.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_PRELOAD_H
#define DYNPGEXT_PRELOAD_H

extern void preload_extensions(void);

#endif							/* DYNPGEXT_PRELOAD_H */
