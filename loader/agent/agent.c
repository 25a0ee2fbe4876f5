/*-------------------------------------------------------------------------
 *
 * agent.c
 *	  Runs the code of one extension, and exits.
 *
 * An agent is launched for one module.  It calls _Dynpgext_init(), publishes the
 * requests, registers the workers that are due, and calls _Dynpgext_fini() when
 * the extension was dropped from the last database.  A fault of the extension
 * affects only this process: init is tried in a child first, an ERROR is caught,
 * and a call that takes too long ends the agent.
 *
 * The agent's own worker slot becomes free when it exits.  So one slot is left
 * for the next scanner, however many workers are registered.
 *
 * Locking: tables_lock for each step; none while an extension's code runs.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "miscadmin.h"
#include "storage/latch.h"
#include "utils/memutils.h"

#include "agent/limit.h"
#include "base/compat.h"
#include "base/process.h"
#include "base/steady.h"
#include "extension/library.h"
#include "extension/module.h"
#include "extension/trial.h"
#include "state/facts.h"
#include "state/modules.h"
#include "state/runs.h"
#include "state/starts.h"
#include "state/workers.h"

/* How often the agent looks whether a worker has begun. */
#define ARRIVAL_POLL_MS	10

/* The module that this agent works for. */
static ModuleKey key;

/* Logs what went wrong in the extension's code, and changes nothing. */
static void
report_failure(const char *message)
{
	ereport(LOG,
			(errmsg("extension \"%s\" version \"%s\": %s", key.name, key.version, message)));
}

/* Marks the module as failed, and logs the reason. */
static void
fail_module(const char *message)
{
	module_fail(&key, message);
	ereport(LOG,
			(errmsg("dynpgext cannot use extension \"%s\" version \"%s\": %s",
					key.name, key.version, message)));
}

/* Sets key from the module's id; false if the module is gone. */
static bool
find_module(uint32 id)
{
	SharedTable *modules = &loader_state->modules;
	bool		found = false;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	for (uint32 i = 0; i < modules->count && !found; i++)
	{
		ModuleRow  *row = table_row(modules, i);

		if (row->id != id)
			continue;
		key = row->key;
		row->next_try = 0;
		found = true;
	}
	LWLockRelease(loader_state->tables_lock);
	return found;
}

/* Does the library's name end with the version, as name-1.2 does? */
static bool
is_versioned(const char *library)
{
	size_t		length = strlen(library);
	size_t		ending = strlen(key.version);

	return ending > 0 && length > ending &&
		strcmp(library + length - ending, key.version) == 0 &&
		strchr("-_", library[length - ending - 1]) != NULL;
}

/*
 * Warns about a library whose calls of its own functions may be bound to those of
 * another version: PostgreSQL opens libraries with RTLD_GLOBAL.
 */
static void
check_linking(const Module *module)
{
	if (is_versioned(module->handle.library_name) && !library_keeps_to_itself(module->library))
		ereport(LOG,
				(errmsg("library \"%s\" of extension \"%s\" was not linked with -Bsymbolic",
						module->handle.library_name, key.name),
				 errhint("A process that has another version open too may run that one's functions.")));
}

/* Opens the library and runs init; on failure marks the module and returns NULL. */
static Module *
ask_module(void)
{
	Module	   *module = NULL;
	bool		declined;
	char	   *failure = trial_run(&key, &declined);

	if (failure != NULL)
	{
		fail_module(failure);
		return NULL;
	}
	limit_begin(&key);
	module = module_open(&key);
	limit_end();
	if (module == NULL)
		fail_module("its files are not those of a Dynpgext extension any more");
	else if (module->failure != NULL)
		fail_module(module->failure);
	else
		return module;
	return NULL;
}

/* Publishes the module's requests for workers, unless that was done before. */
static void
publish_requests(const Module *module)
{
	bool		first = false;
	int			index;
	int			number = 0;
	ListCell   *cell;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	index = module_index(&key);
	if (index >= 0 &&
		((ModuleRow *) table_row(&loader_state->modules, (uint32) index))->status == MODULE_FOUND)
	{
		foreach(cell, module->workers)
		{
			WorkerRequest *request = lfirst(cell);
			SpecRow    *spec = table_append(&loader_state->specs);

			spec->key = key;
			spec->number = number++;
			spec->flags = request->flags;
			spec->asked = request->asked;
		}
		((ModuleRow *) table_row(&loader_state->modules, (uint32) index))->status = MODULE_READY;
		workers_plan(steady_now());
		first = true;
	}
	LWLockRelease(loader_state->tables_lock);
	if (first)
		check_linking(module);
}

