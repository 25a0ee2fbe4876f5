/*-------------------------------------------------------------------------
 *
 * module.c
 *	  An extension's library in this process, and what it asked for.
 *
 * _Dynpgext_init() runs once in each process that needs to know the requests;
 * here it only records them.  Its errors are caught.  A library that was
 * opened is never closed, because callbacks point into it.  What the postmaster
 * has asked is inherited, and used as long as the files are the same.
 *
 * Locking: none; all of it belongs to the process.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include <dlfcn.h>
#include <sys/stat.h>

#include "miscadmin.h"
#include "utils/memutils.h"

#include "base/compat.h"
#include "base/settings.h"
#include "extension/control.h"
#include "base/guard.h"
#include "extension/library.h"
#include "extension/module.h"
#include "extension/requests.h"

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
	ModuleStatus status;

	*name = control_module_pathname(key, &status, problem);
	if (*name == NULL)
		return status;
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

/* Is an init or fini running in this process?  Interrupts are then held. */
bool
module_calling(void)
{
	return calling;
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

/* A hook of the extension, for guard_call(). */
typedef struct Hook
{
	void		(*function) (const dynpgext_handle *handle);
	const dynpgext_handle *handle;
} Hook;

/* Calls it. */
static void
call_hook(void *argument)
{
	Hook	   *hook = argument;

	hook->function(hook->handle);
}

/* Calls a hook of the extension; returns the message of its ERROR, or NULL. */
static char *
call_guarded(Module *module, const char *name)
{
	Hook		hook;
	char	   *message;

	hook.function = (void (*) (const dynpgext_handle *)) library_function(module->library, name);
	hook.handle = &module->handle;
	if (hook.function == NULL)
		return NULL;
	calling = true;
	/* a cancelled query is not a failure of the extension */
	HOLD_INTERRUPTS();
	message = guard_call(name, call_hook, &hook);
	RESUME_INTERRUPTS();
	calling = false;
	return message;
}

/* Calls _Dynpgext_fini(); returns the message of its ERROR, or NULL. */
char *
module_call_fini(Module *module)
{
	return call_guarded(module, "_Dynpgext_fini");
}

/* A start that revision 1's callback is told of, for guard_call(). */
typedef struct Start
{
	const WorkerRequest *request;
	BackgroundWorkerHandle *worker;
} Start;

/* Tells it. */
static void
call_callback(void *argument)
{
	Start	   *start = argument;

	start->request->callback(start->worker, start->request->data);
}

/* Calls a worker's callback; returns the message of its ERROR, or NULL. */
char *
module_call_callback(const WorkerRequest *request, BackgroundWorkerHandle *worker)
{
	Start		start = {request, worker};

	return guard_call("a worker's callback", call_callback, &start);
}

/*
 * Another name for a file.  The dynamic linker takes a name that it knows for
 * the library that it has, also when the file was replaced; so the postmaster,
 * whose libraries all processes inherit, uses a name that nobody else does.
 */
static char *
alias(const char *path)
{
	const char *file = strrchr(path, '/') + 1;

	return psprintf("%.*s./%s", (int) (file - path), path, file);
}

/* The revision of the interface that the library was built for. */
static int
revision_of(Module *module)
{
	const int  *symbol = dlsym(module->library, "_Dynpgext_revision");

	module->historic = symbol == NULL;
	return symbol !=NULL ? *symbol : setting_assume_revision;
}

/* Does the extension want to be asked while the server starts? */
static bool
is_eager(void *library)
{
	bool		(*eager) (void) = (bool (*) (void)) library_function(library, "_Dynpgext_eager_preload");

	return eager == NULL || eager();
}

/* Opens the library and asks; returns why that failed, or NULL. */
static char *
ask(Module *module)
{
	bool		preloading = process_shared_preload_libraries_in_progress;
	dynpgext_magic *(*magic) (void);
	char	   *failure;

	module->library = dlopen(preloading ? alias(module->path) : module->path,
							 RTLD_NOW | RTLD_LOCAL);
	if (module->library == NULL)
		return pstrdup(dlerror());
	magic = (dynpgext_magic *(*) (void)) library_function(module->library, "_Dynpgext_magic");
	if (magic == NULL || magic()->size != sizeof(dynpgext_magic) ||
		magic()->version != DYNPGEXT_MAGIC_VERSION)
		return pstrdup("its _Dynpgext_magic is of an unknown version");
	module->declined = preloading && !is_eager(module->library);
	if (module->declined)
		return NULL;
	if (!requests_begin(module, revision_of(module)))
		return pstrdup("its _Dynpgext_revision is unknown");
	failure = call_guarded(module, "_Dynpgext_init");
	requests_end();
	return failure;
}

/* Are the files of a module still those that it was opened from? */
static bool
is_current(Module *module)
{
	char	   *name;
	char	   *path;
	const char *problem;
	struct stat status;

	if (module->opened_by == MyProcPid)
		return true;
	/* the postmaster has opened it; who has looked once need not look again */
	if (module_find(&module->key, &name, &path, &problem) != MODULE_FOUND ||
		strcmp(path, module->path) != 0 || stat(path, &status) != 0 ||
		status.st_dev != module->device || status.st_ino != module->inode)
		return false;
	module->opened_by = MyProcPid;
	return true;
}

/* The module if this process knows it, perhaps by its failure, or NULL. */
Module *
module_known(const ModuleKey *key)
{
	ListCell   *cell;

	foreach(cell, modules)
	{
		Module	   *module = lfirst(cell);

		if (!module_key_equal(&module->key, key))
			continue;
		if (is_current(module))
			return module;
		module_forget(module);
		break;
	}
	return NULL;
}

/* Forgets a module; what was opened stays open. */
void
module_forget(Module *module)
{
	modules = list_delete_ptr(modules, module);
}

/* Enters a module in the list of those that this process knows. */
static Module *
enter(const ModuleKey *key, const char *name, const char *path)
{
	Module	   *module = palloc0(sizeof(Module));

	module->key = *key;
	module->path = pstrdup(path);
	module->opened_by = MyProcPid;
	module->handle.name = module->key.name;
	module->handle.version = module->key.version;
	module->handle.library_name = pstrdup(name);
	modules = lappend(modules, module);
	return module;
}

/* Enters a module that must not be opened in this process, and why. */
Module *
module_refuse(const ModuleKey *key, const char *failure)
{
	MemoryContext previous = MemoryContextSwitchTo(TopMemoryContext);
	Module	   *module = enter(key, "", "");

	module->failure = pstrdup(failure);
	MemoryContextSwitchTo(previous);
	return module;
}

/*
 * The module of a version of an extension, asked at the first call in this
 * process.  NULL if its files are not, or not now, those of a Dynpgext
 * extension; a module whose init failed has a failure.
 */
Module *
module_open(const ModuleKey *key)
{
	Module	   *module = module_known(key);
	char	   *name;
	char	   *path;
	const char *problem;
	struct stat status;
	MemoryContext previous;

	if (module != NULL)
		return module;
	if (module_find(key, &name, &path, &problem) != MODULE_FOUND || stat(path, &status) != 0)
		return NULL;

	previous = MemoryContextSwitchTo(TopMemoryContext);
	module = enter(key, name, path);
	module->device = status.st_dev;
	module->inode = status.st_ino;
	module->failure = ask(module);
	MemoryContextSwitchTo(previous);
	return module;
}
