/*
 * oldloader.c - a loader that does what the historic one did, and no more.
 *
 * One extension, whose library it opens in the postmaster without _PG_init().
 * Memory is not zeroed, and a block of a database is a slot of an array, whose
 * callback cannot know the database.  Workers start when somebody says so; the
 * end of one is seen by nobody, and none is started again or stopped.
 */
#include "postgres.h"

#include <dlfcn.h>

#include "fmgr.h"
#include "miscadmin.h"
#include "postmaster/bgworker.h"
#include "storage/ipc.h"
#include "storage/lwlock.h"
#include "storage/shmem.h"
#include "utils/guc.h"

#define EXPORT	__attribute__((visibility("default")))
#define MAX_REQUESTS 16
#define MAX_DATABASES 4

/* The interface; the two revisions differ in one function. */
typedef struct dynpgext_handle dynpgext_handle;
struct dynpgext_handle
{
	const char *name;
	const char *version;
	const char *library_name;
	void		(*allocate_shmem) (const dynpgext_handle *handle, const char *name, size_t size,
								   void (*callback) (void *ptr, void *data), void *data, int flags);
	void		(*register_bgworker) (void);
};

typedef struct Request
{
	const char *name;
	size_t		size;
	void		(*callback) (void *ptr, void *data);
	void	   *data;
	bool		local;
	char	   *memory;
} Request;

typedef struct WorkerRequest
{
	BackgroundWorker worker;
	bool		local;
} WorkerRequest;

PG_MODULE_MAGIC;
PG_FUNCTION_INFO_V1(oldloader_start);

extern EXPORT void _PG_init(void);
extern EXPORT void *dynpgext_lookup_shmem(const char *name);

static Request requests[MAX_REQUESTS];
static int	request_count = 0;
static WorkerRequest workers[MAX_REQUESTS];
static int	worker_count = 0;
static Oid *databases;			/* which slot is whose, in shared memory */
static char *extension = NULL;
static int	revision = 1;
static shmem_startup_hook_type previous_startup = NULL;

static void
allocate_shmem(const dynpgext_handle *handle, const char *name, size_t size,
			   void (*callback) (void *ptr, void *data), void *data, int flags)
{
	Request    *request = &requests[request_count++];

	request->name = name;
	request->size = size;
	request->callback = callback;
	request->data = data;
	request->local = (flags & 1) != 0;
}

static void
note_worker(const BackgroundWorker *worker, int flags)
{
	workers[worker_count].worker = *worker;
	workers[worker_count].worker.bgw_restart_time = BGW_NEVER_RESTART;
	workers[worker_count++].local = (flags & 1) != 0;
}

static void
register_revision_1(const dynpgext_handle *handle, BackgroundWorker *worker,
					void (*callback) (BackgroundWorkerHandle *handle, void *data),
					void *data, int flags)
{
	note_worker(worker, flags);
}

static void
register_revision_2(const dynpgext_handle *handle, BackgroundWorker *worker, int flags)
{
	note_worker(worker, flags);
}

static size_t
memory_of(const Request *request)
{
	return request->size * (request->local ? MAX_DATABASES : 1);
}

static void
startup(void)
{
	bool		found;

	if (previous_startup)
		previous_startup();
	databases = ShmemInitStruct("oldloader", MAX_DATABASES * sizeof(Oid), &found);
	memset(databases, 0, MAX_DATABASES * sizeof(Oid));
	for (int i = 0; i < request_count; i++)
	{
		Request    *request = &requests[i];

		request->memory = ShmemInitStruct(psprintf("oldloader %d", i), memory_of(request), &found);
		memset(request->memory, 0x7f, memory_of(request));
		for (int slot = 0; slot < (request->local ? MAX_DATABASES : 1); slot++)
			request->callback(request->memory + slot * request->size, request->data);
	}
}

static Size
total_size(void)
{
	Size		size = MAX_DATABASES * sizeof(Oid) + 1024;

	for (int i = 0; i < request_count; i++)
		size += CACHELINEALIGN(memory_of(&requests[i]));
	return size;
}

#if PG_VERSION_NUM >= 150000
static shmem_request_hook_type previous_request = NULL;

static void
request_space(void)
{
	if (previous_request)
		previous_request();
	RequestAddinShmemSpace(total_size());
}
#endif

void *
dynpgext_lookup_shmem(const char *name)
{
	for (int i = 0; i < request_count; i++)
	{
		if (strcmp(requests[i].name, name) != 0)
			continue;
		if (!requests[i].local)
			return requests[i].memory;
		if (!OidIsValid(MyDatabaseId))
			return NULL;
		LWLockAcquire(AddinShmemInitLock, LW_EXCLUSIVE);
		for (int slot = 0; slot < MAX_DATABASES; slot++)
		{
			if (databases[slot] == InvalidOid)
				databases[slot] = MyDatabaseId;
			if (databases[slot] == MyDatabaseId)
			{
				LWLockRelease(AddinShmemInitLock);
				return requests[i].memory + slot * requests[i].size;
			}
		}
		LWLockRelease(AddinShmemInitLock);
	}
	return NULL;
}

/* Starts the workers of this database, or those of the server; tells how many. */
Datum
oldloader_start(PG_FUNCTION_ARGS)
{
	bool		global = PG_GETARG_BOOL(0);
	int			started = 0;

	for (int i = 0; i < worker_count; i++)
	{
		BackgroundWorker worker = workers[i].worker;

		if (workers[i].local == global)
			continue;
		if (!global)
			worker.bgw_main_arg = ObjectIdGetDatum(MyDatabaseId);
		started += RegisterDynamicBackgroundWorker(&worker, NULL);
	}
	PG_RETURN_INT32(started);
}

void
_PG_init(void)
{
	static dynpgext_handle handle;
	static bool present = true;
	void	   *library;
	void		(*init) (const dynpgext_handle *handle);

	if (!process_shared_preload_libraries_in_progress)
		return;
	DefineCustomStringVariable("oldloader.extension", "The extension.", NULL, &extension, "",
							   PGC_POSTMASTER, 0, NULL, NULL, NULL);
	DefineCustomIntVariable("oldloader.revision", "Its revision.", NULL, &revision, 1, 1, 2,
							PGC_POSTMASTER, 0, NULL, NULL, NULL);
	DefineCustomBoolVariable("dynpgext.loader_present", "There is a loader.", NULL, &present, true,
							 PGC_INTERNAL, 0, NULL, NULL, NULL);

	library = dlopen(psprintf("%s/%s.so", pkglib_path, extension), RTLD_NOW | RTLD_GLOBAL);
	if (library == NULL)
		elog(FATAL, "oldloader: %s", dlerror());
	*(void **) &init = dlsym(library, "_Dynpgext_init");
	handle.name = handle.library_name = extension;
	handle.version = "0.1";
	handle.allocate_shmem = allocate_shmem;
	if (revision == 1)
		handle.register_bgworker = (void (*) (void)) register_revision_1;
	else
		handle.register_bgworker = (void (*) (void)) register_revision_2;
	init(&handle);

#if PG_VERSION_NUM >= 150000
	previous_request = shmem_request_hook;
	shmem_request_hook = request_space;
#else
	RequestAddinShmemSpace(total_size());
#endif
	previous_startup = shmem_startup_hook;
	shmem_startup_hook = startup;
}
