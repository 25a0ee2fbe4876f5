/*
 * A loader like the historic one, as far as lookups go: it exports no
 * generation, removes nothing, and gives memory that is neither zeroed nor
 * aligned to a cache line.  It serves the extension "memory".
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "storage/shmem.h"
#include "utils/guc.h"

PG_MODULE_MAGIC;

extern PGDLLEXPORT void _PG_init(void);
extern PGDLLEXPORT __attribute__((visibility("default"))) void *dynpgext_lookup_shmem(const char *name);

typedef struct handle
{
	char	   *name;
	char	   *version;
	char	   *library_name;
	void		(*allocate_shmem) (const struct handle *handle, const char *name, size_t size,
								   void (*callback) (void *ptr, void *data), void *data, int flags);
	void		(*register_bgworker) (const struct handle *handle, void *worker, void *callback,
									  void *data, int flags);
} handle;

static const char *wanted;
static void *found;

static void
allocate_shmem(const handle *handle, const char *name, size_t size,
			   void (*callback) (void *ptr, void *data), void *data, int flags)
{
	char	   *memory;
	bool		is_there;

	if (strcmp(name, wanted) != 0)
		return;
	if (flags == 1)
		name = psprintf("%s %u", name, MyDatabaseId);
	memory = ShmemInitStruct(name, size + 8, &is_there);
	found = memory + 8;
	if (is_there)
		return;
	memset(memory, 0x7f, size + 8);
	callback(found, data);
}

/* No worker is started. */
static void
register_bgworker(const handle *handle, void *worker, void *callback, void *data, int flags)
{
}

void *
dynpgext_lookup_shmem(const char *name)
{
	static const handle handle = {"memory", "1.0", "memory", allocate_shmem, register_bgworker};
	void		(*init) (const struct handle *handle);

	wanted = name;
	found = NULL;
	init = (void (*) (const struct handle *)) load_external_function("$libdir/memory", "_Dynpgext_init", true, NULL);
	init(&handle);
	return found;
}

void
_PG_init(void)
{
	static bool present = true;

	DefineCustomBoolVariable("dynpgext.loader_present", "", NULL, &present, true,
							 PGC_INTERNAL, 0, NULL, NULL, NULL);
}
