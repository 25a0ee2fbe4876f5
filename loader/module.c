/*-------------------------------------------------------------------------
 *
 * module.c
 *	  An extension's library in this process, and what it asked for.
 *
 * _Dynpgext_init() runs once in each process that needs to know the requests;
 * here it only records them.  Its errors are caught.  A library that was
 * opened is never closed, because callbacks point into it.
 *
 * Locking: none; all of it belongs to the process.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include <dlfcn.h>

#include "miscadmin.h"
#include "utils/memutils.h"
#include "utils/varlena.h"

#include "compat.h"
#include "control.h"
#include "library.h"
#include "module.h"
#include "settings.h"

typedef void (*AnyFunction) (void);

/* Every module that this process has asked. */
static List *modules = NIL;

/* Is an init or fini running? */
static bool calling = false;

/*
 * Where is the library of a version of an extension?  Nothing is opened.
 * MODULE_FOUND sets *name, fit for a worker's library, and *path.
 */
ModuleStatus
module_find(const ModuleKey *key, char **name, char **path, const char **problem)
{
	*name = control_module_pathname(key, problem);
	if (*name == NULL)
		return MODULE_PLAIN;
	*path = library_path(*name);
	if (*path == NULL)
	{
		*problem = "its library is missing";
		return MODULE_PLAIN;
	}
	if (library_exports(*path, "_Dynpgext_magic", problem))
		return MODULE_FOUND;
	if (*problem != NULL)
		return MODULE_BROKEN;
	*problem = "its library does not export _Dynpgext_magic";
	return MODULE_PLAIN;
}

/* Is the extension switched off by the administrator? */
bool
module_disabled(const char *name)
{
	char	   *raw = pstrdup(setting_disable);
	List	   *names = NIL;
	ListCell   *cell;
	bool		found = false;

	/* the check hook has seen that it is a list */
	(void) SplitIdentifierString(raw, ',', &names);
	foreach(cell, names)
		found |= strcmp((char *) lfirst(cell), name) == 0;
	list_free(names);
	pfree(raw);
	return found;
}

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
	ListCell   *cell;

	foreach(cell, modules)
	{
		Module	   *module = lfirst(cell);

		if (&module->handle == handle && module->recording)
			return module;
	}
	ereport(WARNING,
			(errmsg("a request of an extension was ignored: it was not made in _Dynpgext_init()")));
	return NULL;
}

/* Is an init or fini running in this process?  Interrupts are then held. */
bool
module_calling(void)
{
	return calling;
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
	module->blocks = lappend(module->blocks, request);
	MemoryContextSwitchTo(previous);
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

/* A function of the library, or NULL. */
static AnyFunction
library_function(void *library, const char *name)
{
	void	   *address = dlsym(library, name);
	AnyFunction function = NULL;

	/* ISO C has no cast between the two */
	memcpy(&function, &address, sizeof(address));
	return function;
}

/* Calls a hook of the extension; returns the message of its ERROR, or NULL. */
static char *
call_guarded(Module *module, const char *name)
{
	void		(*function) (const dynpgext_handle *) =
		(void (*) (const dynpgext_handle *)) library_function(module->library, name);
	MemoryContext caller = CurrentMemoryContext;
	uint32		holdoff = InterruptHoldoffCount;
	char	   *volatile message = NULL;

	if (function == NULL)
		return NULL;
	calling = true;
	/* a cancelled query is not a failure of the extension */
	HOLD_INTERRUPTS();
	PG_TRY();
	{
		function(&module->handle);
	}
	PG_CATCH();
	{
		ErrorData  *error;

		MemoryContextSwitchTo(TopMemoryContext);
		error = CopyErrorData();
		FlushErrorState();
		message = psprintf("%s: %s", name, error->message ? error->message : "unknown error");
		FreeErrorData(error);
	}
	PG_END_TRY();
	/* an ERROR has set it to zero */
	InterruptHoldoffCount = holdoff;
	calling = false;
	MemoryContextSwitchTo(caller);
	return message;
}

/* Calls _Dynpgext_fini(); returns the message of its ERROR, or NULL. */
char *
module_call_fini(Module *module)
{
	return call_guarded(module, "_Dynpgext_fini");
}

/* Sets register_bgworker as the library expects it; false if it cannot be. */
static bool
choose_revision(Module *module)
{
	const int  *symbol = dlsym(module->library, "_Dynpgext_revision");
	int			revision = symbol ? *symbol : setting_assume_revision;
	AnyFunction recorder;

	if (revision != 1 && revision != 2)
		return false;
	recorder = revision == 1 ? (AnyFunction) record_worker
		: (AnyFunction) record_worker_revision_2;
	module->handle.register_bgworker = (dynpgext_register_bgworker_function) recorder;
	return true;
}

/* Opens the library and asks; returns why that failed, or NULL. */
static char *
ask(Module *module, const char *path)
{
	dynpgext_magic *(*magic) (void);
	char	   *failure;

	module->library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (module->library == NULL)
		return pstrdup(dlerror());
	magic = (dynpgext_magic *(*) (void)) library_function(module->library, "_Dynpgext_magic");
	if (magic == NULL || magic()->size != sizeof(dynpgext_magic) ||
		magic()->version != DYNPGEXT_MAGIC_VERSION)
		return pstrdup("its _Dynpgext_magic is of an unknown version");
	if (!choose_revision(module))
		return pstrdup("its _Dynpgext_revision is unknown");

	module->recording = true;
	failure = call_guarded(module, "_Dynpgext_init");
	module->recording = false;
	return failure;
}

/*
 * The module of a version of an extension, asked at the first call in this
 * process.  NULL if its files are not, or not now, those of a Dynpgext
 * extension; a module whose init failed has a failure.
 */
Module *
module_open(const ModuleKey *key)
{
	ListCell   *cell;
	Module	   *module;
	char	   *name;
	char	   *path;
	const char *problem;
	MemoryContext previous;

	foreach(cell, modules)
	{
		module = lfirst(cell);
		if (module_key_equal(&module->key, key))
			return module;
	}
	if (module_find(key, &name, &path, &problem) != MODULE_FOUND)
		return NULL;

	previous = MemoryContextSwitchTo(TopMemoryContext);
	module = palloc0(sizeof(Module));
	module->key = *key;
	module->handle.name = module->key.name;
	module->handle.version = module->key.version;
	module->handle.library_name = pstrdup(name);
	module->handle.allocate_shmem = record_block;
	modules = lappend(modules, module);
	module->failure = ask(module, path);
	MemoryContextSwitchTo(previous);
	return module;
}
