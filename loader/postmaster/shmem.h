/*-------------------------------------------------------------------------
 *
 * shmem.h
 *	  The postmaster requests and creates shared memory.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_SHMEM_H
#define DYNPGEXT_SHMEM_H

extern void shmem_install(void);

#endif							/* DYNPGEXT_SHMEM_H */
