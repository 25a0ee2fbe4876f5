/*-------------------------------------------------------------------------
 *
 * dynpgext.h
 *	  What an extension and a Dynpgext loader agree on.
 *
 * An extension includes this file after postgres.h, writes DYNPGEXT_MAGIC;
 * once, and defines _Dynpgext_init().  It needs nothing else of the loader,
 * neither to compile nor to be loaded: what the loader provides is found at
 * run time, so that an extension can say what is missing.
 *
 * Names, values, order and types are a binary interface that other people's
 * libraries were built against.  Only add at the end, never change.
 *
 * There are two revisions of register_bgworker under one magic number.
 * Define DYNPGEXT_REVISION as 1 (the default) or 2 before the include.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_H
#define DYNPGEXT_H

#include <stddef.h>
#include <stdint.h>

#include "fmgr.h"
#include "postmaster/bgworker.h"

#ifndef DYNPGEXT_REVISION
#define DYNPGEXT_REVISION 1
#endif
#if DYNPGEXT_REVISION != 1 && DYNPGEXT_REVISION != 2
#error "DYNPGEXT_REVISION must be 1 or 2"
#endif

/*
 * Visible outside the library whatever -fvisibility says; PGDLLEXPORT does
 * that only since PostgreSQL 16.
 */
#if defined(__GNUC__)
#define DYNPGEXT_EXPORT	__attribute__((visibility("default")))
#define DYNPGEXT_WEAK	__attribute__((visibility("default"), weak))
#else
#define DYNPGEXT_EXPORT	PGDLLEXPORT
#define DYNPGEXT_WEAK
#endif

