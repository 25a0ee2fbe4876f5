/*
 * historic.c - an extension built with the interface's first header, which had
 * neither the revision's symbol nor the generation.
 */
#define EXTENSION "historic"
#include "postgres.h"

#include "postmaster/bgworker.h"

/* The interface, as much of it as is used here. */
#define DYNPGEXT_SCOPE_GLOBAL 0
#define DYNPGEXT_SCOPE_DATABASE_LOCAL 1
typedef struct
{
	size_t		size;
	uint8_t		version;
} dynpgext_magic;
typedef struct dynpgext_handle dynpgext_handle;
struct dynpgext_handle
{
	char	   *name;
	char	   *version;
	char	   *library_name;
	void		(*allocate_shmem) (const dynpgext_handle *handle, const char *name, size_t size,
								   void (*callback) (void *ptr, void *data), void *data,
								   int flags);
	void		(*register_bgworker) (const dynpgext_handle *handle, BackgroundWorker *bgw,
									  void (*callback) (BackgroundWorkerHandle *handle, void *data),
									  void *data, int flags);
};
extern __attribute__((weak)) void *dynpgext_lookup_shmem(const char *name);

/* Not in that header; fixture.c uses it where a test asks for that. */
extern __attribute__((weak)) const volatile uint64_t *dynpgext_generation;

#include "../fixture.c"

PG_MODULE_MAGIC;

EXPORT dynpgext_magic *_Dynpgext_magic(void);
EXPORT void _Dynpgext_init(const dynpgext_handle *handle);

dynpgext_magic *
_Dynpgext_magic(void)
{
	static dynpgext_magic magic = {sizeof(dynpgext_magic), 0};

	return &magic;
}

void
_Dynpgext_init(const dynpgext_handle *handle)
{
	BackgroundWorker worker;

	ask_blocks(handle);
	describe(&worker, "historic local", "fixture_local_main", handle);
	handle->register_bgworker(handle, &worker, NULL, NULL, DYNPGEXT_SCOPE_DATABASE_LOCAL);
	describe(&worker, "historic global", "fixture_global_main", handle);
	handle->register_bgworker(handle, &worker, NULL, NULL, DYNPGEXT_SCOPE_GLOBAL);
}