/* A worker that was registered. */
typedef struct Registered
{
	Datum		token;
	BackgroundWorkerHandle *handle;
} Registered;

/* Calls the callback of revision 1 for a worker that was registered. */
static void
call_back(const WorkerRequest *request, BackgroundWorkerHandle *handle)
{
	char	   *failure;

	limit_begin(&key);
	failure = module_call_callback(request, handle);
	limit_end();
	if (failure != NULL)
		report_failure(failure);
}

/* Registers one claimed worker; NULL if there is no worker slot. */
static Registered *
register_worker(const Module *module, Datum token, int number, const BackgroundWorker *asked)
{
	WorkerRequest *request = list_nth(module->workers, number);
	Registered *registered;
	BackgroundWorker worker = *asked;
	BackgroundWorkerHandle *handle;
	pid_t		pid;

	strlcpy(worker.bgw_library_name, "dynpgext", sizeof(worker.bgw_library_name));
	strlcpy(worker.bgw_function_name, "dynpgext_worker_main", sizeof(worker.bgw_function_name));
	worker.bgw_main_arg = token;
	worker.bgw_notify_pid = MyProcPid;
	if (!RegisterDynamicBackgroundWorker(&worker, &handle))
	{
		ereport(LOG,
				(errcode(ERRCODE_CONFIGURATION_LIMIT_EXCEEDED),
				 errmsg("dynpgext finds no free background worker slot for worker \"%s\"",
						worker.bgw_name),
				 errhint("Raise \"max_worker_processes\", on standbys first.")));
		return NULL;
	}
	(void) WaitForBackgroundWorkerStartup(handle, &pid);
	if (request->callback != NULL)
		call_back(request, handle);
	registered = palloc(sizeof(Registered));
	registered->token = token;
	registered->handle = handle;
	return registered;
}

/*
 * Waits until each worker has started, and records the exit of one that the
 * postmaster could not start.
 */
static void
await_arrivals(List *registered)
{
	ListCell   *cell;

	foreach(cell, registered)
	{
		Registered *worker = lfirst(cell);
		pid_t		pid;

		while (run_expected(worker->token))
		{
			if (GetBackgroundWorkerPid(worker->handle, &pid) == BGWH_STOPPED)
				run_never_came(worker->token);
			else
				(void) WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH,
								 ARRIVAL_POLL_MS, PG_WAIT_EXTENSION);
			ResetLatch(MyLatch);
			CHECK_FOR_INTERRUPTS();
		}
	}
}

/* Registers the workers that are due, until there is no slot. */
static void
start_workers(const Module *module)
{
	Datum		token;
	int			number;
	BackgroundWorker asked;
	List	   *registered = NIL;

	while (worker_claim(&key, &token, &number, &asked))
	{
		Registered *worker = NULL;

		if (number < list_length(module->workers))
			worker = register_worker(module, token, number, &asked);
		if (worker == NULL)
			worker_unclaim(token);
		else
			registered = lappend(registered, worker);
	}
	await_arrivals(registered);
}

/*
 * Removes a module that no database has any more; returns false if one has it.
 * If the extension was created again since, its init will be run again.
 */
static bool
forget_module(void)
{
	bool		created;
	bool		forget;
	int			index;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	created = facts_have_module(&key);
	index = module_index(&key);
	forget = index >= 0 && !module_has_workers(&key) && (!created || module_ended(&key));
	if (forget && created)
	{
		ModuleRow  *row = table_row(&loader_state->modules, (uint32) index);

		module_remove_specs(&key);
		row->status = MODULE_FOUND;
		row->ended = false;
	}
	else if (forget)
		module_remove((uint32) index);
	LWLockRelease(loader_state->tables_lock);
	return forget;
}

/* Runs fini of an extension that was dropped from the last database. */
static void
finish_module(void)
{
	Module	   *module;
	char	   *failure = NULL;

	limit_begin(&key);
	module = module_open(&key);
	if (module != NULL && module->failure == NULL)
		failure = module_call_fini(module);
	limit_end();
	if (module == NULL)
		failure = "its library is gone, so _Dynpgext_fini was not called";
	if (failure != NULL)
		report_failure(failure);
}

/* The agent's main function; the argument is the module's id. */
void
dynpgext_agent_main(Datum argument)
{
	Module	   *module;

	process_begin(InvalidOid);
	limit_install();

	if (!find_module(DatumGetUInt32(argument)))
		return;
	if (forget_module())
	{
		finish_module();
		return;
	}
	module = ask_module();
	if (module == NULL)
		return;
	publish_requests(module);
	start_workers(module);
}