#ifdef __cplusplus
extern "C"
{
#endif

/* The version of this interface that _Dynpgext_magic() reports. */
#define DYNPGEXT_MAGIC_VERSION	0

/* Flags: one block or worker for the server, or one for each database. */
#define DYNPGEXT_SCOPE_GLOBAL			0
#define DYNPGEXT_SCOPE_DATABASE_LOCAL	1

/*
 * Flag of a global block: each version of the extension has one of its own.  A
 * loader that does not know the flag makes one for all.
 */
#define DYNPGEXT_SCOPE_VERSION			4

/* Flag: the process that registers the worker is told when it starts. */
#define DYNPGEXT_REGISTER_BGWORKER_NOTIFY	2

/* Flags for those who have no wish. */
#define DYNPGEXT_ALLOCATE_SHMEM_DEFAULTS	DYNPGEXT_SCOPE_GLOBAL
#define DYNPGEXT_REGISTER_BGWORKER_DEFAULTS	DYNPGEXT_SCOPE_DATABASE_LOCAL

/* Tells the loader that a library speaks this interface. */
typedef struct dynpgext_magic
{
	size_t		size;			/* sizeof(dynpgext_magic) */
	uint8_t		version;		/* DYNPGEXT_MAGIC_VERSION */
} dynpgext_magic;

struct dynpgext_handle;

/*
 * Prepares a new block, which is zeroed.  Runs once for each block, before
 * any lookup of it returns, in the process that looks first.
 */
typedef void (*dynpgext_shmem_callback) (void *ptr, void *data);

/*
 * Asks for a block of shared memory under a name of at most 127 characters.
 * The name should carry the extension's name and the layout's version.
 * Without a callback the block stays zeroed.
 */
typedef void (*dynpgext_allocate_shmem_function) (const struct dynpgext_handle *handle,
												  const char *name, size_t size,
												  dynpgext_shmem_callback callback,
												  void *data, int flags);

/*
 * Asks for a worker.  The structure is copied; its bgw_restart_time is
 * ignored, because the loader restarts workers.  A database-local worker
 * gets the OID of its database as bgw_main_arg.
 */
#if DYNPGEXT_REVISION == 1
/* Runs at each start, in the process that registered the worker. */
typedef void (*dynpgext_bgworker_callback) (BackgroundWorkerHandle *handle, void *data);

typedef void (*dynpgext_register_bgworker_function) (const struct dynpgext_handle *handle,
													 BackgroundWorker *bgw,
													 dynpgext_bgworker_callback callback,
													 void *data, int flags);
#else
typedef void (*dynpgext_register_bgworker_function) (const struct dynpgext_handle *handle,
													 BackgroundWorker *bgw, int flags);
#endif

/* What _Dynpgext_init() gets; valid until the process exits. */
typedef struct dynpgext_handle
{
	char	   *name;			/* the extension's name */
	char	   *version;		/* its version, as in pg_extension */
	char	   *library_name;	/* fit for bgw_library_name */
	dynpgext_allocate_shmem_function allocate_shmem;
	dynpgext_register_bgworker_function register_bgworker;
} dynpgext_handle;

/* Made by DYNPGEXT_MAGIC; without it a library is never opened. */
extern DYNPGEXT_EXPORT dynpgext_magic *_Dynpgext_magic(void);

/*
 * Made by DYNPGEXT_MAGIC: the revision that the library was compiled for.
 * Libraries built with the historic header lack it.
 */
extern DYNPGEXT_EXPORT const int _Dynpgext_revision;

/*
 * Makes the requests.  Runs in any process that needs to know them, once,
 * where no catalog can be read and _PG_init() has perhaps not run.
 */
extern DYNPGEXT_EXPORT void _Dynpgext_init(const dynpgext_handle *handle);

/* Optional: the last database has lost this version of the extension. */
extern DYNPGEXT_EXPORT void _Dynpgext_fini(const dynpgext_handle *handle);

/* Optional: may _Dynpgext_init() run while the server starts?  Absent: yes. */
extern DYNPGEXT_EXPORT bool _Dynpgext_eager_preload(void);

/*
 * What the historic loader exports, and this one too.  The symbols are weak and
 * bound when a library is opened: one that shared_preload_libraries lists
 * before the loader never sees them.  Ask dynpgext_find_loader() first.
 */

/*
 * The block of that name, the current database's own if it is
 * database-local.  NULL when no extension here asked for the name, in the
 * postmaster, and for a database-local block in a process without a
 * database.  Raises an ERROR if the memory cannot be had.  May read
 * catalogs, wait and run the callback: never call it with a lock held.
 *
 * Without a loader the symbol is missing: test
 * dynpgext_lookup_shmem != NULL before the first call.
 */
extern DYNPGEXT_WEAK void *dynpgext_lookup_shmem(const char *name);

/*
 * *dynpgext_generation moves when a block has been removed.  Keep its value
 * next to a pointer that a lookup returned, read before that lookup, and
 * look up again once it differs.  A removed block stays mapped until the end of
 * the transaction; in the extension's own workers, and for libraries without
 * _Dynpgext_revision, until the process exits.
 *
 * The historic loader lacks the symbol: test &dynpgext_generation != NULL;
 * where it is there it always points to a readable number.
 */
extern DYNPGEXT_WEAK const volatile uint64_t *dynpgext_generation;

/*
 * What a loader offers.  Members are only added at the end: use those that
 * DYNPGEXT_LOADER_HAS().  What is there can be used in sessions and workers.
 */
typedef struct dynpgext_loader
{
	size_t		size;			/* of this structure in the loader */
	uint32_t	version;		/* DYNPGEXT_LOADER_VERSION */
	void	   *(*lookup_shmem) (const char *name); /* as the function above */
	const volatile uint64_t *const *generation; /* address of the variable
												 * above */

	/*
	 * The number of a lock tranche, the same in the whole server for the same
	 * first 63 bytes of a name; one of the loader's when the server has few
	 * left.  Raises an ERROR if there is no memory; call it with no lock
	 * held, as in the callback of a block.
	 */
	int			(*lock_tranche) (const char *name);

	/*
	 * The role that owned the extension of this OID, of the current database,
	 * when the loader first saw it since the server has started, or since
	 * dynpgext.restart(); an invalid OID if that is not known.
	 */
	Oid			(*first_owner) (Oid extension);
} dynpgext_loader;

/* The version of the structure; another one means other members. */
#define DYNPGEXT_LOADER_VERSION	1

/* Does the loader, which may be NULL, have a member? */
#define DYNPGEXT_LOADER_HAS(loader, member) \
	((loader) != NULL && (loader)->version == DYNPGEXT_LOADER_VERSION && \
	 (loader)->size >= offsetof(dynpgext_loader, member) + sizeof((loader)->member))

/*
 * The loader, or NULL if it was not preloaded or is older than this.  Ask at
 * each use: the loader may come after the library that asks.
 */
static inline const dynpgext_loader *
dynpgext_find_loader(void)
{
	return (const dynpgext_loader *) *find_rendezvous_variable("dynpgext");
}

/* Write DYNPGEXT_MAGIC; once, at file level, after PG_MODULE_MAGIC. */
#define DYNPGEXT_MAGIC \
dynpgext_magic * \
_Dynpgext_magic(void) \
{ \
	static dynpgext_magic magic = {sizeof(dynpgext_magic), DYNPGEXT_MAGIC_VERSION}; \
	return &magic; \
} \
const int	_Dynpgext_revision = DYNPGEXT_REVISION

#ifdef __cplusplus
}
#endif

#endif							/* DYNPGEXT_H */
