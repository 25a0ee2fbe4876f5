/*-------------------------------------------------------------------------
 *
 * tranches.h
 *	  Numbers for the locks of extensions.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_TRANCHES_H
#define DYNPGEXT_TRANCHES_H

extern int	tranche_of(const char *name);

#endif							/* DYNPGEXT_TRANCHES_H */
