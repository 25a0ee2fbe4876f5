/*-------------------------------------------------------------------------
 *
 * requests.h
 *	  What an extension asks for while its init runs.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_REQUESTS_H
#define DYNPGEXT_REQUESTS_H

#include <sys/types.h>

#include "nodes/pg_list.h"

#include "dynpgext.h"
#include "state/state.h"

/* A block that the extension asked for. */
typedef struct BlockRequest
{
	char	   *name;
	Size		size;
	dynpgext_shmem_callback callback;
	void	   *data;
	bool		local;			/* one for each database */
	bool		of_version;		/* global: one for each version */
	bool		historic;		/* of a library built with the historic header */
	const char *library;		/* its name, as workers have it */
} BlockRequest;

/* A worker that the extension asked for. */
typedef struct WorkerRequest
{
	BackgroundWorker asked;
	dynpgext_bgworker_callback callback;	/* revision 1; may be NULL */
	void	   *data;
	int			flags;
} WorkerRequest;

/* One version of an extension, asked once in this process. */
typedef struct Module
{
	dynpgext_handle handle;		/* first: requests come back with its address */
	ModuleKey	key;
	char	   *path;			/* of the library, with what tells its file */
	dev_t		device;
	ino_t		inode;
	int			opened_by;		/* the process that has seen it to be current */
	void	   *library;		/* for dlsym(); never closed */
	char	   *failure;		/* why it cannot be used, or NULL */
	bool		historic;		/* built with the historic header */
	bool		declined;		/* does not want to be asked by the postmaster */
	List	   *blocks;			/* of BlockRequest */
	List	   *workers;		/* of WorkerRequest */
} Module;

extern bool requests_begin(Module *module, int revision);
extern void requests_end(void);
extern BlockRequest *module_block(Module *module, const char *name);

#endif							/* DYNPGEXT_REQUESTS_H */
