/*-------------------------------------------------------------------------
 *
 * owners.h
 *	  Who owned an extension first.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_OWNERS_H
#define DYNPGEXT_OWNERS_H

extern Oid	owner_first(Oid database, Oid extension, Oid otherwise);
extern void owners_accept(Oid database, const char *extension);
extern Oid	owner_before(Oid extension);

#endif							/* DYNPGEXT_OWNERS_H */
