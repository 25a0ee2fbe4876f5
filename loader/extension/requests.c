/*-------------------------------------------------------------------------
 *
 * requests.c
 *	  What an extension asks for while its init runs.
 *
 * The functions of a handle only record, in this process.  A request that
 * cannot be granted is refused with a warning, and the others stand.
 *
 * Locking: none; all of it belongs to the process.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "utils/memutils.h"

#include "extension/requests.h"

typedef void (*AnyFunction) (void);

/* The module whose init is running, or NULL. */
static Module *recording = NULL;

/* Says that a request is not granted. */
static void
refuse(const Module *module, const char *kind, const char *name, const char *why)
{
	ereport(WARNING,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("extension \"%s\" asked for a %s \"%s\" that it cannot have: %s",
					module->key.name, kind, name, why)));
}

/* The module behind a handle, or NULL if this is not the time for requests. */
static Module *
recording_module(const dynpgext_handle *handle)
{
	if (recording != NULL && handle == &recording->handle)
		return recording;
	ereport(WARNING,
			(errmsg("a request of an extension was ignored: it was not made in _Dynpgext_init()")));
	return NULL;
}

/* The block that a module asked for under this name, or NULL. */
BlockRequest *
module_block(Module *module, const char *name)
{
	ListCell   *cell;

	foreach(cell, module->blocks)
	{
		BlockRequest *request = lfirst(cell);

		if (strcmp(request->name, name) == 0)
			return request;
	}
	return NULL;
}

/* handle->allocate_shmem */
static void
record_block(const dynpgext_handle *handle, const char *name, size_t size,
			 dynpgext_shmem_callback callback, void *data, int flags)
{
	Module	   *module = recording_module(handle);
	BlockRequest *request;
	MemoryContext previous;

	if (module == NULL)
		return;
	if (name == NULL || name[0] == '\0' || size == 0)
	{
		refuse(module, "block", name ? name : "", "a block needs a name and a size");
		return;
	}
	if (strlen(name) >= LOADER_BLOCK_NAME_LEN)
	{
		refuse(module, "block", name, "its name is longer than 127 characters");
		return;
	}
	request = module_block(module, name);
	if (request != NULL)
	{
		if (request->size != size)
			refuse(module, "block", name, "it has asked for that name with another size");
		return;
	}

	previous = MemoryContextSwitchTo(TopMemoryContext);
	request = palloc0(sizeof(BlockRequest));
	request->name = pstrdup(name);
	request->size = size;
	request->callback = callback;
	request->data = data;
	request->local = (flags & DYNPGEXT_SCOPE_DATABASE_LOCAL) != 0;
	request->of_version = !request->local && (flags & DYNPGEXT_SCOPE_VERSION) != 0;
	request->historic = module->historic;
	request->library = handle->library_name;
	module->blocks = lappend(module->blocks, request);
	MemoryContextSwitchTo(previous);
}

/*
 * Does the worker want the extension's own library, whose name does not fit?
 * Before 17 there is room for 95 characters, see bgworker.h.
 */
static bool
is_library_cut(const dynpgext_handle *handle, const BackgroundWorker *bgw)
{
	size_t		room = sizeof(bgw->bgw_library_name) - 1;

	return strlen(handle->library_name) > room &&
		strncmp(bgw->bgw_library_name, handle->library_name,
				strnlen(bgw->bgw_library_name, room)) == 0;
}

/* handle->register_bgworker of revision 1 */
static void
record_worker(const dynpgext_handle *handle, BackgroundWorker *bgw,
			  dynpgext_bgworker_callback callback, void *data, int flags)
{
	Module	   *module = recording_module(handle);
	WorkerRequest *request;
	BackgroundWorker *asked;
	MemoryContext previous;

	if (module == NULL)
		return;
	if (bgw->bgw_function_name[0] == '\0' || (bgw->bgw_flags & BGWORKER_CLASS_PARALLEL) != 0)
	{
		refuse(module, "worker", bgw->bgw_name, "it needs a function, and cannot be parallel");
		return;
	}
	if (is_library_cut(handle, bgw))
	{
		refuse(module, "worker", bgw->bgw_name,
			   "its library has a name that is too long for this server");
		return;
	}

	previous = MemoryContextSwitchTo(TopMemoryContext);
	request = palloc0(sizeof(WorkerRequest));
	request->callback = callback;
	request->data = data;
	request->flags = flags;
	asked = &request->asked;
	*asked = *bgw;
	/* arrays filled with strncpy() may lack their end */
	asked->bgw_name[sizeof(asked->bgw_name) - 1] = '\0';
	asked->bgw_type[sizeof(asked->bgw_type) - 1] = '\0';
	asked->bgw_function_name[sizeof(asked->bgw_function_name) - 1] = '\0';
	asked->bgw_library_name[sizeof(asked->bgw_library_name) - 1] = '\0';
	if (asked->bgw_library_name[0] == '\0')
		strlcpy(asked->bgw_library_name, handle->library_name, sizeof(asked->bgw_library_name));
	if (asked->bgw_name[0] == '\0')
		strlcpy(asked->bgw_name, handle->name, sizeof(asked->bgw_name));
	asked->bgw_flags |= BGWORKER_SHMEM_ACCESS;
	asked->bgw_restart_time = BGW_NEVER_RESTART;
	asked->bgw_notify_pid = 0;
	module->workers = lappend(module->workers, request);
	MemoryContextSwitchTo(previous);
}

/* handle->register_bgworker of revision 2 */
static void
record_worker_revision_2(const dynpgext_handle *handle, BackgroundWorker *bgw, int flags)
{
	record_worker(handle, bgw, NULL, NULL, flags);
}

/*
 * Starts recording the requests of a module, which uses this revision of the
 * interface; false if the revision is unknown.
 */
bool
requests_begin(Module *module, int revision)
{
	AnyFunction recorder;

	if (revision != 1 && revision != 2)
		return false;
	recorder = revision == 1 ? (AnyFunction) record_worker
		: (AnyFunction) record_worker_revision_2;
	module->handle.register_bgworker = (dynpgext_register_bgworker_function) recorder;
	module->handle.allocate_shmem = record_block;
	recording = module;
	return true;
}

/* Stops recording requests. */
void
requests_end(void)
{
	recording = NULL;
}
