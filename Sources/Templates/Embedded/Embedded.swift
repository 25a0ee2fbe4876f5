// Written by scripts/embed. DO NOT EDIT.

/// Files that exist once in the repository and that the command writes as they are.
enum Embedded {
    /// A file of the loader or of the runtime.
    struct File {
        let path: String
        let contents: String
    }

    /// `loader/dynpgext.h`.
    static var interfaceHeader: String {
        loader.first { $0.path == "dynpgext.h" }?.contents ?? ""
    }

    /// All of `loader/`.
    static let loader: [File] = [
        File(
            path: "Makefile",
            contents: ##"""
                # The Dynpgext loader: make, make install, then shared_preload_libraries = 'dynpgext'.
                EXTENSION = dynpgext
                MODULE_big = dynpgext
                DATA = dynpgext--0.1.sql
                PGFILEDESC = "dynpgext - shared memory and workers for extensions"
                # A folder needs only those below its own; README.md draws them.
                OBJS = dynpgext.o \
                	postmaster/preload.o postmaster/shmem.o postmaster/crash.o \
                	supervisor/supervisor.o supervisor/helper.o supervisor/scans.o \
                	scanner/scanner.o \
                	agent/agent.o agent/limit.o \
                	worker/trampoline.o \
                	session/hooks.o session/statements.o session/orders.o session/views.o \
                	blocks/lookup.o blocks/blocks.o blocks/segments.o \
                	extension/trial.o extension/module.o extension/requests.o base/guard.o \
                	extension/control.o extension/library.o extension/macho.o \
                	state/publish.o state/orphans.o state/owners.o state/workers.o state/starts.o state/runs.o state/leases.o state/pauses.o \
                	state/modules.o state/facts.o state/catalog.o state/tranches.o state/state.o state/table.o state/area.o \
                	base/process.o base/settings.o
                HEADERS_dynpgext = dynpgext.h

                SHLIB_LINK = $(if $(filter darwin,$(PORTNAME)),,-Wl,--version-script=$(srcdir)/exports.map)

                PG_CONFIG ?= pg_config
                PGXS := $(shell $(PG_CONFIG) --pgxs)

                # no bitcode where the compiler that the server was built with is absent
                PGXS_CLANG := $(shell sed -n 's/^CLANG = *//p' $(dir $(PGXS))../Makefile.global)
                ifeq ($(shell command -v $(firstword $(PGXS_CLANG) /nonexistent) 2>/dev/null),)
                override with_llvm := no
                endif

                include $(PGXS)

                $(shlib): exports.map
                $(OBJS) $(OBJS:.o=.bc): $(wildcard $(srcdir)/*.h $(srcdir)/*/*.h)

                """##),
        File(
            path: "README.md",
            contents: ##"""
                # The Dynpgext loader

                `dynpgext` gives PostgreSQL extensions that speak the Dynpgext interface (`dynpgext.h`) shared memory and background
                workers, for the whole server or for each database, and lets you install, update and drop them without a restart.
                PostgreSQL 13 to 19 on Linux.

                ## Deploy

                    make PG_CONFIG=/path/to/pg_config install
                    # postgresql.conf, then one restart:
                    shared_preload_libraries = 'dynpgext'
                    max_worker_processes = 20    # one for the supervisor, one that stays free, one for each worker

                `CREATE EXTENSION dynpgext` in one database of your choice adds the views and functions. Nothing else needs it.

                | setting | default | |
                |---|---|---|
                | `dynpgext.loader_present` | on | read only; extensions test it |
                | `dynpgext.check_interval` | 60 s (1 to 3600) | how often pg_database is read without a hint; on a standby all databases are scanned then |
                | `dynpgext.assume_revision` | 1 (1 or 2) | for libraries that do not tell the revision that they were built for |
                | `dynpgext.preload` | on | at start, not to be changed later: the init of installed extensions runs in the postmaster |
                | `dynpgext.disable` | empty | `'a, b'`: the code of these extensions is not run |

                A server that an extension keeps from starting starts with `-c dynpgext.preload=off` or `-c dynpgext.disable=NAME`.

                | view | shows |
                |---|---|
                | `dynpgext.workers` | every worker: whose, where, pid, state, starts, last exit code, next start, and why it does not run |
                | `dynpgext.extensions` | every extension: `ready`, `found`, `plain` (none of our business), `broken` (its files), `failed` (its init), with the reason |
                | `dynpgext.databases` | every database: scanned or not, and why it is not followed |
                | `dynpgext.blocks` | every block of shared memory: whose, where, how big, and whether it is ready |

                Anybody who may use the database may read them; they change nothing and tell no more than names and sizes.

                | function | does |
                |---|---|
                | `dynpgext.pause(database, extension)` | sends the workers away and keeps them away; returns when they have left, or warns after 5 s |
                | `dynpgext.resume(database, extension)` | ends the pause |
                | `dynpgext.restart(database, extension)` | stops and starts the workers, also those that have finished or wait for their next start; accepts the extension's owner |
                | `dynpgext.reload()` | reads all catalogs again, and gives extensions whose init failed another chance |

                They are for a restore or a repair, and only for superusers and those who are granted to execute them. A null database
                means the global workers. A pause needs no extension: it can come before the restore that creates it. It outlasts
                crashes, and ends with `resume()`, with its database, or when the server is stopped; the log tells of each. Orders work
                at once, also if their transaction is rolled back.

                ## What the log says

                | message | remedy |
                |---|---|
                | finds no free background worker slot; finds no free background worker slot for worker | raise `max_worker_processes`, on standbys first |
                | no shared memory segment is left for block (an ERROR) | raise `max_connections`, which the number of segments follows |
                | leaves the last lock tranches of the server to others | nothing; PostgreSQL 19 has 256 for all, and more locks of blocks show as `dynpgext` in pg_stat_activity until a restart |
                | starts no worker of an extension for ... s, because the server keeps crashing | list the extension to blame in `dynpgext.disable`; the detail names the suspects |
                | cannot use extension ...; cannot be used | what its init did; repair its files, then `dynpgext.reload()` |
                | does not preload extension ... version | as above; nothing but its start is lost until then. One that leaves a thread says no to preloading |
                | took too long, and its agent was ended | a call of the extension did not return within 10 s: a bug in it |
                | leaves extension ... alone | nothing, if it has nothing to do with Dynpgext; else its library or control file is broken, or hides `_Dynpgext_magic` (declare it with `DYNPGEXT_MAGIC`). Said once |
                | asked for a ... that it cannot have; a request of an extension was ignored | a bug in the extension |
                | extension ... version | a callback of a worker, or fini, has raised: a bug in the extension; or its library is gone, so fini was not called: drop extensions before their files |
                | shared memory block ... is there with ... bytes, not | the extension changed a block's layout but not its name, and the old version is in use |
                | was looked up where there can be none; by its own callback | a bug in the extension: lookups belong into sessions and workers |
                | was not linked with -Bsymbolic | link versioned libraries with `-Wl,-Bsymbolic` |
                | background worker with PID ... does not leave; has not left yet | it ignores SIGTERM; end it by hand |
                | does not send background workers away for more than ... extensions or databases in a transaction | update or drop fewer extensions in one transaction |
                | pauses; resumes | somebody called `dynpgext.pause()` or `resume()` |

                ## What it promises

                - Workers follow the committed catalogs of all databases, whatever statement changed them, within a second. Templates,
                  databases that take no connections, and invalid ones are not followed. A database is scanned four times a second at most;
                  statements that fail, or are rolled back, cause no scan.
                - After the promotion of a standby all databases are scanned within a second or two, and workers start.
                - No setting of the configuration file, a database or a role ends the loader's own processes. Workers see them as any session.
                - A global worker runs once for each version that any database has; a database-local one in each database. The new
                  version's start when the old one's are gone.
                - Exit code 0 is "finished" until the version changes; anything else is restarted after 1 s, doubling to 60 s. A stop
                  that the loader asked for leaves no FATAL in the log.
                - A worker that finds no slot is retried; the view and the log name the setting to raise. One slot stays free for the scanner.
                - An extension finds the loader at run time (`dynpgext_find_loader()` in `dynpgext.h`), in whichever order
                  `shared_preload_libraries` names the two. Libraries that know nothing but the exported symbols must come after it.
                - A block is made by the first lookup: zeroed, aligned to a cache line, its callback run exactly once before anybody
                  sees it; a callback that fails is tried again on fresh memory. It works in the transaction that creates the extension, also
                  in a parallel worker and, since PostgreSQL 15, in single-user mode. It is freed when the extension was dropped or its
                  creation rolled back. One that a version finds with another size is made anew if no other version is left there, and
                  refused otherwise. A global block with `DYNPGEXT_SCOPE_VERSION` is one for each version, and goes with it.
                - Both revisions of the interface are served. Revision 1's callback runs once at each start, in the process that
                  registered the worker, with its handle. That process is told of each start, and `bgw_notify_pid` in the worker names it.
                - At start the postmaster asks each installed version of each extension, unless that has `_Dynpgext_eager_preload` say no: in
                  a child first, which has 2 s, and only after that in itself. All processes inherit what it has learnt, until the files are
                  others: then they ask anew, so that an upgrade in place needs no restart. After 6 s nobody more is asked, and nobody who has left
                  a thread in the child. Others are asked where they are needed: by the agent,
                  or by a session that was quicker, in a child first.
                - An init that raises, exits, crashes or hangs marks its extension failed; the server lives. It is tried again when the
                  extension is created anew. A library that is not a whole ELF object is never opened. An ERROR or `exit()` in fini or a
                  callback ends at most its own process; fini, and the callback of a worker, have 10 s, and 2 s more to leave by themselves.
                - DROP DATABASE, CREATE DATABASE from a template, ALTER DATABASE RENAME and SET TABLESPACE send the workers of their
                  database away first, if the role may run them; the workers return within a second of the end, also if it fails. So do global
                  workers that connect there by themselves. DROP EXTENSION and ALTER EXTENSION UPDATE send that extension's away in the same
                  way, so that they do not deadlock; a transaction can do so for 8 extensions. A drop of something else that takes the extension with it waits for them as for any session.
                - After three crashes of the server within a minute workers wait before they start, 10 s doubling to 5 min. Those that ran
                  at each of the crashes start last then, a second apart, and the log names them and `dynpgext.disable`.
                - A library whose name ends with `-` or `_` and its version is one of several that a process may have open: the log warns if
                  it was not linked with `-Bsymbolic`, because its calls could then end in another version's functions.
                - `_Dynpgext_fini` runs when an extension's version has left the last database; also if it was created anew before anybody
                  looked: then its workers leave, fini runs, its global blocks are made anew, and it is asked again.
                - Binary upgrade, bootstrap and `postgres -C` see the settings and nothing else; what `-C` tells of shared memory has the
                  loader's part.

                ## What it does not do

                - Memory that an extension's code corrupts cannot be protected, nor can a crash (not an ERROR or an `exit()`) in fini or in a
                  callback: then the server restarts, as after a crash of any process.
                - An extension that defines settings or installs hooks in init, not in `_PG_init()`, should say no to preloading: they would
                  stay with the library that was there at the start.
                - An extension whose init asks the server itself for shared memory is not in what `postgres -C` tells.
                - Code of an extension that blocks signals is not ended in the agent.
                - On a primary `check_interval` reads pg_database alone: a change of pg_extension that no statement made (an `UPDATE` of the
                  catalog) needs `dynpgext.reload()`.
                - A process keeps the memory of a removed block for a while, because a pointer into it may still be in use: until the end of
                  the transaction after the one that notices. So an idle session keeps what it had looked up. A worker keeps the blocks of its
                  own extension until it exits, and any process those of a library that was built with the historic header.
                - A transaction that creates and drops an extension again and again, and looks a block up each time, holds a segment for
                  each until it ends.
                - The server logs "exited with exit code 1" for a worker that was stopped.
                - The like of the ELF check is there for macOS (Mach-O), but the loader was never built there. Where processes are not forked
                  (EXEC_BACKEND) it refuses to be preloaded.
                - Tables are searched by walking. With 200 databases, a worker in each, all run 6 s after a start of the server on two cores that
                  were busy with other things (100: 1.5 s), each with 1.7 MB of its own; a fast shutdown takes less than 2 s (`make bench`).
                  Thousands were not tried.

                ## Processes

                    postmaster ── supervisor        stays; compares and launches, never runs an extension's code
                              ├── scanners          up to four; one database each, some milliseconds: read pg_extension
                              ├── agent             one extension: tries and asks it, registers its workers, calls fini
                              └── workers           begin in the trampoline, which records pid, start and exit code

                Sessions only leave hints: object-access hooks note that pg_extension or pg_database has perhaps changed, and the end of
                the transaction passes that to the supervisor. The end of recovery leaves none, so a standby's supervisor looks for it each second. It reads pg_database, launches a scanner for each dirty database,
                plans (`workers.c`: a function of shared memory alone), and launches an agent where something is to be done. A restarted
                supervisor finds everything in shared memory; after a crash of the server, which empties it, all databases are scanned.
                The postmaster carries pauses, and who ran at the last crashes, over it.

                ## Sources

                    dynpgext.c       _PG_init(): what happens when the postmaster loads the library

                    postmaster/      shmem       requests and creates shared memory       who runs it
                                     crash       what is kept over a crash of the server
                                     preload     asks extensions while the server starts
                    supervisor/      supervisor  compares and launches; scans, helper
                    scanner/         scanner     reads pg_extension of one database
                    agent/           agent       runs one extension's code; limit: its time
                    worker/          trampoline  where each worker begins
                    session/         hooks       hints from statements; statements
                                     orders      pause(), resume(), restart(), reload(); views
                    ───────────────────────────────────────────────────────────────────────
                    blocks/          lookup      from a name to a pointer                 in any process
                                     blocks      creates a block; segments: its memory
                    extension/       module      an extension's library and its requests
                                     trial       tries it in a child; guard: ERROR and exit()
                                     control     which library; library, macho: looks into it
                    ───────────────────────────────────────────────────────────────────────
                    state/           publish     enters what was read: catalog, facts     what it keeps, in
                                     workers     which should run; starts, runs, leases,  shared memory
                                                 pauses
                                     orphans     removes blocks; modules, tranches
                                     state       the main segment; table and area below it
                    base/            process, settings, compat.h, steady.h                without shared memory

                A file includes the headers of its own folder and of folders below its own, never in a circle; a test keeps it so. The
                interface, `dynpgext.h`, stands below all.

                ## Locking

                Three locks in the main segment, nested in this order, none held while an extension's code runs:

                | lock | guards |
                |---|---|
                | `tables_lock` | the growable tables (databases, facts, modules, specs, workers, blocks, lock tranches), the clock, the generation |
                | `runs_lock` | the slots of running workers: fixed, so that an exiting worker or a backend cannot fail on them |
                | `marks_lock` | hints, leases, pauses, and whom to wake |

                What is read without its lock, and what keeps it in order on machines that reorder (LWLocks are full barriers):

                | what | order |
                |---|---|
                | the generation | a lookup reads it before it takes `tables_lock`, so a pointer is never kept under a newer number than its own. One that was answered before compares only: an old number gives the old block, which is still mapped, and whoever knows of the removal by a lock or a snapshot has passed a barrier after it |
                | a block's content | the callback has run before `tables_lock` is taken to set `ready`, and the handle is read under it |
                | a slot's `stop_asked` | set before the signal is sent; read only by the worker that the slot is for |
                | times and suspects of crashes, sizes, pointers to locks | written by the postmaster before it forks |
                | the supervisor's work | marks are added under `marks_lock` before its latch is set, and taken under it after the latch is reset |

                A block may only be removed by what was read
                from the catalogs after it was made; a clock in shared memory orders the two.

                """##),
        File(
            path: "agent/agent.c",
            contents: ##"""
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

                """##),
        File(
            path: "agent/limit.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * limit.c
                 *	  Limits the time that an extension's code may take in the agent.
                 *
                 * Locking: tables_lock to enter a failure when the agent ends.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include <unistd.h>

                #include "miscadmin.h"
                #include "storage/ipc.h"
                #include "storage/latch.h"
                #include "utils/timeout.h"

                #include "agent/limit.h"
                #include "extension/module.h"
                #include "state/modules.h"

                /* The limit of each call of an extension's code. */
                #define CALL_LIMIT_MS	10000

                /* After that: the time to react to the interrupt, and to release a lock. */
                #define CALL_GRACE_MS	2000
                #define LOCK_GRACE_MS	100

                /* What is wrong with a module whose code has ended the agent. */
                #define OVERDUE	"its code did not return in time, or ended the process"

                static TimeoutId call_timeout;

                /* The module whose code is running, or NULL. */
                static const ModuleKey *volatile key = NULL;

                /* Was the limit reached?  Is the agent exiting because of that? */
                static volatile bool is_late = false;
                static volatile bool is_leaving = false;

                /* The log message for that, formatted in advance. */
                static char last_words[sizeof(ModuleKey) + 100];

                /*
                 * Ends the agent from a signal handler.  The extension's code may be inside
                 * malloc() or stdio, which are not reentrant; so nothing is formatted, and no
                 * buffer is flushed.  shmem_exit() has to run, or the postmaster would treat this
                 * as a crash; it does not need the heap.
                 */
                static void
                leave_at_once(void)
                {
                	ssize_t		written = write(STDERR_FILENO, last_words, strlen(last_words));

                	is_leaving = true;
                	/* nobody is left to tell of a failure */
                	(void) written;
                	shmem_exit(1);
                	_exit(1);
                }

                /*
                 * Timeout handler: the extension's code takes too long.  The first time, the agent
                 * is made to exit at the next CHECK_FOR_INTERRUPTS(), which covers every wait in
                 * PostgreSQL.  If the code does not reach one, or holds interrupts, the agent is
                 * ended here; but a little later if the code has called the loader and an LWLock
                 * is held.  InterruptHoldoffCount is 1 here because of handle_sig_alarm(), and one
                 * more while init or fini runs, or in proc_exit().
                 */
                static void
                call_timed_out(void)
                {
                	if (!is_late)
                	{
                		is_late = true;
                		ProcDiePending = true;
                		InterruptPending = true;
                		SetLatch(MyLatch);
                		enable_timeout_after(call_timeout, CALL_GRACE_MS);
                	}
                	else if (InterruptHoldoffCount > (module_calling() || proc_exit_inprogress ? 2 : 1))
                		enable_timeout_after(call_timeout, LOCK_GRACE_MS);
                	else
                		leave_at_once();
                }

                /* If the agent exits while the extension's code runs, the module has failed. */
                static void
                agent_exit(int code, Datum argument)
                {
                	if (key == NULL)
                		return;
                	LWLockReleaseAll();
                	module_fail(key, OVERDUE);
                	if (!is_leaving)
                		ereport(LOG,
                				(errmsg("dynpgext cannot use extension \"%s\" version \"%s\": %s",
                						key->name, key->version, OVERDUE)));
                }

                /* Starts the limit, before a call of the extension's code. */
                void
                limit_begin(const ModuleKey *running)
                {
                	key = running;
                	snprintf(last_words, sizeof(last_words),
                			 "LOG:  extension \"%s\" version \"%s\" took too long, and its agent was ended\n",
                			 key->name, key->version);
                	enable_timeout_after(call_timeout, CALL_LIMIT_MS);
                }

                /* Ends the limit, after the call. */
                void
                limit_end(void)
                {
                	disable_timeout(call_timeout, false);
                	if (is_late)
                		ereport(FATAL,
                				(errcode(ERRCODE_QUERY_CANCELED),
                				 errmsg("extension \"%s\" version \"%s\" took too long", key->name, key->version)));
                	key = NULL;
                	LWLockReleaseAll();
                }

                /* Registers the timeout, when the agent starts. */
                void
                limit_install(void)
                {
                	call_timeout = RegisterTimeout(USER_TIMEOUT, call_timed_out);
                	before_shmem_exit(agent_exit, (Datum) 0);
                }

                """##),
        File(
            path: "agent/limit.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * limit.h
                 *	  The time that an extension's code has in the agent.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_LIMIT_H
                #define DYNPGEXT_LIMIT_H

                #include "state/state.h"

                extern void limit_install(void);
                extern void limit_begin(const ModuleKey *running);
                extern void limit_end(void);

                #endif							/* DYNPGEXT_LIMIT_H */

                """##),
        File(
            path: "base/compat.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * compat.h
                 *	  What differs between PostgreSQL 13 and 19; no other file of the loader
                 *	  tests PG_VERSION_NUM.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_COMPAT_H
                #define DYNPGEXT_COMPAT_H

                #include "fmgr.h"
                #include "pgstat.h"
                #include "postmaster/bgworker.h"
                #include "utils/guc.h"

                #if PG_VERSION_NUM < 130000
                #error "PostgreSQL 13 or later is required"
                #endif

                #if PG_VERSION_NUM >= 140000
                #include "utils/wait_event.h"
                #endif

                /* The module's own description, since 18 with name and version. */
                #if PG_VERSION_NUM >= 180000
                #define LOADER_MODULE_MAGIC	PG_MODULE_MAGIC_EXT(.name = "dynpgext", .version = "0.1.0")
                #else
                #define LOADER_MODULE_MAGIC	PG_MODULE_MAGIC
                #endif

                #if PG_VERSION_NUM < 150000
                #define MarkGUCPrefixReserved(prefix)	EmitWarningsOnPlaceholders(prefix)
                #endif

                /* The functions that test privileges are generic since 16. */
                #if PG_VERSION_NUM >= 160000
                #define LOADER_OWNS_DATABASE(database, role) \
                	object_ownercheck(DatabaseRelationId, database, role)
                #define LOADER_MAY_USE_TABLESPACE(tablespace, role) \
                	(object_aclcheck(TableSpaceRelationId, tablespace, role, ACL_CREATE) == ACLCHECK_OK)
                #define LOADER_OWNS_EXTENSION(extension, role) \
                	object_ownercheck(ExtensionRelationId, extension, role)
                #else
                #define LOADER_OWNS_DATABASE(database, role)	pg_database_ownercheck(database, role)
                #define LOADER_MAY_USE_TABLESPACE(tablespace, role) \
                	(pg_tablespace_aclcheck(tablespace, role, ACL_CREATE) == ACLCHECK_OK)
                #define LOADER_OWNS_EXTENSION(extension, role)	pg_extension_ownercheck(extension, role)
                #endif

                /* A transaction's time is limited since 17. */
                #if PG_VERSION_NUM >= 170000
                #define LOADER_HAS_TRANSACTION_TIMEOUT
                #endif

                /* What is logged depends on the kind of process since 19. */
                #if PG_VERSION_NUM >= 190000
                #define LOADER_LOG_LEVEL	log_min_messages[MyBackendType]
                #else
                #define LOADER_LOG_LEVEL	log_min_messages
                #endif

                /* 19 passes more to a signal handler, and has its own names for the usual ones. */
                #ifndef PG_SIG_DFL
                #define PG_SIG_DFL	SIG_DFL
                #endif

                /*
                 * 19 gives a lock tranche its name once for the server, and has 256 of them,
                 * numbered one after the other; how many are left after one follows from its
                 * number.
                 */
                #if PG_VERSION_NUM >= 190000
                #define LOADER_NEW_TRANCHE(name)	LWLockNewTrancheId(name)
                #define LOADER_TRANCHES_LEFT(number) \
                	(LWTRANCHE_FIRST_USER_DEFINED + 256 - 1 - (number))
                #else
                #define LOADER_NEW_TRANCHE(name)	LWLockNewTrancheId()
                #define LOADER_TRANCHES_LEFT(number)	(LWTRANCHE_FIRST_USER_DEFINED + 65536 - 1 - (number))
                #endif

                /* The suffix of libraries is in a header since 15. */
                #ifndef DLSUFFIX
                #define DLSUFFIX	".so"
                #endif

                /* Shared memory is asked for in a hook since 15, in _PG_init() before. */
                #if PG_VERSION_NUM >= 150000
                #define LOADER_HAS_REQUEST_HOOK
                #endif

                /* The utility hook's parameters, and the call that passes them on. */
                #if PG_VERSION_NUM >= 140000
                #define UTILITY_PARAMETERS \
                	PlannedStmt *pstmt, const char *queryString, bool readOnlyTree, \
                	ProcessUtilityContext context, ParamListInfo params, \
                	QueryEnvironment *queryEnv, DestReceiver *dest, QueryCompletion *qc
                #define UTILITY_ARGUMENTS \
                	pstmt, queryString, readOnlyTree, context, params, queryEnv, dest, qc
                #else
                #define UTILITY_PARAMETERS \
                	PlannedStmt *pstmt, const char *queryString, \
                	ProcessUtilityContext context, ParamListInfo params, \
                	QueryEnvironment *queryEnv, DestReceiver *dest, QueryCompletion *qc
                #define UTILITY_ARGUMENTS \
                	pstmt, queryString, context, params, queryEnv, dest, qc
                #endif

                /*
                 * PostgreSQL 18 looks for extensions on a path, and searches libraries named
                 * $libdir/x on dynamic_library_path.
                 */
                #if PG_VERSION_NUM >= 180000
                #define LOADER_CONTROL_PATH	Extension_control_path
                #define LOADER_STRIPS_LIBDIR	true
                #else
                #define LOADER_CONTROL_PATH	"$system"
                #define LOADER_STRIPS_LIBDIR	false
                #endif

                #endif							/* DYNPGEXT_COMPAT_H */

                """##),
        File(
            path: "base/guard.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * guard.c
                 *	  Protects a process from the extension's code that it runs.
                 *
                 * An ERROR is caught.  If a process exits with another code than 0 or 1, the
                 * postmaster treats that as a crash and restarts the server.  So when guarded code
                 * calls exit(), the code is changed to 1, after the callbacks of proc_exit().
                 *
                 * Locking: none; all of it belongs to the process.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include <unistd.h>

                #include "miscadmin.h"
                #include "storage/ipc.h"
                #include "storage/proc.h"
                #include "utils/memutils.h"

                #include "base/guard.h"

                /* Calls of extensions' code that are under way, one inside the other. */
                static int	depth = 0;

                /* The last callback when the process exits. */
                static void
                tame_exit(int code, Datum argument)
                {
                	if (depth > 0 && code != 0)
                		_exit(1);
                }

                /* Begins the protection, before a call of an extension's code. */
                void
                guard_begin(void)
                {
                	static int	watched_pid = 0;

                	/* callbacks are not inherited; who is no process of the server needs none */
                	if (MyProc != NULL && watched_pid != MyProcPid)
                	{
                		on_proc_exit(tame_exit, (Datum) 0);
                		watched_pid = MyProcPid;
                	}
                	depth++;
                }

                /* Ends it, when the code has returned or raised an ERROR. */
                void
                guard_end(void)
                {
                	depth--;
                }

                /* Runs an extension's code; returns the message of its ERROR, or NULL. */
                char *
                guard_call(const char *name, void (*call) (void *argument), void *argument)
                {
                	MemoryContext caller = CurrentMemoryContext;
                	uint32		holdoff = InterruptHoldoffCount;
                	char	   *volatile message = NULL;

                	guard_begin();
                	PG_TRY();
                	{
                		call(argument);
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
                	guard_end();
                	/* an ERROR has set it to zero */
                	InterruptHoldoffCount = holdoff;
                	MemoryContextSwitchTo(caller);
                	return message;
                }

                """##),
        File(
            path: "base/guard.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * guard.h
                 *	  What an extension's code must not do to the process that runs it.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_GUARD_H
                #define DYNPGEXT_GUARD_H

                extern void guard_begin(void);
                extern void guard_end(void);
                extern char *guard_call(const char *name, void (*call) (void *argument), void *argument);

                #endif							/* DYNPGEXT_GUARD_H */

                """##),
        File(
            path: "base/process.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * process.c
                 *	  What the loader's own processes have in common.
                 *
                 * Settings of the configuration file, a database or a role must not end or delay
                 * them; so settings that could are overridden.
                 *
                 * Locking: none.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "libpq/pqsignal.h"
                #include "miscadmin.h"
                #include "tcop/tcopprot.h"

                #include "base/compat.h"
                #include "base/process.h"

                /*
                 * Much of it is the autovacuum launcher's list: a serializable transaction
                 * cannot begin on a hot standby, and a deferrable one waits for others; a time
                 * limit ends the process.  client_encoding ends it too, where a conversion from
                 * the database's encoding is missing, and exit_on_error lets an extension's
                 * ERROR end the agent.
                 */
                static const char *const settings[][2] = {
                	{"default_transaction_isolation", "read committed"},
                	{"default_transaction_read_only", "off"},
                	{"default_transaction_deferrable", "off"},
                	{"statement_timeout", "0"},
                	{"idle_in_transaction_session_timeout", "0"},
                #ifdef LOADER_HAS_TRANSACTION_TIMEOUT
                	{"transaction_timeout", "0"},
                #endif
                	{"synchronous_commit", "local"},
                	{"zero_damaged_pages", "off"},
                	{"search_path", ""},
                	{"client_encoding", "SQL_ASCII"},
                	{"exit_on_error", "off"}
                };

                /* Describes one of the loader's processes. */
                void
                process_describe(BackgroundWorker *worker, const char *name, const char *function)
                {
                	memset(worker, 0, sizeof(*worker));
                	strlcpy(worker->bgw_name, name, sizeof(worker->bgw_name));
                	strlcpy(worker->bgw_type, name, sizeof(worker->bgw_type));
                	strlcpy(worker->bgw_library_name, "dynpgext", sizeof(worker->bgw_library_name));
                	strlcpy(worker->bgw_function_name, function, sizeof(worker->bgw_function_name));
                	worker->bgw_flags = BGWORKER_SHMEM_ACCESS | BGWORKER_BACKEND_DATABASE_CONNECTION;
                	worker->bgw_start_time = BgWorkerStart_ConsistentState;
                	worker->bgw_restart_time = BGW_NEVER_RESTART;
                }

                /*
                 * Begins one of the loader's processes, connected to a database or to none; it
                 * may have set up signals before.
                 */
                void
                process_begin(Oid database)
                {
                	pqsignal(SIGTERM, die);
                	BackgroundWorkerUnblockSignals();
                	/* what a database or a role sets comes later, and does not replace these */
                	for (int i = 0; i < (int) lengthof(settings); i++)
                		SetConfigOption(settings[i][0], settings[i][1], PGC_SUSET, PGC_S_OVERRIDE);
                	/* a connection blocks statements such as DROP DATABASE */
                	SetConfigOption("lock_timeout", OidIsValid(database) ? "1000" : "0",
                					PGC_SUSET, PGC_S_OVERRIDE);
                	BackgroundWorkerInitializeConnectionByOid(database, InvalidOid, 0);
                }

                """##),
        File(
            path: "base/process.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * process.h
                 *	  The loader's own processes, and the start of an extension's worker.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_PROCESS_H
                #define DYNPGEXT_PROCESS_H

                #include "dynpgext.h"

                extern void process_describe(BackgroundWorker *worker, const char *name, const char *function);
                extern void process_begin(Oid database);

                extern DYNPGEXT_EXPORT void dynpgext_supervisor_main(Datum argument);
                extern DYNPGEXT_EXPORT void dynpgext_scanner_main(Datum argument);
                extern DYNPGEXT_EXPORT void dynpgext_agent_main(Datum argument);
                extern DYNPGEXT_EXPORT void dynpgext_worker_main(Datum argument);

                #endif							/* DYNPGEXT_PROCESS_H */

                """##),
        File(
            path: "base/settings.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * settings.c
                 *	  The administrator's settings.
                 *
                 * Locking: none.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "utils/guc.h"
                #include "utils/varlena.h"

                #include "base/compat.h"
                #include "base/settings.h"

                int			setting_check_interval = 60;
                int			setting_assume_revision = 1;
                char	   *setting_disable = NULL;
                bool		setting_preload = true;

                static bool setting_loader_present = true;

                /* Is it a list of names? */
                static bool
                check_disable(char **value, void **extra, GucSource source)
                {
                	char	   *raw = pstrdup(*value);
                	List	   *names;
                	bool		valid = SplitIdentifierString(raw, ',', &names);

                	if (!valid)
                		GUC_check_errdetail("List syntax is invalid.");
                	list_free(names);
                	pfree(raw);
                	return valid;
                }

                /* Defines all of them; called once, by _PG_init(). */
                void
                settings_define(void)
                {
                	DefineCustomBoolVariable("dynpgext.loader_present",
                							 "Tells extensions that a Dynpgext loader is there.",
                							 NULL,
                							 &setting_loader_present,
                							 true,
                							 PGC_INTERNAL, GUC_NOT_IN_SAMPLE | GUC_DISALLOW_IN_FILE,
                							 NULL, NULL, NULL);
                	DefineCustomIntVariable("dynpgext.check_interval",
                							"Time between two looks at pg_database without a hint.",
                							"On a standby all databases are then looked at.",
                							&setting_check_interval,
                							60, 1, 3600,
                							PGC_SIGHUP, GUC_UNIT_S,
                							NULL, NULL, NULL);
                	DefineCustomIntVariable("dynpgext.assume_revision",
                							"Revision of the interface that is assumed for libraries that do not tell.",
                							NULL,
                							&setting_assume_revision,
                							1, 1, 2,
                							PGC_SIGHUP, 0,
                							NULL, NULL, NULL);
                	DefineCustomStringVariable("dynpgext.disable",
                							   "Extensions whose code the loader does not run.",
                							   NULL,
                							   &setting_disable,
                							   "",
                							   PGC_SIGHUP, GUC_LIST_INPUT,
                							   check_disable, NULL, NULL);
                	DefineCustomBoolVariable("dynpgext.preload",
                							 "Runs the init of installed extensions while the server starts.",
                							 "It is tried in a child process first.",
                							 &setting_preload,
                							 true,
                							 PGC_POSTMASTER, 0,
                							 NULL, NULL, NULL);
                	MarkGUCPrefixReserved("dynpgext");
                }

                /* Is the extension switched off by the administrator? */
                bool
                extension_disabled(const char *name)
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

                """##),
        File(
            path: "base/settings.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * settings.h
                 *	  The administrator's settings.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_SETTINGS_H
                #define DYNPGEXT_SETTINGS_H

                extern int	setting_check_interval; /* seconds */
                extern int	setting_assume_revision;
                extern char *setting_disable;
                extern bool setting_preload;

                extern void settings_define(void);
                extern bool extension_disabled(const char *name);

                #endif							/* DYNPGEXT_SETTINGS_H */

                """##),
        File(
            path: "base/steady.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * steady.h
                 *	  The clock of all waits, which nobody sets.
                 *
                 * When somebody sets the server's clock back, nothing waits until it tells
                 * again what it told before.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_STEADY_H
                #define DYNPGEXT_STEADY_H

                #include <time.h>

                #include "utils/timestamp.h"

                /* Now, in microseconds since a moment that is the same in all processes. */
                static inline TimestampTz
                steady_now(void)
                {
                	struct timespec now;

                	/* not instr_time.h, whose clock may be another in each process since 19 */
                	(void) clock_gettime(CLOCK_MONOTONIC, &now);
                	return (TimestampTz) now.tv_sec * USECS_PER_SEC + now.tv_nsec / 1000;
                }

                #endif							/* DYNPGEXT_STEADY_H */

                """##),
        File(
            path: "blocks/blocks.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * blocks.c
                 *	  Creates blocks of shared memory; orphans.c removes them.
                 *
                 * Each block is a DSM segment.  The process that looks it up first creates it:
                 * it adds a row that is not ready, zeroes and initializes the memory without
                 * holding a lock, and marks the row as ready.  Other processes wait for that.
                 * If there is an ERROR, the row and the segment are removed, and the next
                 * process that looks the block up creates it again.
                 *
                 * Locking: tables_lock for the rows; none while the callback runs.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "miscadmin.h"
                #include "storage/ipc.h"
                #include "utils/memutils.h"

                #include "base/compat.h"
                #include "blocks/blocks.h"
                #include "blocks/segments.h"
                #include "base/guard.h"
                #include "state/orphans.h"

                /* The block's row, or NULL; the caller holds tables_lock. */
                static BlockRow *
                find_block(const BlockRow *wanted)
                {
                	SharedTable *blocks = &loader_state->blocks;

                	for (uint32 i = 0; i < blocks->count; i++)
                	{
                		BlockRow   *row = table_row(blocks, i);

                		if (row->database == wanted->database && row->extension == wanted->extension &&
                			strcmp(row->extension_name, wanted->extension_name) == 0 &&
                			strcmp(row->version, wanted->version) == 0 &&
                			strcmp(row->name, wanted->name) == 0)
                			return row;
                	}
                	return NULL;
                }

                /* The index of the row with this "made"; the caller holds tables_lock. */
                static uint32
                index_made(uint64 made)
                {
                	SharedTable *blocks = &loader_state->blocks;

                	for (uint32 i = 0; i < blocks->count; i++)
                	{
                		if (((BlockRow *) table_row(blocks, i))->made == made)
                			return i;
                	}
                	elog(ERROR, "dynpgext has lost a block that is being made");
                }

                /* A block that this process is making. */
                typedef struct Making
                {
                	uint64		made;			/* identifies its row */
                	dsm_segment *segment;		/* NULL until it is there */
                } Making;

                /*
                 * Removes a row that could not be made ready, and its segment.  All LWLocks are
                 * released first, as AbortTransaction() does: the ERROR may have come from the
                 * extension's callback, or while tables_lock was held.
                 */
                static void
                abandon(int code, Datum argument)
                {
                	Making	   *making = (Making *) DatumGetPointer(argument);

                	LWLockReleaseAll();
                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	table_remove(&loader_state->blocks, index_made(making->made));
                	LWLockRelease(loader_state->tables_lock);
                	ConditionVariableBroadcast(&loader_state->block_ready);
                	if (making->segment != NULL)
                		dsm_detach(making->segment);
                }

                /* Runs the callback; an ERROR is passed on. */
                static void
                prepare(void *memory, dynpgext_shmem_callback callback, void *data)
                {
                	guard_begin();
                	PG_TRY();
                	{
                		callback(memory, data);
                	}
                	PG_FINALLY();
                	{
                		guard_end();
                	}
                	PG_END_TRY();
                }

                /* Creates a block whose row, not ready yet, this process has added. */
                static dsm_segment *
                make_block(const BlockRow *row, dynpgext_shmem_callback callback, void *data)
                {
                	Making		making = {row->made, NULL};

                	PG_ENSURE_ERROR_CLEANUP(abandon, PointerGetDatum(&making));
                	{
                		BlockRow   *entered;
                		void	   *memory;

                		making.segment = segment_create(row->size, row->name);
                		memory = dsm_segment_address(making.segment);
                		memset(memory, 0, CACHELINEALIGN(row->size));
                		if (callback != NULL)
                			prepare(memory, callback, data);

                		dsm_pin_segment(making.segment);
                		LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                		entered = table_row(&loader_state->blocks, index_made(row->made));
                		entered->handle = dsm_segment_handle(making.segment);
                		entered->ready = true;
                		LWLockRelease(loader_state->tables_lock);
                	}
                	PG_END_ENSURE_ERROR_CLEANUP(abandon, PointerGetDatum(&making));
                	ConditionVariableBroadcast(&loader_state->block_ready);
                	return making.segment;
                }

                /* What to do about a request for a block. */
                typedef enum Answer
                {
                	ANSWER_MAKE,				/* *row was added; create the block */
                	ANSWER_READY,				/* *row is ready */
                	ANSWER_WAIT,
                	ANSWER_RECURSION,
                	ANSWER_OTHER_SIZE
                } Answer;

                /* Finds the row of the block, or adds one that is not ready. */
                static Answer
                claim_block(BlockRow *row, const ModuleKey *key)
                {
                	BlockRow   *found;
                	Answer		answer;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	found = find_block(row);
                	if (found != NULL && found->size != row->size && block_is_left_over(found, key))
                	{
                		block_remove(index_made(found->made));
                		found = NULL;
                	}
                	if (found == NULL)
                	{
                		blocks_remove_predecessors(row);
                		row->made = ++loader_state->clock;
                		row->maker = MyProcPid;
                		found = table_append(&loader_state->blocks);
                		*found = *row;
                		answer = ANSWER_MAKE;
                	}
                	else if (found->size != row->size)
                		answer = ANSWER_OTHER_SIZE;
                	else if (found->ready)
                		answer = ANSWER_READY;
                	else
                		answer = found->maker == MyProcPid ? ANSWER_RECURSION : ANSWER_WAIT;
                	*row = *found;
                	LWLockRelease(loader_state->tables_lock);
                	return answer;
                }

                /*
                 * The segment of a block, which is created if it does not exist yet.  "made" in
                 * *wanted is the clock before the extension was found committed, or 0.  Returns
                 * NULL, with a warning, if the block is in use with another size, or if its own
                 * callback looks it up.
                 */
                dsm_segment *
                block_get(const BlockRow *wanted, const ModuleKey *key, dynpgext_shmem_callback callback,
                		  void *data)
                {
                	dsm_segment *segment = NULL;
                	bool		refused = false;

                	while (segment == NULL && !refused)
                	{
                		BlockRow	row = *wanted;

                		CHECK_FOR_INTERRUPTS();
                		switch (claim_block(&row, key))
                		{
                			case ANSWER_MAKE:
                				ConditionVariableCancelSleep();
                				segment = make_block(&row, callback, data);
                				break;
                			case ANSWER_READY:
                				segment = segment_map(row.handle);
                				break;
                			case ANSWER_WAIT:
                				ConditionVariableSleep(&loader_state->block_ready, PG_WAIT_EXTENSION);
                				break;
                			case ANSWER_RECURSION:
                				ereport(WARNING,
                						(errmsg("shared memory block \"%s\" was looked up by its own callback",
                								row.name)));
                				refused = true;
                				break;
                			case ANSWER_OTHER_SIZE:
                				ereport(WARNING,
                						(errmsg("shared memory block \"%s\" is there with %zu bytes, not %zu",
                								row.name, row.size, wanted->size),
                						 errhint("Put the version of its layout into its name.")));
                				refused = true;
                				break;
                		}
                	}
                	ConditionVariableCancelSleep();
                	return segment;
                }

                """##),
        File(
            path: "blocks/blocks.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * blocks.h
                 *	  Blocks of shared memory; dynpgext_lookup_shmem() is in dynpgext.h.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_BLOCKS_H
                #define DYNPGEXT_BLOCKS_H

                #include "dynpgext.h"
                #include "state/state.h"

                extern dsm_segment *block_get(const BlockRow *wanted, const ModuleKey *key,
                							  dynpgext_shmem_callback callback, void *data);

                #endif							/* DYNPGEXT_BLOCKS_H */

                """##),
        File(
            path: "blocks/lookup.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * lookup.c
                 *	  dynpgext_lookup_shmem(): from a name to a pointer.
                 *
                 * A process caches each pointer that a lookup returned, with the generation of
                 * that time.  While the generation has not changed, a lookup takes no lock.
                 * Otherwise it searches for the extension that has requested the name: first the
                 * extension whose worker this process is, then those that the transaction sees
                 * in this database (which include one that it has just created), then, for global
                 * blocks, those of other databases.  Only files and libraries of extensions
                 * that may have requested the name are read.
                 *
                 * A pointer may still be in use when its block has been removed; see segments.c.
                 *
                 * Locking: none is held while an extension's code runs.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/xact.h"
                #include "miscadmin.h"
                #include "utils/hsearch.h"
                #include "utils/memutils.h"

                #include "base/settings.h"
                #include "blocks/blocks.h"
                #include "blocks/lookup.h"
                #include "blocks/segments.h"
                #include "extension/module.h"
                #include "extension/requests.h"
                #include "extension/trial.h"
                #include "state/catalog.h"
                #include "state/facts.h"
                #include "state/modules.h"

                /* The key of the cache. */
                typedef struct MappingKey
                {
                	Oid			database;
                	char		name[LOADER_BLOCK_NAME_LEN];
                } MappingKey;

                typedef struct Mapping
                {
                	MappingKey	key;			/* first, for the hash table */
                	void	   *block;
                	uint64		generation;
                } Mapping;

                static HTAB *mappings = NULL;

                /* The extension whose worker this process is. */
                static bool has_own_module = false;
                static ModuleKey own_module;

                /* Sets the extension whose worker this process is; its version is searched first. */
                void
                blocks_own_module(const ModuleKey *key)
                {
                	has_own_module = true;
                	own_module = *key;
                }

                /* The cache entry for a name in the current database, created if "make". */
                static Mapping *
                find_mapping(const char *name, bool make)
                {
                	MappingKey	key;
                	bool		found;

                	memset(&key, 0, sizeof(key));
                	key.database = MyDatabaseId;
                	strlcpy(key.name, name, sizeof(key.name));
                	if (mappings == NULL)
                	{
                		HASHCTL		control;

                		memset(&control, 0, sizeof(control));
                		control.keysize = sizeof(MappingKey);
                		control.entrysize = sizeof(Mapping);
                		mappings = hash_create("dynpgext blocks", 16, &control, HASH_ELEM | HASH_BLOBS);
                	}
                	return hash_search(mappings, &key, make ? HASH_ENTER : HASH_FIND, &found);
                }

                /* The extensions that this database is known to have. */
                static List *
                extensions_here(void)
                {
                	List	   *here = NIL;
                	ListCell   *cell;
                	ExtensionSeen *own = NULL;

                	if (OidIsValid(MyDatabaseId))
                		here = IsTransactionState() ? catalog_extensions() : shared_extensions(MyDatabaseId);
                	if (!has_own_module)
                		return here;

                	foreach(cell, here)
                	{
                		if (strcmp(((ExtensionSeen *) lfirst(cell))->key.name, own_module.name) == 0)
                			own = lfirst(cell);
                	}
                	if (own == NULL)
                		own = palloc0(sizeof(ExtensionSeen));
                	else
                		here = list_delete_ptr(here, own);
                	own->key = own_module;
                	return lcons(own, here);
                }

                /* The status that an agent has entered; MODULE_FOUND if there is none. */
                static ModuleStatus
                known_status(const ModuleKey *key)
                {
                	ModuleStatus status = MODULE_FOUND;
                	int			index;

                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	index = module_index(key);
                	if (index >= 0)
                		status = ((ModuleRow *) table_row(&loader_state->modules, (uint32) index))->status;
                	LWLockRelease(loader_state->tables_lock);
                	return status;
                }

                /* Opens a module that no agent has opened before, if that succeeds in a child. */
                static Module *
                try_module(const ModuleKey *key)
                {
                	char	   *name;
                	char	   *path;
                	const char *problem;
                	bool		declined;
                	char	   *failure;

                	if (module_find(key, &name, &path, &problem) != MODULE_FOUND)
                		return NULL;
                	failure = trial_run(key, &declined);
                	return failure != NULL ? module_refuse(key, failure) : module_open(key);
                }

                /* The module, opened in this process, or NULL if its code must not run here. */
                static Module *
                usable_module(const ModuleKey *key)
                {
                	ModuleStatus status = known_status(key);
                	Module	   *module;

                	if (extension_disabled(key->name) || (status != MODULE_FOUND && status != MODULE_READY))
                		return NULL;
                	module = module_known(key);
                	/* it has worked elsewhere since */
                	if (module != NULL && module->failure != NULL && status == MODULE_READY)
                	{
                		module_forget(module);
                		module = NULL;
                	}
                	if (module == NULL)
                		module = status == MODULE_FOUND ? try_module(key) : module_open(key);
                	if (module != NULL && module->failure != NULL)
                	{
                		ereport(WARNING,
                				(errmsg("extension \"%s\" cannot be used: %s", key->name, module->failure)));
                		return NULL;
                	}
                	return module;
                }

                /*
                 * The first extension in the list that asked for the name; one without an
                 * OID is not in this database and has only global blocks.
                 */
                static BlockRequest *
                owner_of(List *extensions, const char *name, ExtensionSeen **owner)
                {
                	ListCell   *cell;

                	foreach(cell, extensions)
                	{
                		ExtensionSeen *extension = lfirst(cell);
                		Module	   *module = usable_module(&extension->key);
                		BlockRequest *request = module != NULL ? module_block(module, name) : NULL;

                		if (request != NULL && (!request->local || OidIsValid(extension->oid)))
                		{
                			*owner = extension;
                			return request;
                		}
                	}
                	return NULL;
                }

                /* The clock, before the catalogs are read. */
                static uint64
                read_clock(void)
                {
                	uint64		clock;

                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	clock = loader_state->clock;
                	LWLockRelease(loader_state->tables_lock);
                	return clock;
                }

                /* The extension that asked for the name, here or elsewhere, and its request. */
                static BlockRequest *
                find_request(const char *name, ExtensionSeen **owner)
                {
                	BlockRequest *request = owner_of(extensions_here(), name, owner);
                	List	   *elsewhere;
                	ListCell   *cell;

                	if (request != NULL)
                		return request;
                	elsewhere = shared_extensions(InvalidOid);
                	foreach(cell, elsewhere)
                		((ExtensionSeen *) lfirst(cell))->oid = InvalidOid;
                	return owner_of(elsewhere, name, owner);
                }

                /* The row to find or to add. */
                static BlockRow
                wanted_block(const BlockRequest *request, const ExtensionSeen *owner)
                {
                	BlockRow	wanted;

                	memset(&wanted, 0, sizeof(wanted));
                	strlcpy(wanted.extension_name, owner->key.name, sizeof(wanted.extension_name));
                	strlcpy(wanted.name, request->name, sizeof(wanted.name));
                	wanted.size = request->size;
                	if (request->local)
                	{
                		wanted.database = MyDatabaseId;
                		wanted.extension = owner->oid;
                	}
                	else if (request->of_version)
                		strlcpy(wanted.version, owner->key.version, sizeof(wanted.version));
                	if (OidIsValid(owner->oid))
                	{
                		wanted.made_in = MyDatabaseId;
                		wanted.made_under = owner->oid;
                		if (IsTransactionState())
                			wanted.xid = GetTopFullTransactionIdIfAny();
                	}
                	return wanted;
                }

                /*
                 * May this process keep pointers into the block for longer than a transaction?
                 * The extension's own workers may, and those that they start, which have its
                 * library.  So do libraries built with the historic header.
                 */
                static bool
                keeps_pointers(const BlockRequest *request, const ModuleKey *owner)
                {
                	return request->historic ||
                		(has_own_module && strcmp(owner->name, own_module.name) == 0) ||
                		(MyBgworkerEntry != NULL &&
                		 strcmp(MyBgworkerEntry->bgw_library_name, request->library) == 0);
                }

                /* Searches all extensions; NULL if none has requested the name. */
                static void *
                resolve(const char *name)
                {
                	uint64		clock = read_clock();
                	ExtensionSeen *owner;
                	BlockRequest *request = find_request(name, &owner);
                	BlockRow	wanted;
                	dsm_segment *segment;

                	if (request == NULL)
                		return NULL;
                	wanted = wanted_block(request, owner);
                	wanted.made = owner->committed ? clock : 0;
                	segment = block_get(&wanted, &owner->key, request->callback, request->data);
                	if (segment == NULL)
                		return NULL;
                	segment_hold(segment, keeps_pointers(request, &owner->key));
                	return dsm_segment_address(segment);
                }

                /* See dynpgext.h. */
                void *
                dynpgext_lookup_shmem(const char *name)
                {
                	Mapping    *mapping;
                	MemoryContext scratch;
                	MemoryContext previous;
                	uint64		generation;
                	void	   *block;

                	if (!state_usable() || name == NULL || strlen(name) >= LOADER_BLOCK_NAME_LEN ||
                		module_calling())
                	{
                		ereport(LOG,
                				(errmsg("shared memory block \"%s\" was looked up where there can be none",
                						name ? name : "")));
                		return NULL;
                	}
                	generation = *dynpgext_generation;
                	mapping = find_mapping(name, false);
                	if (mapping != NULL && mapping->generation == generation)
                		return mapping->block;

                	scratch = AllocSetContextCreate(CurrentMemoryContext, "dynpgext lookup",
                									ALLOCSET_DEFAULT_SIZES);
                	previous = MemoryContextSwitchTo(scratch);
                	block = resolve(name);
                	MemoryContextSwitchTo(previous);
                	MemoryContextDelete(scratch);

                	if (block != NULL)
                	{
                		mapping = find_mapping(name, true);
                		mapping->block = block;
                		mapping->generation = generation;
                	}
                	return block;
                }

                """##),
        File(
            path: "blocks/lookup.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * lookup.h
                 *	  What a worker tells the lookup; dynpgext_lookup_shmem() is in dynpgext.h.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_LOOKUP_H
                #define DYNPGEXT_LOOKUP_H

                #include "state/state.h"

                extern void blocks_own_module(const ModuleKey *key);

                #endif							/* DYNPGEXT_LOOKUP_H */

                """##),
        File(
            path: "blocks/segments.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * segments.c
                 *	  The shared memory of blocks, as this process has it mapped.
                 *
                 * The number of DSM segments is limited, and a segment is freed only when the
                 * last process has detached it.  So a process must detach the segments of removed
                 * blocks, but not while a pointer may be in use.
                 *
                 * After a block was removed, no lookup returns a pointer to it, and an extension
                 * that caches pointers sees that the generation has changed.  By the rules of
                 * dynpgext.h, older pointers are not used after the end of the transaction.  There
                 * is no callback for the start of a transaction, and at its end the callbacks of
                 * other libraries may run after ours.  So a segment is marked as removed in one
                 * transaction, by a lookup or before the commit, and detached at the end of a
                 * later one.
                 *
                 * Two kinds of segments stay mapped until the process exits.  A worker may keep
                 * pointers to blocks of its own extension across transactions; it is stopped
                 * before they are removed.  Libraries built with the historic header keep
                 * pointers for ever.
                 *
                 * Locking: tables_lock to see which blocks are left.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/xact.h"
                #include "nodes/pg_list.h"
                #include "utils/memutils.h"

                #include "blocks/segments.h"
                #include "dynpgext.h"
                #include "state/orphans.h"
                #include "state/state.h"

                /* A segment that this process has mapped. */
                typedef struct Held
                {
                	dsm_segment *segment;
                	bool		forever;		/* until the process exits */
                	bool		removed;		/* its block is gone */
                	uint64		noted;			/* transactions that had ended by then */
                } Held;

                static List *held = NIL;

                /* Transactions of this process that have ended, counted by the callback. */
                static uint64 ended = 0;

                /* The generation when blocks were last looked at. */
                static uint64 noted_generation = 0;

                /* Creates a segment that stays mapped until it is detached. */
                dsm_segment *
                segment_create(Size size, const char *name)
                {
                	dsm_segment *segment = dsm_create(CACHELINEALIGN(size), DSM_CREATE_NULL_IF_MAXSEGMENTS);

                	if (segment == NULL)
                		ereport(ERROR,
                				(errcode(ERRCODE_INSUFFICIENT_RESOURCES),
                				 errmsg("no shared memory segment is left for block \"%s\"", name),
                				 errhint("Raise \"max_connections\", which the number of segments follows.")));
                	dsm_pin_mapping(segment);
                	return segment;
                }

                /* The segment, mapped until it is detached, or NULL if it was just removed. */
                dsm_segment *
                segment_map(dsm_handle handle)
                {
                	dsm_segment *segment = dsm_find_mapping(handle);

                	if (segment == NULL)
                	{
                		segment = dsm_attach(handle);
                		if (segment != NULL)
                			dsm_pin_mapping(segment);
                	}
                	return segment;
                }

                /* Marks the segments of removed blocks, if the generation has changed. */
                static void
                note_removed(void)
                {
                	uint64		generation = *dynpgext_generation;
                	ListCell   *cell;

                	if (generation == noted_generation)
                		return;
                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	foreach(cell, held)
                	{
                		Held	   *one = lfirst(cell);

                		if (one->removed || one->forever || block_exists(dsm_segment_handle(one->segment)))
                			continue;
                		one->removed = true;
                		one->noted = ended;
                	}
                	LWLockRelease(loader_state->tables_lock);
                	noted_generation = generation;
                }

                /* Detaches segments that were marked in an earlier transaction; cannot fail. */
                static void
                give_back(void)
                {
                	ListCell   *cell;

                	foreach(cell, held)
                	{
                		Held	   *one = lfirst(cell);

                		if (!one->removed || one->noted == ended)
                			continue;
                		dsm_detach(one->segment);
                		held = foreach_delete_current(held, cell);
                		pfree(one);
                	}
                }

                /* Runs before a transaction commits, and when it has ended. */
                static void
                on_transaction(XactEvent event, void *argument)
                {
                	switch (event)
                	{
                		case XACT_EVENT_PRE_COMMIT:
                		case XACT_EVENT_PRE_PREPARE:
                			note_removed();
                			break;
                		case XACT_EVENT_COMMIT:
                		case XACT_EVENT_ABORT:
                		case XACT_EVENT_PREPARE:
                			give_back();
                			ended++;
                			break;
                		default:
                			break;
                	}
                }

                /*
                 * Remembers a segment, to detach it after its block was removed, or never.
                 */
                void
                segment_hold(dsm_segment *segment, bool forever)
                {
                	static bool registered = false;
                	MemoryContext previous = MemoryContextSwitchTo(TopMemoryContext);
                	Held	   *one = NULL;
                	ListCell   *cell;

                	if (!registered)
                		RegisterXactCallback(on_transaction, NULL);
                	registered = true;

                	foreach(cell, held)
                	{
                		if (((Held *) lfirst(cell))->segment == segment)
                			one = lfirst(cell);
                	}
                	if (one == NULL)
                	{
                		one = palloc0(sizeof(Held));
                		one->segment = segment;
                		held = lappend(held, one);
                	}
                	one->forever |= forever;
                	MemoryContextSwitchTo(previous);
                	note_removed();
                }

                """##),
        File(
            path: "blocks/segments.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * segments.h
                 *	  The shared memory of blocks, as this process has it mapped.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_SEGMENTS_H
                #define DYNPGEXT_SEGMENTS_H

                #include "storage/dsm.h"

                extern dsm_segment *segment_create(Size size, const char *name);
                extern dsm_segment *segment_map(dsm_handle handle);
                extern void segment_hold(dsm_segment *segment, bool forever);

                #endif							/* DYNPGEXT_SEGMENTS_H */

                """##),
        File(
            path: "dynpgext--0.1.sql",
            contents: ##"""
                \echo Use "CREATE EXTENSION dynpgext" to load this file. \quit

                CREATE FUNCTION @extschema@.list_workers(
                    OUT extension text, OUT version text, OUT database text, OUT scope text,
                    OUT worker text, OUT pid integer, OUT state text, OUT starts bigint,
                    OUT last_exit integer, OUT last_start timestamptz, OUT next_start timestamptz,
                    OUT reason text)
                RETURNS SETOF record LANGUAGE c STRICT VOLATILE PARALLEL SAFE
                AS 'MODULE_PATHNAME', 'dynpgext_workers';
                COMMENT ON FUNCTION @extschema@.list_workers() IS 'behind the view workers';

                CREATE FUNCTION @extschema@.list_extensions(
                    OUT extension text, OUT version text, OUT status text, OUT message text)
                RETURNS SETOF record LANGUAGE c STRICT VOLATILE PARALLEL SAFE
                AS 'MODULE_PATHNAME', 'dynpgext_extensions';
                COMMENT ON FUNCTION @extschema@.list_extensions() IS 'behind the view extensions';

                CREATE FUNCTION @extschema@.list_databases(
                    OUT database text, OUT scanned boolean, OUT reason text)
                RETURNS SETOF record LANGUAGE c STRICT VOLATILE PARALLEL SAFE
                AS 'MODULE_PATHNAME', 'dynpgext_databases';
                COMMENT ON FUNCTION @extschema@.list_databases() IS 'behind the view databases';

                CREATE FUNCTION @extschema@.list_blocks(
                    OUT extension text, OUT name text, OUT database text, OUT scope text,
                    OUT size bigint, OUT ready boolean)
                RETURNS SETOF record LANGUAGE c STRICT VOLATILE PARALLEL SAFE
                AS 'MODULE_PATHNAME', 'dynpgext_blocks';
                COMMENT ON FUNCTION @extschema@.list_blocks() IS 'behind the view blocks';

                CREATE VIEW @extschema@.workers AS SELECT * FROM @extschema@.list_workers();
                COMMENT ON VIEW @extschema@.workers IS 'the workers that extensions asked for, in all databases';

                CREATE VIEW @extschema@.extensions AS SELECT * FROM @extschema@.list_extensions();
                COMMENT ON VIEW @extschema@.extensions IS 'the extensions of all databases, and what the loader makes of them';

                CREATE VIEW @extschema@.databases AS SELECT * FROM @extschema@.list_databases();
                COMMENT ON VIEW @extschema@.databases IS 'all databases, and why some are not followed';

                CREATE VIEW @extschema@.blocks AS SELECT * FROM @extschema@.list_blocks();
                COMMENT ON VIEW @extschema@.blocks IS 'the shared memory of extensions, in all databases';

                CREATE FUNCTION @extschema@.reload() RETURNS void LANGUAGE c VOLATILE
                AS 'MODULE_PATHNAME', 'dynpgext_reload';
                COMMENT ON FUNCTION @extschema@.reload()
                IS 'reads all catalogs again, and gives extensions that have failed another chance';

                CREATE FUNCTION @extschema@.pause(database name, extension name)
                RETURNS void LANGUAGE c VOLATILE
                AS 'MODULE_PATHNAME', 'dynpgext_pause';
                COMMENT ON FUNCTION @extschema@.pause(name, name)
                IS 'keeps an extension''s workers away from a database; the global ones if that is null';

                CREATE FUNCTION @extschema@.resume(database name, extension name)
                RETURNS void LANGUAGE c VOLATILE
                AS 'MODULE_PATHNAME', 'dynpgext_resume';
                COMMENT ON FUNCTION @extschema@.resume(name, name) IS 'ends a pause';

                CREATE FUNCTION @extschema@.restart(database name, extension name)
                RETURNS void LANGUAGE c VOLATILE
                AS 'MODULE_PATHNAME', 'dynpgext_restart';
                COMMENT ON FUNCTION @extschema@.restart(name, name)
                IS 'stops and starts an extension''s workers, also those that have finished or wait';

                REVOKE EXECUTE ON FUNCTION
                    @extschema@.reload(), @extschema@.pause(name, name), @extschema@.resume(name, name),
                    @extschema@.restart(name, name)
                FROM PUBLIC;

                GRANT USAGE ON SCHEMA @extschema@ TO PUBLIC;
                GRANT SELECT ON
                    @extschema@.workers, @extschema@.extensions, @extschema@.databases, @extschema@.blocks
                TO PUBLIC;

                """##),
        File(
            path: "dynpgext.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * dynpgext.c
                 *	  The loader's module: what happens when the postmaster loads it.
                 *
                 * Preloaded with shared_preload_libraries it gives Dynpgext extensions their
                 * shared memory and workers, in every database, without a restart.  The
                 * README beside this file tells how the processes work together.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "miscadmin.h"
                #include "storage/fd.h"

                #include "base/compat.h"
                #include "base/settings.h"
                #include "dynpgext.h"
                #include "postmaster/preload.h"
                #include "postmaster/shmem.h"
                #include "session/hooks.h"
                #include "state/owners.h"
                #include "state/tranches.h"
                #include "supervisor/supervisor.h"

                LOADER_MODULE_MAGIC;

                extern DYNPGEXT_EXPORT void _PG_init(void);

                /*
                 * Is this "postgres -C", which since 15 comes so far for some settings?  Then
                 * the postmaster is silent (postmaster.c), and its command line has that option.
                 */
                static bool
                prints_a_setting(void)
                {
                	FILE	   *file = LOADER_LOG_LEVEL == FATAL ? AllocateFile("/proc/self/cmdline", "r") : NULL;
                	char		argument[MAXPGPATH];
                	size_t		length = 0;
                	bool		found = false;
                	int			next;

                	while (file != NULL && (next = fgetc(file)) != EOF)
                	{
                		argument[length] = (char) next;
                		if (next == '\0')
                			found |= strncmp(argument, "-C", strlen("-C")) == 0;
                		length = next == '\0' ? 0 : Min(length + 1, sizeof(argument) - 1);
                	}
                	if (file != NULL)
                		FreeFile(file);
                	return found;
                }

                /* Lets extensions find the loader, whichever of the two was loaded first. */
                static void
                offer_loader(void)
                {
                	static dynpgext_loader loader = {
                		sizeof(dynpgext_loader), DYNPGEXT_LOADER_VERSION,
                		dynpgext_lookup_shmem, &dynpgext_generation, tranche_of, owner_before
                	};

                	*find_rendezvous_variable("dynpgext") = &loader;
                }

                /*
                 * Without shared_preload_libraries the library only serves its SQL functions,
                 * which say what is missing.
                 */
                void
                _PG_init(void)
                {
                	if (!process_shared_preload_libraries_in_progress)
                		return;
                #ifdef EXEC_BACKEND
                	ereport(ERROR,
                			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                			 errmsg("dynpgext is not supported where processes are not forked")));
                #endif
                	settings_define();
                	if (IsBinaryUpgrade)
                		return;
                	shmem_install();
                	/* what it prints may be the size of shared memory */
                	if (prints_a_setting())
                		return;
                	offer_loader();
                	hooks_install();
                	supervisor_register();
                	if (setting_preload && IsPostmasterEnvironment)
                		preload_extensions();
                }

                """##),
        File(
            path: "dynpgext.control",
            contents: ##"""
                comment = 'shared memory and workers for extensions, without a restart'
                default_version = '0.1'
                module_pathname = '$libdir/dynpgext'
                schema = dynpgext
                relocatable = false

                """##),
        File(
            path: "dynpgext.h",
            contents: ##"""
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

                """##),
        File(
            path: "exports.map",
            contents: ##"""
                # Nothing else leaves the library: extensions have names like ours.
                {
                	global:
                		Pg_magic_func;
                		_PG_init;
                		dynpgext_lookup_shmem;
                		dynpgext_generation;
                		dynpgext_supervisor_main;
                		dynpgext_scanner_main;
                		dynpgext_agent_main;
                		dynpgext_worker_main;
                		dynpgext_workers;
                		dynpgext_extensions;
                		dynpgext_databases;
                		dynpgext_blocks;
                		dynpgext_reload;
                		dynpgext_pause;
                		dynpgext_resume;
                		dynpgext_restart;
                		pg_finfo_dynpgext_*;
                	local:
                		*;
                };

                """##),
        File(
            path: "extension/control.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * control.c
                 *	  Which library belongs to a version of an extension.
                 *
                 * The control files are read with the server's own parser, in the server's
                 * order: NAME.control, then NAME--VERSION.control, which overrides it.  A
                 * file that cannot be read or parsed is a problem to report, never an ERROR:
                 * an extension that is installed with broken files must not disturb others.
                 *
                 * Locking: none.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include <dirent.h>
                #include <sys/stat.h>

                #include "commands/extension.h"
                #include "miscadmin.h"
                #include "storage/fd.h"

                #include "base/compat.h"
                #include "extension/control.h"

                /* Is it a name that can stand in a file's name? */
                static bool
                is_file_name_part(const char *name)
                {
                	return name[0] != '\0' && strchr(name, '/') == NULL &&
                		strstr(name, "..") == NULL && strlen(name) < MAXPGPATH / 4;
                }

                /* The directory of control files that an element of the search path means. */
                static char *
                control_directory(const char *element, size_t length)
                {
                	char		system[MAXPGPATH];
                	size_t		macro = strlen("$system");

                	if (length < macro || strncmp(element, "$system", macro) != 0)
                		return psprintf("%.*s/extension", (int) length, element);
                	get_share_path(my_exec_path, system);
                	return psprintf("%s%.*s/extension", system, (int) (length - macro), element + macro);
                }

                /* The directories of control files, in the server's order. */
                static List *
                control_directories(void)
                {
                	const char *path = LOADER_CONTROL_PATH;
                	List	   *directories = NIL;

                	if (path == NULL || path[0] == '\0')
                		path = "$system";
                	while (*path != '\0')
                	{
                		size_t		length = strcspn(path, ":");

                		directories = lappend(directories, control_directory(path, length));
                		path += length + (path[length] == ':' ? 1 : 0);
                	}
                	return directories;
                }

                /* The first NAME.control on the search path, or NULL. */
                static char *
                find_control_file(const char *name)
                {
                	ListCell   *cell;

                	foreach(cell, control_directories())
                	{
                		char	   *file = psprintf("%s/%s.control", (char *) lfirst(cell), name);
                		struct stat status;

                		if (stat(file, &status) == 0 && S_ISREG(status.st_mode))
                			return file;
                	}
                	return NULL;
                }

                /* Sets *value to the file's module_pathname, if it has one; false: broken. */
                static bool
                read_module_pathname(const char *path, char **value)
                {
                	FILE	   *file = AllocateFile(path, "r");
                	ConfigVariable *head = NULL;
                	ConfigVariable *tail = NULL;
                	bool		parsed;

                	if (file == NULL)
                		return false;
                	parsed = ParseConfigFp(file, path, 0, DEBUG1, &head, &tail);
                	FreeFile(file);
                	for (ConfigVariable *item = head; parsed && item != NULL; item = item->next)
                	{
                		if (strcmp(item->name, "module_pathname") == 0 && item->value != NULL)
                			*value = pstrdup(item->value);
                	}
                	FreeConfigVariables(head);
                	return parsed;
                }

                /*
                 * What the control files say about the library, in palloc'd memory.  NULL, with
                 * a literal in *problem, if they are silent about it or missing, which is
                 * MODULE_PLAIN, or cannot be used, which is MODULE_BROKEN.
                 */
                char *
                control_module_pathname(const ModuleKey *key, ModuleStatus *status, const char **problem)
                {
                	char	   *value = NULL;
                	char	   *path;
                	char	   *auxiliary;
                	struct stat exists;

                	*status = MODULE_BROKEN;
                	*problem = "its name or version cannot be part of a file name";
                	if (!is_file_name_part(key->name) || !is_file_name_part(key->version))
                		return NULL;
                	*status = MODULE_PLAIN;
                	*problem = "its control file is missing";
                	path = find_control_file(key->name);
                	if (path == NULL)
                		return NULL;

                	auxiliary = psprintf("%.*s--%s.control",
                						 (int) (strlen(path) - strlen(".control")), path, key->version);
                	if (!read_module_pathname(path, &value) ||
                		(stat(auxiliary, &exists) == 0 && !read_module_pathname(auxiliary, &value)))
                	{
                		*status = MODULE_BROKEN;
                		*problem = "its control file cannot be read";
                		return NULL;
                	}
                	*problem = value == NULL ? "its control file names no library" : NULL;
                	return value;
                }

                /* Is it in the list? */
                static bool
                list_has_key(List *keys, const ModuleKey *key)
                {
                	ListCell   *cell;

                	foreach(cell, keys)
                	{
                		if (module_key_equal(lfirst(cell), key))
                			return true;
                	}
                	return false;
                }

                /*
                 * The version that an install or update script makes, from its name: NAME--TO
                 * or NAME--FROM--TO with ".sql" behind; false if it is no such name.
                 */
                static bool
                script_key(const char *file, ModuleKey *key)
                {
                	size_t		length = strlen(file);
                	const char *first = strstr(file, "--");
                	const char *last = first;

                	if (first == NULL || length <= strlen(".sql") ||
                		strcmp(file + length - strlen(".sql"), ".sql") != 0)
                		return false;
                	for (const char *next = first; next != NULL; next = strstr(next + 2, "--"))
                		last = next;
                	memset(key, 0, sizeof(*key));
                	length = file + length - strlen(".sql") - (last + 2);
                	if ((size_t) (first - file) >= sizeof(key->name) || length >= sizeof(key->version))
                		return false;
                	memcpy(key->name, file, first - file);
                	memcpy(key->version, last + 2, length);
                	return is_file_name_part(key->name) && is_file_name_part(key->version);
                }

                /*
                 * Every version of every extension whose scripts lie beside the control files,
                 * as a list of ModuleKey.  Files with odd names are none.
                 */
                List *
                control_installed(void)
                {
                	List	   *keys = NIL;
                	ListCell   *cell;

                	foreach(cell, control_directories())
                	{
                		const char *directory = lfirst(cell);
                		DIR		   *opened = AllocateDir(directory);
                		struct dirent *entry;

                		while (opened != NULL && (entry = ReadDirExtended(opened, directory, LOG)) != NULL)
                		{
                			ModuleKey	key;

                			if (script_key(entry->d_name, &key) && !list_has_key(keys, &key))
                				keys = lappend(keys, memcpy(palloc(sizeof(key)), &key, sizeof(key)));
                		}
                		if (opened != NULL)
                			FreeDir(opened);
                	}
                	return keys;
                }

                """##),
        File(
            path: "extension/control.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * control.h
                 *	  Which library belongs to a version of an extension.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_CONTROL_H
                #define DYNPGEXT_CONTROL_H

                #include "nodes/pg_list.h"

                #include "state/state.h"

                extern char *control_module_pathname(const ModuleKey *key, ModuleStatus *status,
                									 const char **problem);
                extern List *control_installed(void);

                #endif							/* DYNPGEXT_CONTROL_H */

                """##),
        File(
            path: "extension/library.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * library.c
                 *	  Finding a library's file, and looking into it without opening it.
                 *
                 * Opening a truncated library is a SIGBUS, and opening one runs its
                 * constructors; so the file is read as bytes first.  Only a whole ELF 64
                 * object of this machine that defines the symbol among its dynamic symbols
                 * passes; on macOS the like of it, see macho.c.  Every offset of the file is
                 * checked against its size.
                 *
                 * Locking: none.
                 *
                 *-------------------------------------------------------------------------
                 */
                /* dlinfo() needs it; PGXS defines it too */
                #ifndef _GNU_SOURCE
                #define _GNU_SOURCE
                #endif

                #include "postgres.h"

                #include <dlfcn.h>
                #ifndef __APPLE__
                #include <elf.h>
                #include <link.h>
                #endif
                #include <fcntl.h>
                #include <sys/stat.h>
                #include <unistd.h>

                #include "miscadmin.h"
                #include "storage/fd.h"
                #include "utils/memutils.h"

                #include "base/compat.h"
                #include "extension/library.h"
                #include "extension/macho.h"

                #ifdef WORDS_BIGENDIAN
                #define NATIVE_ELF_DATA	ELFDATA2MSB
                #else
                #define NATIVE_ELF_DATA	ELFDATA2LSB
                #endif

                /* A file that is read in pieces. */
                typedef struct ByteFile
                {
                	int			fd;
                	uint64		size;
                } ByteFile;

                /* The path if a regular file is there, also with the usual suffix; or NULL. */
                static char *
                existing_library(const char *path)
                {
                	struct stat status;
                	char	   *suffixed;

                	if (stat(path, &status) == 0 && S_ISREG(status.st_mode))
                		return pstrdup(path);
                	suffixed = psprintf("%s%s", path, DLSUFFIX);
                	if (stat(suffixed, &status) == 0 && S_ISREG(status.st_mode))
                		return suffixed;
                	pfree(suffixed);
                	return NULL;
                }

                /* Puts the library directory in place of a leading $libdir. */
                static char *
                expand_libdir(const char *path)
                {
                	const char *rest = path + strlen("$libdir");

                	if (strncmp(path, "$libdir", strlen("$libdir")) != 0 || (*rest != '/' && *rest != '\0'))
                		return pstrdup(path);
                	return psprintf("%s%s", pkglib_path, rest);
                }

                /* Searches dynamic_library_path. */
                static char *
                search_library(const char *name)
                {
                	const char *path = Dynamic_library_path;
                	char	   *found = NULL;

                	if (path == NULL || path[0] == '\0')
                		path = "$libdir";
                	while (found == NULL && *path != '\0')
                	{
                		size_t		length = strcspn(path, ":");
                		char	   *directory = expand_libdir(pnstrdup(path, length));

                		if (is_absolute_path(directory))
                			found = existing_library(psprintf("%s/%s", directory, name));
                		path += length + (path[length] == ':' ? 1 : 0);
                	}
                	return found;
                }

                /*
                 * The file that the server would open for a library's name, in palloc'd
                 * memory; NULL if there is none.
                 */
                char *
                library_path(const char *name)
                {
                	if (LOADER_STRIPS_LIBDIR && strncmp(name, "$libdir/", strlen("$libdir/")) == 0 &&
                		strchr(name + strlen("$libdir/"), '/') == NULL)
                		name += strlen("$libdir/");
                	if (strchr(name, '/') == NULL)
                		return search_library(name);
                	return existing_library(expand_libdir(name));
                }

                /* A piece of the file in palloc'd memory, or NULL if it is not all there. */
                static void *
                read_piece(ByteFile *file, uint64 offset, uint64 length)
                {
                	char	   *piece;
                	uint64		done = 0;

                	if (length == 0 || length > MaxAllocSize - 1 ||
                		offset > file->size || length > file->size - offset)
                		return NULL;
                	piece = palloc(length + 1);
                	while (done < length)
                	{
                		ssize_t		got = pread(file->fd, piece + done, length - done, (off_t) (offset + done));

                		if (got < 0 && errno == EINTR)
                			continue;
                		if (got <= 0)
                			return NULL;
                		done += (uint64) got;
                	}
                	piece[length] = '\0';		/* ends the last name of a string table */
                	return piece;
                }

                #ifdef __APPLE__

                /* library_exports() for an open file. */
                static bool
                file_exports(ByteFile *file, const char *symbol, const char **problem)
                {
                	const uint8_t *bytes = read_piece(file, 0, file->size);
                	bool		whole = false;
                	bool		found = bytes != NULL && macho_defines(bytes, file->size, symbol, &whole);

                	*problem = whole ? NULL : "its library is not a whole Mach-O object of this machine";
                	return whole && found;
                }

                #else

                /* Is it a shared object for this machine? */
                static bool
                is_native_object(const Elf64_Ehdr *header)
                {
                	return memcmp(header->e_ident, ELFMAG, SELFMAG) == 0 &&
                		header->e_ident[EI_CLASS] == ELFCLASS64 &&
                		header->e_ident[EI_DATA] == NATIVE_ELF_DATA &&
                #if defined(__x86_64__)
                		header->e_machine == EM_X86_64 &&
                #elif defined(__aarch64__)
                		header->e_machine == EM_AARCH64 &&
                #endif
                		header->e_type == ET_DYN &&
                		header->e_phentsize == sizeof(Elf64_Phdr) &&
                		header->e_shentsize == sizeof(Elf64_Shdr);
                }

                /* Are all bytes that the dynamic linker would map in the file? */
                static bool
                is_whole(ByteFile *file, const Elf64_Ehdr *header)
                {
                	const Elf64_Phdr *segments = read_piece(file, header->e_phoff,
                											(uint64) header->e_phnum * sizeof(Elf64_Phdr));

                	for (int i = 0; segments != NULL && i < header->e_phnum; i++)
                	{
                		const Elf64_Phdr *segment = &segments[i];

                		if (segment->p_offset > file->size || segment->p_filesz > file->size - segment->p_offset)
                			return false;
                	}
                	return segments != NULL;
                }

                /* Is the symbol defined in this table of dynamic symbols? */
                static bool
                table_defines(ByteFile *file, const Elf64_Shdr *table, const Elf64_Shdr *names, const char *symbol)
                {
                	const Elf64_Sym *symbols = read_piece(file, table->sh_offset, table->sh_size);
                	const char *text = read_piece(file, names->sh_offset, names->sh_size);

                	if (symbols == NULL || text == NULL)
                		return false;
                	for (uint64 i = 0; i < table->sh_size / sizeof(Elf64_Sym); i++)
                	{
                		if (symbols[i].st_shndx != SHN_UNDEF &&
                			ELF64_ST_BIND(symbols[i].st_info) != STB_LOCAL &&
                			symbols[i].st_name < names->sh_size &&
                			strcmp(text +symbols[i].st_name, symbol) == 0)
                			return true;
                	}
                	return false;
                }

                /* library_exports() for an open file. */
                static bool
                file_exports(ByteFile *file, const char *symbol, const char **problem)
                {
                	const Elf64_Ehdr *header = read_piece(file, 0, sizeof(Elf64_Ehdr));
                	const Elf64_Shdr *sections;

                	*problem = "its library is not a whole ELF object of this machine";
                	if (header == NULL || !is_native_object(header) || !is_whole(file, header))
                		return false;
                	sections = read_piece(file, header->e_shoff, (uint64) header->e_shnum * sizeof(Elf64_Shdr));
                	if (sections == NULL)
                		return false;

                	*problem = NULL;
                	for (int i = 0; i < header->e_shnum; i++)
                	{
                		if (sections[i].sh_type == SHT_DYNSYM && sections[i].sh_link < header->e_shnum &&
                			table_defines(file, &sections[i], &sections[sections[i].sh_link], symbol))
                			return true;
                	}
                	return false;
                }

                #endif

                /*
                 * Does the file define the symbol?  A literal in *problem says why nobody
                 * should open it, NULL that it is sound but lacks the symbol.
                 */
                bool
                library_exports(const char *path, const char *symbol, const char **problem)
                {
                	MemoryContext scratch = AllocSetContextCreate(CurrentMemoryContext, "dynpgext library",
                												  ALLOCSET_DEFAULT_SIZES);
                	MemoryContext previous = MemoryContextSwitchTo(scratch);
                	ByteFile	file;
                	struct stat status;
                	bool		found = false;

                	*problem = "its library cannot be read";
                	file.fd = OpenTransientFile(path, O_RDONLY | PG_BINARY);
                	if (file.fd >= 0)
                	{
                		if (fstat(file.fd, &status) == 0 && S_ISREG(status.st_mode))
                		{
                			file.size = (uint64) status.st_size;
                			found = file_exports(&file, symbol, problem);
                		}
                		CloseTransientFile(file.fd);
                	}
                	MemoryContextSwitchTo(previous);
                	MemoryContextDelete(scratch);
                	return found;
                }

                /* Was the opened library linked with -Bsymbolic? */
                bool
                library_keeps_to_itself(void *library)
                {
                #ifndef __APPLE__
                	struct link_map *map;

                	if (dlinfo(library, RTLD_DI_LINKMAP, &map) != 0)
                		return false;
                	for (const ElfW(Dyn) * entry = map->l_ld; entry->d_tag != DT_NULL; entry++)
                	{
                		if (entry->d_tag == DT_SYMBOLIC ||
                			(entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_SYMBOLIC) != 0))
                			return true;
                	}
                	return false;
                #else
                	/* symbols are bound to the library that they came from */
                	return true;
                #endif
                }

                """##),
        File(
            path: "extension/library.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * library.h
                 *	  Finding a library's file, and looking into it without opening it.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_LIBRARY_H
                #define DYNPGEXT_LIBRARY_H

                extern char *library_path(const char *name);
                extern bool library_keeps_to_itself(void *library);
                extern bool library_exports(const char *path, const char *symbol, const char **problem);

                #endif							/* DYNPGEXT_LIBRARY_H */

                """##),
        File(
            path: "extension/macho.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * macho.c
                 *	  Looking into a library in the format of macOS, without opening it.
                 *
                 * The numbers are those of the format, 64 bit and little-endian; a universal
                 * file, whose head is big-endian, holds an object for each of several machines.
                 * Every offset of the file is checked against its size.  It knows nothing of
                 * PostgreSQL, so that a test can feed it bytes on any system.
                 *
                 * Locking: none.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include <string.h>

                #include "extension/macho.h"

                #define UNIVERSAL_MAGIC	0xcafebabe
                #define OBJECT_MAGIC	0xfeedfacf
                #define TYPE_LIBRARY	6
                #define TYPE_BUNDLE		8
                #define COMMAND_SYMBOLS	0x02
                #define COMMAND_SEGMENT	0x19

                #if defined(__aarch64__)
                #define NATIVE_CPU	0x0100000c
                #else
                #define NATIVE_CPU	0x01000007
                #endif

                /* Sizes of what the format consists of. */
                #define OBJECT_HEAD		32
                #define UNIVERSAL_HEAD	8
                #define UNIVERSAL_ENTRY	20
                #define SYMBOLS_SIZE	24
                #define SEGMENT_SIZE	72
                #define SYMBOL_SIZE		16

                /* Bits of a symbol's type. */
                #define SYMBOL_EXTERNAL	0x01
                #define SYMBOL_SECTION	0x0e
                #define SYMBOL_DEBUG	0xe0

                /* A part of the file. */
                typedef struct Part
                {
                	const uint8_t *bytes;
                	uint64_t	size;
                } Part;

                /* Does the part have so many bytes there? */
                static bool
                has(Part part, uint64_t offset, uint64_t length)
                {
                	return offset <= part.size && length <= part.size - offset;
                }

                /* Four bytes, the lowest first. */
                static uint32_t
                little(Part part, uint64_t offset)
                {
                	const uint8_t *at = part.bytes + offset;

                	return (uint32_t) at[0] | (uint32_t) at[1] << 8 | (uint32_t) at[2] << 16 | (uint32_t) at[3] << 24;
                }

                /* Four bytes, the highest first. */
                static uint32_t
                big(Part part, uint64_t offset)
                {
                	return __builtin_bswap32(little(part, offset));
                }

                /* Eight bytes, the lowest first. */
                static uint64_t
                little_64(Part part, uint64_t offset)
                {
                	return little(part, offset) | (uint64_t) little(part, offset + 4) << 32;
                }

                /* The object for this machine; of no size if there is none. */
                static Part
                native_object(Part file)
                {
                	const Part	none = {NULL, 0};

                	if (!has(file, 0, UNIVERSAL_HEAD) || big(file, 0) != UNIVERSAL_MAGIC)
                		return file;
                	for (uint32_t i = 0; i < big(file, 4); i++)
                	{
                		uint64_t	entry = UNIVERSAL_HEAD + (uint64_t) i * UNIVERSAL_ENTRY;
                		Part		object;

                		if (!has(file, entry, UNIVERSAL_ENTRY))
                			return none;
                		if (big(file, entry) != NATIVE_CPU)
                			continue;
                		if (!has(file, big(file, entry + 8), big(file, entry + 12)))
                			return none;
                		object.bytes = file.bytes + big(file, entry + 8);
                		object.size = big(file, entry + 12);
                		return object;
                	}
                	return none;
                }

                /* Is the symbol, behind the underscore of C, defined in this table? */
                static bool
                table_defines(Part object, uint64_t command, const char *symbol)
                {
                	uint32_t	symbols = little(object, command + 8);
                	uint32_t	count = little(object, command + 12);
                	Part		names;

                	if (!has(object, symbols, (uint64_t) count * SYMBOL_SIZE) ||
                		!has(object, little(object, command + 16), little(object, command + 20)))
                		return false;
                	names.bytes = object.bytes + little(object, command + 16);
                	names.size = little(object, command + 20);
                	for (uint32_t i = 0; i < count; i++)
                	{
                		uint64_t	at = symbols + (uint64_t) i * SYMBOL_SIZE;
                		uint32_t	name = little(object, at);
                		uint8_t		type = object.bytes[at + 4];

                		if ((type & SYMBOL_DEBUG) == 0 && (type & SYMBOL_EXTERNAL) != 0 &&
                			(type & SYMBOL_SECTION) != 0 && has(names, name, strlen(symbol) + 2) &&
                			names.bytes[name] == '_' &&
                			memcmp(names.bytes + name + 1, symbol, strlen(symbol) + 1) == 0)
                			return true;
                	}
                	return false;
                }

                /*
                 * Does the library define the symbol for others?  *whole tells that it is one
                 * for this machine and has all the bytes that would be mapped.
                 */
                bool
                macho_defines(const uint8_t *bytes, uint64_t size, const char *symbol, bool *whole)
                {
                	Part		file = {bytes, size};
                	Part		object = native_object(file);
                	uint64_t	command = OBJECT_HEAD;
                	bool		defined = false;

                	*whole = false;
                	if (!has(object, 0, OBJECT_HEAD) || little(object, 0) != OBJECT_MAGIC ||
                		little(object, 4) != NATIVE_CPU ||
                		(little(object, 12) != TYPE_LIBRARY && little(object, 12) != TYPE_BUNDLE))
                		return false;
                	for (uint32_t i = 0; i < little(object, 16); i++)
                	{
                		uint32_t	length;
                		uint32_t	kind;

                		if (!has(object, command, 8))
                			return false;
                		kind = little(object, command);
                		length = little(object, command + 4);
                		if (length < 8 || !has(object, command, length))
                			return false;
                		if (kind == COMMAND_SEGMENT &&
                			(length < SEGMENT_SIZE ||
                			 !has(object, little_64(object, command + 40), little_64(object, command + 48))))
                			return false;
                		if (kind == COMMAND_SYMBOLS && length >= SYMBOLS_SIZE)
                			defined |= table_defines(object, command, symbol);
                		command += length;
                	}
                	*whole = true;
                	return defined;
                }

                """##),
        File(
            path: "extension/macho.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * macho.h
                 *	  Looking into a library in the format of macOS.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_MACHO_H
                #define DYNPGEXT_MACHO_H

                #include <stdbool.h>
                #include <stdint.h>

                extern bool macho_defines(const uint8_t *bytes, uint64_t size, const char *symbol, bool *whole);

                #endif							/* DYNPGEXT_MACHO_H */

                """##),
        File(
            path: "extension/module.c",
            contents: ##"""
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

                """##),
        File(
            path: "extension/module.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * module.h
                 *	  An extension's library in this process, and what it asked for.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_MODULE_H
                #define DYNPGEXT_MODULE_H

                #include "extension/requests.h"
                #include "state/state.h"

                extern ModuleStatus module_find(const ModuleKey *key, char **name, char **path,
                								const char **problem);
                extern Module *module_open(const ModuleKey *key);
                extern Module *module_known(const ModuleKey *key);
                extern Module *module_refuse(const ModuleKey *key, const char *failure);
                extern void module_forget(Module *module);
                extern char *module_call_fini(Module *module);
                extern char *module_call_callback(const WorkerRequest *request, BackgroundWorkerHandle *worker);
                extern bool module_calling(void);

                #endif							/* DYNPGEXT_MODULE_H */

                """##),
        File(
            path: "extension/requests.c",
            contents: ##"""
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

                """##),
        File(
            path: "extension/requests.h",
            contents: ##"""
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

                """##),
        File(
            path: "extension/trial.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * trial.c
                 *	  Runs an extension's init in a child process first.
                 *
                 * A worker that crashes, or calls exit(), takes the whole server down, and
                 * would do so again after each restart.  So the library is first opened, and
                 * its init run, in a child that the postmaster does not know: of the agent, of
                 * a session that looks up a block before the agent came, or of the postmaster
                 * itself while it starts.  The child has no PGPROC, so it can neither take a
                 * lock that is held nor look up a block, and it forgets the exit callbacks that
                 * it inherited.
                 *
                 * The child sends one byte through a pipe: OK, DECLINED by an extension that
                 * does not want to be preloaded, or FAILED with a message.  A pipe that closes
                 * without one tells that the process ended in between.
                 *
                 * Locking: none.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include <dirent.h>
                #include <poll.h>
                #include <signal.h>
                #include <sys/wait.h>
                #include <unistd.h>

                #include "libpq/pqsignal.h"
                #include "miscadmin.h"
                #include "storage/ipc.h"
                #include "storage/proc.h"
                #include "tcop/tcopprot.h"
                #include "utils/guc.h"

                #include "base/compat.h"
                #include "base/steady.h"
                #include "extension/module.h"
                #include "extension/trial.h"

                /* The time that init has, and when the child ends itself at the latest. */
                #define TRIAL_LIMIT_MS	2000
                #define TRIAL_ALARM_S	4

                #define TRIAL_OK	'+'
                #define TRIAL_FAILED	'-'
                #define TRIAL_DECLINED	'0'

                /* So long a thread may take to be gone that init has ended. */
                #define THREAD_GRACE_MS	100

                /* The threads of this process; 1 where that cannot be told. */
                static int
                count_threads(void)
                {
                	DIR		   *directory = opendir("/proc/self/task");
                	struct dirent *entry;
                	int			count = 0;

                	if (directory == NULL)
                		return 1;
                	while ((entry = readdir(directory)) != NULL)
                		count += entry->d_name[0] != '.';
                	(void) closedir(directory);
                	return count;
                }

                /*
                 * Has the library left a thread in this process?  The postmaster must have
                 * one only: it forks, and does much in signal handlers.
                 */
                static bool
                leaves_thread(void)
                {
                	TimestampTz limit = TimestampTzPlusMilliseconds(steady_now(), THREAD_GRACE_MS);

                	while (count_threads() > 1)
                	{
                		if (steady_now() >= limit)
                			return true;
                		pg_usleep(1000);
                	}
                	return false;
                }

                /* What the child does. */
                static void
                try_module(const ModuleKey *key, int out)
                {
                	Module	   *module;
                	char		report[LOADER_MESSAGE_LEN] = {TRIAL_OK, '\0'};
                	const char *failure;
                	ssize_t		sent;

                	on_exit_reset();
                	MyProcPid = getpid();
                	MyProc = NULL;
                	pqsignal(SIGTERM, PG_SIG_DFL);
                	pqsignal(SIGALRM, PG_SIG_DFL);
                	/* the postmaster blocks signals while it starts */
                	(void) sigprocmask(SIG_SETMASK, &UnBlockSig, NULL);
                	(void) alarm(TRIAL_ALARM_S);
                	/* the parent will say it all again */
                	whereToSendOutput = DestNone;
                	LOADER_LOG_LEVEL = PANIC;

                	module = module_open(key);
                	failure = module == NULL ? "its files are not those of a Dynpgext extension any more"
                		: module->failure;
                	if (failure == NULL && process_shared_preload_libraries_in_progress && leaves_thread())
                		failure = "it leaves a thread in its process";
                	if (failure != NULL)
                	{
                		report[0] = TRIAL_FAILED;
                		strlcpy(report + 1, failure, sizeof(report) - 1);
                	}
                	else if (module->declined)
                		report[0] = TRIAL_DECLINED;
                	sent = write(out, report, strlen(report));
                	_exit(sent == (ssize_t) strlen(report) ? 0 : 1);
                }

                /* Reads a report, of at most size - 1 bytes, until it ends or time is up. */
                static bool
                read_report(int in, char *report, size_t size)
                {
                	TimestampTz limit = TimestampTzPlusMilliseconds(steady_now(), TRIAL_LIMIT_MS);
                	size_t		length = 0;

                	for (;;)
                	{
                		struct pollfd wait = {in, POLLIN, 0};
                		int64		left = (limit - steady_now()) / 1000;
                		ssize_t		got;

                		if (left <= 0)
                			return false;
                		if (poll(&wait, 1, (int) left) <= 0)
                			continue;
                		got = read(in, report + length, size - 1 - length);
                		if (got < 0 && errno == EINTR)
                			continue;
                		if (got > 0)
                			length += (size_t) got;
                		if (got > 0 && length < size - 1)
                			continue;
                		report[length] = '\0';
                		return true;
                	}
                }

                /* How a child ended that sent no report. */
                static char *
                describe_end(int status)
                {
                	if (WIFSIGNALED(status))
                		return psprintf("_Dynpgext_init ended its process with signal %d", WTERMSIG(status));
                	return psprintf("_Dynpgext_init ended its process with exit code %d", WEXITSTATUS(status));
                }

                /*
                 * Tries a module; returns why it must not be used, or NULL if it may.  Then
                 * *declined tells that it does not want to be preloaded.
                 */
                char *
                trial_run(const ModuleKey *key, bool *declined)
                {
                	char		report[LOADER_MESSAGE_LEN];
                	int			ends[2];
                	int			status = 0;
                	bool		in_time;
                	pid_t		child;

                	if (pipe(ends) != 0)
                		return psprintf("it could not be tried: %m");
                	fflush(NULL);
                	child = fork();
                	if (child == 0)
                		try_module(key, ends[1]);
                	close(ends[1]);
                	if (child < 0)
                	{
                		close(ends[0]);
                		return psprintf("it could not be tried: %m");
                	}

                	in_time = read_report(ends[0], report, sizeof(report));
                	close(ends[0]);
                	if (!in_time)
                		(void) kill(child, SIGKILL);
                	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
                		;
                	if (!in_time)
                		return psprintf("_Dynpgext_init did not return within %d ms", TRIAL_LIMIT_MS);
                	if (report[0] == '\0')
                		return describe_end(status);
                	*declined = report[0] == TRIAL_DECLINED;
                	return report[0] == TRIAL_FAILED ? pstrdup(report + 1) : NULL;
                }

                """##),
        File(
            path: "extension/trial.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * trial.h
                 *	  A first try of an extension's init, in a process that does not matter.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_TRIAL_H
                #define DYNPGEXT_TRIAL_H

                #include "state/state.h"

                extern char *trial_run(const ModuleKey *key, bool *declined);

                #endif							/* DYNPGEXT_TRIAL_H */

                """##),
        File(
            path: "postmaster/crash.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * crash.c
                 *	  What the postmaster remembers over a crash of the server.
                 *
                 * A crash takes all shared memory with it, but the postmaster lives on.  It
                 * keeps the pauses, and it keeps a worker that crashes the server from doing
                 * so for ever: after the third crash within a minute extensions' workers wait
                 * before they start; longer each time, until the server has run for a minute.
                 * Those that ran at each of these crashes are suspects; see starts.c.
                 *
                 * The dying memory may hold anything: it is copied with fixed bounds, and
                 * names are ended.
                 *
                 * Locking: none; this is the postmaster, and nobody else is left.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "lib/stringinfo.h"
                #include "miscadmin.h"

                #include "base/steady.h"
                #include "postmaster/crash.h"

                /* So many crashes within this time are too many. */
                #define CRASH_COUNT	3
                #define CRASH_WINDOW_MS	60000

                /* How long the workers then wait. */
                #define FIRST_HOLD_S	10
                #define LAST_HOLD_S	300

                /* So many suspects are named in the log. */
                #define NAMED_SUSPECTS	20

                /* Moments of the last crashes, the latest first. */
                static TimestampTz crashes[CRASH_COUNT];
                static bool started = false;

                /* The current wait, or 0, and its end. */
                static int	hold_s = 0;
                static TimestampTz hold_end = 0;

                /* Who ran at each of the last crashes, room for all; and what is paused. */
                static Suspect *suspects = NULL;
                static int	suspect_count = 0;
                static Pause pauses[LOADER_MAX_PAUSES];

                /* Is the moment less than the window ago? */
                static bool
                is_recent(TimestampTz moment, TimestampTz now)
                {
                	return moment != 0 && !TimestampDifferenceExceeds(moment, now, CRASH_WINDOW_MS);
                }

                /* Describes the worker of a slot. */
                static Suspect
                suspect_of(const RunSlot *slot)
                {
                	Suspect		suspect;

                	memset(&suspect, 0, sizeof(suspect));
                	suspect.database = slot->database;
                	memcpy(suspect.extension, slot->key.name, sizeof(suspect.extension) - 1);
                	memcpy(suspect.name, slot->asked.bgw_name, sizeof(suspect.name) - 1);
                	return suspect;
                }

                /* The same worker? */
                static bool
                same_worker(const Suspect *a, const Suspect *b)
                {
                	return a->database == b->database && strcmp(a->extension, b->extension) == 0 &&
                		strcmp(a->name, b->name) == 0;
                }

                /*
                 * Did the slot's worker run when the server crashed?  Who leaves with another
                 * code than 0 and 1 has crashed it.
                 */
                static bool
                ran_at_crash(const RunSlot *slot)
                {
                	return slot->state == RUN_ALIVE || slot->exit_code < 0 || slot->exit_code > 1;
                }

                /* Did this worker run when the server crashed? */
                static bool
                suspect_ran(const Suspect *suspect, const LoaderState *dying)
                {
                	for (int i = 0; i < max_worker_processes; i++)
                	{
                		Suspect		other = suspect_of(&dying->runs[i]);

                		if (ran_at_crash(&dying->runs[i]) && same_worker(suspect, &other))
                			return true;
                	}
                	return false;
                }

                /* Suspects all who ran. */
                static void
                suspect_all(const LoaderState *dying)
                {
                	suspect_count = 0;
                	for (int i = 0; i < max_worker_processes; i++)
                	{
                		if (ran_at_crash(&dying->runs[i]))
                			suspects[suspect_count++] = suspect_of(&dying->runs[i]);
                	}
                }

                /* Drops the suspicion against those who did not run this time. */
                static void
                clear_suspects(const LoaderState *dying)
                {
                	int			kept = 0;

                	for (int i = 0; i < suspect_count; i++)
                	{
                		if (suspect_ran(&suspects[i], dying))
                			suspects[kept++] = suspects[i];
                	}
                	suspect_count = kept;
                }

                /* Called before shared memory goes. */
                void
                crash_remember(const LoaderState *dying)
                {
                	TimestampTz now = steady_now();

                	if (suspects == NULL)
                		suspects = malloc(max_worker_processes * sizeof(Suspect));
                	if (suspects == NULL)
                		return;
                	memcpy(pauses, dying->pauses, sizeof(pauses));
                	for (int i = 0; i < LOADER_MAX_PAUSES; i++)
                		pauses[i].extension[NAMEDATALEN - 1] = '\0';
                	/* during the wait nobody ran, which acquits nobody */
                	if (hold_end > now)
                		return;
                	if (is_recent(crashes[0], now) || (hold_s > 0 && is_recent(hold_end, now)))
                		clear_suspects(dying);
                	else
                		suspect_all(dying);
                }

                /* Notes a crash; returns the time that the workers have to wait, or 0. */
                static int
                count_crash(TimestampTz now)
                {
                	memmove(&crashes[1], &crashes[0], (CRASH_COUNT - 1) * sizeof(TimestampTz));
                	crashes[0] = now;
                	if (hold_s > 0 && is_recent(hold_end, now))
                		hold_s = Min(hold_s * 2, LAST_HOLD_S);
                	else
                		hold_s = is_recent(crashes[CRASH_COUNT - 1], now) ? FIRST_HOLD_S : 0;
                	return hold_s;
                }

                /* Tells the log about the wait, and who is suspected. */
                static void
                report_hold(void)
                {
                	StringInfoData names;

                	initStringInfo(&names);
                	for (int i = 0; i < Min(suspect_count, NAMED_SUSPECTS); i++)
                	{
                		appendStringInfo(&names, "%s\"%s\" of extension \"%s\"", i == 0 ? "" : ", ",
                						 suspects[i].name, suspects[i].extension);
                		if (OidIsValid(suspects[i].database))
                			appendStringInfo(&names, " in database %u", suspects[i].database);
                	}
                	if (suspect_count > NAMED_SUSPECTS)
                		appendStringInfoString(&names, ", and others");
                	ereport(LOG,
                			(errmsg("dynpgext starts no worker of an extension for %d s, because the server keeps crashing",
                					hold_s),
                			 suspect_count > 0
                			 ? errdetail("These workers ran at each crash, and will start last, one at a time: %s.",
                						 names.data)
                			 : errdetail("No worker of an extension ran at each crash."),
                			 errhint("If one of them is to blame, list its extension in \"dynpgext.disable\".")));
                	pfree(names.data);
                }

                /* Called when shared memory is made, at the start and after each crash. */
                void
                crash_recall(LoaderState *fresh)
                {
                	TimestampTz now = steady_now();

                	if (!started)
                	{
                		started = true;
                		return;
                	}
                	memcpy(fresh->pauses, pauses, sizeof(pauses));
                	if (count_crash(now) == 0)
                		return;
                	hold_end = TimestampTzPlusMilliseconds(now, hold_s * INT64CONST(1000));
                	fresh->held_until = hold_end;
                	fresh->suspect_count = suspect_count;
                	memcpy(fresh->suspects, suspects, suspect_count * sizeof(Suspect));
                	report_hold();
                }

                """##),
        File(
            path: "postmaster/crash.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * crash.h
                 *	  What the postmaster remembers over a crash of the server.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_CRASH_H
                #define DYNPGEXT_CRASH_H

                #include "state/state.h"

                extern void crash_remember(const LoaderState *dying);
                extern void crash_recall(LoaderState *fresh);

                #endif							/* DYNPGEXT_CRASH_H */

                """##),
        File(
            path: "postmaster/preload.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * preload.c
                 *	  Asking the installed extensions while the server starts.
                 *
                 * Whoever was asked by the postmaster need not be asked by its children, which
                 * inherit the library and the requests.  Nothing else follows from it: blocks
                 * and workers come with CREATE EXTENSION, and an extension that was replaced
                 * since, or cannot be preloaded, is asked by those who need it.
                 *
                 * A process that dies here takes the server's start with it.  So all is tried
                 * in a child first, and the time for all of them is bounded;
                 * "dynpgext.preload" and "dynpgext.disable" keep it from being done at all.
                 *
                 * Locking: none; there is no shared memory yet.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "utils/memutils.h"

                #include "base/settings.h"
                #include "base/steady.h"
                #include "extension/control.h"
                #include "extension/module.h"
                #include "extension/trial.h"
                #include "postmaster/preload.h"

                /* After so long nobody is asked any more: the server has to start. */
                #define PRELOAD_LIMIT_MS	6000

                /* Asks one version of an extension; returns why that cannot be, or NULL. */
                static char *
                preload(const ModuleKey *key)
                {
                	bool		declined = false;
                	char	   *failure = trial_run(key, &declined);
                	Module	   *module;

                	if (failure != NULL || declined)
                		return failure;
                	module = module_open(key);
                	if (module == NULL)
                		return pstrdup("its files have just changed");
                	/* whoever needs it shall try it anew */
                	if (module->failure != NULL || module->declined)
                		module_forget(module);
                	return module->failure;
                }

                /* Asks one version of an extension, if it speaks Dynpgext and it is not too late. */
                static void
                consider(const ModuleKey *key, bool late)
                {
                	char	   *name;
                	char	   *path;
                	const char *problem;
                	const char *failure = NULL;
                	ModuleStatus status = module_find(key, &name, &path, &problem);

                	if (extension_disabled(key->name))
                		return;
                	if (status == MODULE_FOUND)
                		failure = late ? "the others have taken too long" : preload(key);
                	else if (status == MODULE_BROKEN)
                		failure = problem;
                	if (failure != NULL)
                		ereport(WARNING,
                				(errmsg("dynpgext does not preload extension \"%s\" version \"%s\": %s",
                						key->name, key->version, failure)));
                }

                /* Asks every installed extension; for _PG_init(). */
                void
                preload_extensions(void)
                {
                	MemoryContext scratch = AllocSetContextCreate(CurrentMemoryContext, "dynpgext preload",
                												  ALLOCSET_DEFAULT_SIZES);
                	MemoryContext previous = MemoryContextSwitchTo(scratch);
                	TimestampTz begin = steady_now();
                	ListCell   *cell;

                	foreach(cell, control_installed())
                		consider(lfirst(cell),
                				 TimestampDifferenceExceeds(begin, steady_now(), PRELOAD_LIMIT_MS));
                	MemoryContextSwitchTo(previous);
                	MemoryContextDelete(scratch);
                }

                """##),
        File(
            path: "postmaster/preload.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * preload.h
                 *	  Asking the installed extensions while the server starts.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_PRELOAD_H
                #define DYNPGEXT_PRELOAD_H

                extern void preload_extensions(void);

                #endif							/* DYNPGEXT_PRELOAD_H */

                """##),
        File(
            path: "postmaster/shmem.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * shmem.c
                 *	  The postmaster requests and creates shared memory.
                 *
                 * That happens when the server starts, and again after each crash: then the new
                 * segment gets what crash.c has kept of the old one.
                 *
                 * Locking: AddinShmemInitLock.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "miscadmin.h"
                #include "storage/ipc.h"
                #include "storage/shmem.h"

                #include "base/compat.h"
                #include "postmaster/crash.h"
                #include "postmaster/shmem.h"
                #include "state/state.h"

                #define LOCK_TRANCHE	"dynpgext"

                #ifdef LOADER_HAS_REQUEST_HOOK
                static shmem_request_hook_type previous_request_hook = NULL;
                #endif
                static shmem_startup_hook_type previous_startup_hook = NULL;

                /* Requests the segment and its locks. */
                static void
                request_shmem(void)
                {
                #ifdef LOADER_HAS_REQUEST_HOOK
                	if (previous_request_hook)
                		previous_request_hook();
                #endif
                	RequestAddinShmemSpace(state_size());
                	RequestNamedLWLockTranche(LOCK_TRANCHE, LOADER_LOCK_COUNT);
                }

                /* Called before the segment is freed; only the postmaster keeps anything of it. */
                static void
                leave_shmem(int code, Datum argument)
                {
                	if (!IsUnderPostmaster && loader_state != NULL)
                		crash_remember(loader_state);
                }

                /* Creates the segment, again after each crash of the server. */
                static void
                startup_shmem(void)
                {
                	LoaderState *state;
                	bool		found;

                	if (previous_startup_hook)
                		previous_startup_hook();

                	loader_state = NULL;
                	LWLockAcquire(AddinShmemInitLock, LW_EXCLUSIVE);
                	state = ShmemInitStruct("dynpgext", state_size(), &found);
                	if (!found)
                	{
                		state_initialize(state, GetNamedLWLockTranche(LOCK_TRANCHE));
                		crash_recall(state);
                	}
                	LWLockRelease(AddinShmemInitLock);
                	state_attach(state);
                	if (IsPostmasterEnvironment)
                		on_shmem_exit(leave_shmem, (Datum) 0);
                }

                /* Installs the hooks that do so; for _PG_init(). */
                void
                shmem_install(void)
                {
                #ifdef LOADER_HAS_REQUEST_HOOK
                	previous_request_hook = shmem_request_hook;
                	shmem_request_hook = request_shmem;
                #else
                	request_shmem();
                #endif
                	previous_startup_hook = shmem_startup_hook;
                	shmem_startup_hook = startup_shmem;
                }

                """##),
        File(
            path: "postmaster/shmem.h",
            contents: ##"""
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

                """##),
        File(
            path: "scanner/scanner.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * scanner.c
                 *	  Connects to one database, reads pg_extension, publishes it, and exits.
                 *
                 * It runs for some milliseconds, so that it does not delay statements that need
                 * the database without connections, and it has a lock_timeout of a second.  If it
                 * fails, it publishes nothing, and the supervisor launches another one later.
                 *
                 * Locking: AccessShareLock on pg_extension; tables_lock to publish.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/xact.h"
                #include "utils/snapmgr.h"

                #include "base/compat.h"
                #include "base/process.h"
                #include "extension/module.h"
                #include "state/catalog.h"
                #include "state/publish.h"

                /* Reads the files of each extension; no library is opened. */
                static void
                look_at_files(List *extensions)
                {
                	ListCell   *cell;

                	foreach(cell, extensions)
                	{
                		ExtensionSeen *seen = lfirst(cell);
                		char	   *name;
                		char	   *path;

                		seen->status = module_find(&seen->key, &name, &path, &seen->problem);
                	}
                }

                /* Logs, once, which extensions the loader leaves alone, and why. */
                static void
                report_skipped(List *extensions)
                {
                	ListCell   *cell;

                	foreach(cell, extensions)
                	{
                		ExtensionSeen *seen = lfirst(cell);

                		if (seen->is_news)
                			ereport(seen->status == MODULE_BROKEN ? WARNING : LOG,
                					(errmsg("dynpgext leaves extension \"%s\" alone: %s",
                							seen->key.name, seen->problem)));
                	}
                }

                /* The scanner's main function; the argument is the database. */
                void
                dynpgext_scanner_main(Datum argument)
                {
                	Oid			database = DatumGetObjectId(argument);
                	List	   *extensions;
                	uint64		clock;

                	process_begin(database);

                	clock = facts_begin_scan(database);
                	StartTransactionCommand();
                	PushActiveSnapshot(GetTransactionSnapshot());
                	extensions = catalog_extensions();
                	look_at_files(extensions);
                	facts_publish(database, clock, extensions);
                	report_skipped(extensions);
                	PopActiveSnapshot();
                	CommitTransactionCommand();
                }

                """##),
        File(
            path: "session/hooks.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * hooks.c
                 *	  Hooks in sessions, which tell the supervisor that a catalog may have changed.
                 *
                 * A change of pg_extension or pg_database is noted in the session, and passed
                 * to the supervisor when its transaction ends.  What exactly changed is of no
                 * interest: the catalog will be read.  The end of a prepared transaction brings
                 * no object event, so it always counts as a change.
                 *
                 * What was rolled back has changed nothing: events come also from statements
                 * that the server then refuses, and nobody without rights shall keep scanners
                 * busy.  But the blocks that were made for an extension must go with it; and
                 * pg_database may have changed for good, as by a DROP DATABASE that was
                 * interrupted.
                 *
                 * DROP DATABASE stops the workers of its database: the hook fires after the
                 * check of the privilege and before the count of the sessions.  Other
                 * statements that workers would hinder have no such hook; see statements.c.
                 * The workers stay away until the transaction has ended.
                 *
                 * Locking: tables_lock for a look; marks_lock, in state.c.  Nothing here can
                 * fail after a commit.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/xact.h"
                #include "catalog/objectaccess.h"
                #include "catalog/pg_database.h"
                #include "catalog/pg_extension.h"
                #include "miscadmin.h"
                #include "storage/latch.h"
                #include "tcop/utility.h"

                #include "base/compat.h"
                #include "base/steady.h"
                #include "session/hooks.h"
                #include "session/statements.h"
                #include "state/area.h"
                #include "state/leases.h"
                #include "state/modules.h"
                #include "state/runs.h"
                #include "state/state.h"

                /* How long a statement waits for the workers. */
                #define PATIENCE_MS	5000
                #define LOOK_AGAIN_MS	10

                static object_access_hook_type previous_object_hook = NULL;
                static ProcessUtility_hook_type previous_utility_hook = NULL;

                /*
                 * What the current transaction may have changed: pg_extension in the
                 * subtransaction of this level, and those that it is part of; 0: not, or rolled
                 * back.
                 */
                static int	extensions_level = 0;
                static bool databases_changed = false;

                /* Was pg_extension changed in this transaction, rolled back or not? */
                static bool extensions_touched = false;

                /* Does this session hold a lease?  Has the log been told that none is left? */
                static bool holds_lease = false;
                static bool shortage_told = false;

                /* Releases the leases. */
                static void
                release_lease(void)
                {
                	if (holds_lease)
                		lease_release();
                	holds_lease = shortage_told = false;
                }

                /* Tells the log, once in a transaction, that there are workers in its way. */
                static void
                report_shortage(void)
                {
                	if (!shortage_told)
                		ereport(LOG,
                				(errcode(ERRCODE_CONFIGURATION_LIMIT_EXCEEDED),
                				 errmsg("dynpgext does not send background workers away for more than %d extensions or databases in a transaction",
                						LOADER_LEASES_EACH),
                				 errhint("Update or drop fewer extensions in a transaction.")));
                	shortage_told = true;
                }

                /* May the extension, or any if it is "", have workers? */
                static bool
                may_have_workers(const char *extension)
                {
                	bool		may;

                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	may = extension[0] == '\0' || !modules_lack_workers(extension);
                	LWLockRelease(loader_state->tables_lock);
                	return may;
                }

                /*
                 * Stops the workers of an extension, or of all if it is "", in a database, and
                 * waits until they have exited.
                 */
                static void
                clear_database(Oid database, const char *extension)
                {
                	TimestampTz begin = steady_now();
                	int			remaining;

                	if (!may_have_workers(extension))
                		return;
                	if (!lease_take(database, extension))
                	{
                		report_shortage();
                		return;
                	}
                	holds_lease = true;
                	while ((remaining = lease_stop_workers(database, extension)) != 0)
                	{
                		if (TimestampDifferenceExceeds(begin, steady_now(), PATIENCE_MS))
                		{
                			ereport(LOG,
                					(errmsg("background worker with PID %d does not leave a database that a statement wants without it",
                							remaining)));
                			return;
                		}
                		(void) WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH,
                						 LOOK_AGAIN_MS, PG_WAIT_EXTENSION);
                		ResetLatch(MyLatch);
                		CHECK_FOR_INTERRUPTS();
                	}
                }

                /* Notes a change of pg_extension. */
                static void
                note_extensions(void)
                {
                	int			level = GetCurrentTransactionNestLevel();

                	extensions_touched = true;
                	if (extensions_level == 0 || level < extensions_level)
                		extensions_level = level;
                }

                /* Notes changes of the two catalogs. */
                static void
                on_object_access(ObjectAccessType access, Oid class, Oid object, int sub, void *argument)
                {
                	if (previous_object_hook)
                		previous_object_hook(access, class, object, sub, argument);
                	if (!state_usable() ||
                		(access != OAT_POST_CREATE && access != OAT_DROP && access != OAT_POST_ALTER))
                		return;
                	if (class == ExtensionRelationId)
                	{
                		/* for has_made_block(); a parallel worker may make one for us */
                		(void) area_get();
                		note_extensions();
                	}
                	else if (class == DatabaseRelationId)
                	{
                		databases_changed = true;
                		if (access == OAT_DROP)
                			clear_database(object, "");
                	}
                }

                /* Does it end a prepared transaction? */
                static bool
                ends_prepared(PlannedStmt *statement)
                {
                	TransactionStmt *transaction = (TransactionStmt *) statement->utilityStmt;

                	return IsA(transaction, TransactionStmt) &&
                		(transaction->kind == TRANS_STMT_COMMIT_PREPARED ||
                		 transaction->kind == TRANS_STMT_ROLLBACK_PREPARED);
                }

                /* Stops the workers that would block the statement. */
                static void
                clear_the_way(Node *statement, bool toplevel)
                {
                	Oid			database = statement_clears(statement, toplevel && !IsTransactionBlock());
                	ListCell   *cell;

                	if (OidIsValid(database))
                		clear_database(database, "");
                	foreach(cell, statement_replaces(statement))
                		clear_database(MyDatabaseId, lfirst(cell));
                }

                /* Notes the end of a prepared transaction, and stops workers. */
                static void
                on_utility(UTILITY_PARAMETERS)
                {
                	bool		ended = state_usable() && ends_prepared(pstmt);

                	if (state_usable())
                		clear_the_way(pstmt->utilityStmt, context == PROCESS_UTILITY_TOPLEVEL);
                	if (previous_utility_hook)
                		previous_utility_hook(UTILITY_ARGUMENTS);
                	else
                		standard_ProcessUtility(UTILITY_ARGUMENTS);
                	if (ended)
                	{
                		note_extensions();
                		databases_changed = true;
                	}
                }

                /* Was a block made in this transaction, for an extension that it has created? */
                static bool
                has_made_block(void)
                {
                	SharedTable *blocks = &loader_state->blocks;
                	FullTransactionId xid = GetTopFullTransactionIdIfAny();
                	bool		found = false;

                	/* attaching could fail, and is done when an event comes */
                	if (!FullTransactionIdIsValid(xid) || !area_attached())
                		return false;
                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	for (uint32 i = 0; i < blocks->count && !found; i++)
                		found = FullTransactionIdEquals(((BlockRow *) table_row(blocks, i))->xid, xid);
                	LWLockRelease(loader_state->tables_lock);
                	return found;
                }

                /* Passes the changes of the transaction to the supervisor. */
                static void
                pass_on_changes(bool aborted)
                {
                	bool		extensions = extensions_touched &&
                		((extensions_level > 0 && !aborted) || has_made_block());
                	Marks		marks;

                	memset(&marks, 0, sizeof(marks));
                	marks.databases = databases_changed;
                	if (extensions)
                		marks.dirty[marks.count++] = MyDatabaseId;
                	if (extensions || databases_changed)
                		marks_add(&marks);
                	extensions_touched = databases_changed = false;
                	extensions_level = 0;
                }

                /*
                 * Runs when a transaction ends, also with its session; nothing here may fail.
                 */
                static void
                on_transaction_end(XactEvent event, void *argument)
                {
                	if (event != XACT_EVENT_COMMIT && event != XACT_EVENT_ABORT && event != XACT_EVENT_PREPARE)
                		return;
                	/* in this order: the database may be gone for good */
                	pass_on_changes(event == XACT_EVENT_ABORT);
                	release_lease();
                }

                /* Runs when a subtransaction ends. */
                static void
                on_subtransaction_end(SubXactEvent event, SubTransactionId own, SubTransactionId parent,
                					  void *argument)
                {
                	int			level = GetCurrentTransactionNestLevel();

                	if (extensions_level < level)
                		return;
                	if (event == SUBXACT_EVENT_ABORT_SUB)
                		extensions_level = 0;
                	else if (event == SUBXACT_EVENT_COMMIT_SUB)
                		extensions_level = level - 1;
                }

                /* Installs them; for _PG_init(). */
                void
                hooks_install(void)
                {
                	previous_object_hook = object_access_hook;
                	object_access_hook = on_object_access;
                	previous_utility_hook = ProcessUtility_hook;
                	ProcessUtility_hook = on_utility;
                	RegisterXactCallback(on_transaction_end, NULL);
                	RegisterSubXactCallback(on_subtransaction_end, NULL);
                }

                """##),
        File(
            path: "session/hooks.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * hooks.h
                 *	  Hints from sessions.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_HOOKS_H
                #define DYNPGEXT_HOOKS_H

                extern void hooks_install(void);

                #endif							/* DYNPGEXT_HOOKS_H */

                """##),
        File(
            path: "session/orders.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * orders.c
                 *	  pause(), resume(), restart() and reload(), for administrators.
                 *
                 * They take effect at once, even if the transaction is rolled back.  Only
                 * superusers, and roles with the privilege EXECUTE on them, may call them.
                 *
                 * Locking: tables_lock around each change; none while waiting.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "catalog/pg_database.h"
                #include "commands/dbcommands.h"
                #include "miscadmin.h"
                #include "storage/latch.h"
                #include "utils/builtins.h"

                #include "base/compat.h"
                #include "base/steady.h"
                #include "state/modules.h"
                #include "state/owners.h"
                #include "state/pauses.h"
                #include "state/runs.h"
                #include "state/workers.h"

                PG_FUNCTION_INFO_V1(dynpgext_reload);
                PG_FUNCTION_INFO_V1(dynpgext_pause);
                PG_FUNCTION_INFO_V1(dynpgext_resume);
                PG_FUNCTION_INFO_V1(dynpgext_restart);

                /* How long a pause waits until the workers have left. */
                #define PATIENCE_MS	5000
                #define LOOK_AGAIN_MS	10

                /* Whose workers an order is about. */
                typedef struct Order
                {
                	Oid			database;		/* invalid: the global ones */
                	char		extension[NAMEDATALEN];
                	char	   *whose;			/* for messages */
                } Order;

                /* The arguments of an order: a database, or NULL, and an extension. */
                static Order
                read_order(FunctionCallInfo fcinfo)
                {
                	Order		order = {InvalidOid, "", NULL};

                	state_require();
                	if (PG_ARGISNULL(1) || NameStr(*PG_GETARG_NAME(1))[0] == '\0')
                		ereport(ERROR,
                				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
                				 errmsg("an extension must be named")));
                	strlcpy(order.extension, NameStr(*PG_GETARG_NAME(1)), sizeof(order.extension));
                	if (PG_ARGISNULL(0))
                		order.whose = psprintf("the global workers of extension \"%s\"", order.extension);
                	else
                	{
                		order.database = get_database_oid(NameStr(*PG_GETARG_NAME(0)), false);
                		order.whose = psprintf("the workers of extension \"%s\" in database \"%s\"",
                							   order.extension, NameStr(*PG_GETARG_NAME(0)));
                	}
                	return order;
                }

                /* Waits until the workers that an order has stopped have exited. */
                static void
                await_leave(const Order *order)
                {
                	TimestampTz begin = steady_now();
                	int			remaining;

                	while ((remaining = runs_stop(order->database, order->extension)) != 0)
                	{
                		if (TimestampDifferenceExceeds(begin, steady_now(), PATIENCE_MS))
                		{
                			ereport(WARNING,
                					(errmsg("background worker with PID %d has not left yet", remaining)));
                			return;
                		}
                		(void) WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH,
                						 LOOK_AGAIN_MS, PG_WAIT_EXTENSION);
                		ResetLatch(MyLatch);
                		CHECK_FOR_INTERRUPTS();
                	}
                }

                /* Has the catalogs of all databases read again. */
                static void
                read_all_again(void)
                {
                	Marks		marks;

                	memset(&marks, 0, sizeof(marks));
                	marks.everything = true;
                	marks_add(&marks);
                }

                /* dynpgext.reload() */
                Datum
                dynpgext_reload(PG_FUNCTION_ARGS)
                {
                	state_require();
                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	modules_retry();
                	LWLockRelease(loader_state->tables_lock);
                	read_all_again();
                	PG_RETURN_VOID();
                }

                /* dynpgext.pause(database, extension) */
                Datum
                dynpgext_pause(PG_FUNCTION_ARGS)
                {
                	Order		order = read_order(fcinfo);
                	bool		entered;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	entered = pause_enter(order.database, order.extension);
                	LWLockRelease(loader_state->tables_lock);
                	if (!entered)
                		ereport(ERROR,
                				(errcode(ERRCODE_CONFIGURATION_LIMIT_EXCEEDED),
                				 errmsg("there are %d pauses already", LOADER_MAX_PAUSES)));
                	ereport(LOG, (errmsg("dynpgext pauses %s", order.whose)));
                	state_wake_supervisor();
                	await_leave(&order);
                	PG_RETURN_VOID();
                }

                /* dynpgext.resume(database, extension) */
                Datum
                dynpgext_resume(PG_FUNCTION_ARGS)
                {
                	Order		order = read_order(fcinfo);

                	if (pause_leave(order.database, order.extension))
                		ereport(LOG, (errmsg("dynpgext resumes %s", order.whose)));
                	else
                		ereport(NOTICE, (errmsg("%s were not paused", order.whose)));
                	state_wake_supervisor();
                	PG_RETURN_VOID();
                }

                /* dynpgext.restart(database, extension) */
                Datum
                dynpgext_restart(PG_FUNCTION_ARGS)
                {
                	Order		order = read_order(fcinfo);
                	bool		found;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	found = workers_renew(order.database, order.extension);
                	owners_accept(order.database, order.extension);
                	(void) runs_stop(order.database, order.extension);
                	LWLockRelease(loader_state->tables_lock);
                	if (!found)
                		ereport(NOTICE, (errmsg("nothing is there to restart of %s", order.whose)));
                	read_all_again();			/* and so the owners */
                	PG_RETURN_VOID();
                }

                """##),
        File(
            path: "session/statements.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * statements.c
                 *	  Statements that workers would block.
                 *
                 * CREATE DATABASE from a template, ALTER DATABASE RENAME and SET TABLESPACE
                 * fail while anybody is connected.  DROP EXTENSION and ALTER EXTENSION UPDATE
                 * lock what the extension's workers may just use, such as a table whose index
                 * one of them rebuilds concurrently: that waits for the transaction of the
                 * statement, so that they deadlock.  No hook fires in the middle of them
                 * before it is too late, so the loader has to act before they begin; and it
                 * must not for somebody whom the server will refuse, who could otherwise stop
                 * workers.  So the checks here are at least as strict as the server's.
                 *
                 * Locking: none is kept.  Names are resolved again by the statement; if they
                 * have changed in between it fails, and nothing but a restart was lost.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/htup_details.h"
                #include "access/xact.h"
                #include "catalog/pg_authid.h"
                #include "catalog/pg_database.h"
                #include "catalog/pg_extension.h"
                #include "catalog/pg_tablespace.h"
                #include "commands/dbcommands.h"
                #include "commands/defrem.h"
                #include "commands/extension.h"
                #include "commands/tablespace.h"
                #include "miscadmin.h"
                #include "nodes/parsenodes.h"
                #include "utils/acl.h"
                #include "utils/syscache.h"

                #include "base/compat.h"
                #include "session/statements.h"

                /* May the role create databases? */
                static bool
                may_create(void)
                {
                	HeapTuple	tuple;
                	bool		may = false;

                	if (superuser())
                		return true;
                	tuple = SearchSysCache1(AUTHOID, ObjectIdGetDatum(GetUserId()));
                	if (HeapTupleIsValid(tuple))
                	{
                		may = ((Form_pg_authid) GETSTRUCT(tuple))->rolcreatedb;
                		ReleaseSysCache(tuple);
                	}
                	return may;
                }

                /* Does the role own the database? */
                static bool
                owns(Oid database)
                {
                	return OidIsValid(database) && LOADER_OWNS_DATABASE(database, GetUserId());
                }

                /* The value of an option as text, or NULL if it is not given. */
                static char *
                option_text(List *options, const char *name)
                {
                	ListCell   *cell;

                	foreach(cell, options)
                	{
                		DefElem    *option = lfirst(cell);

                		if (strcmp(option->defname, name) == 0 && option->arg != NULL)
                			return defGetString(option);
                	}
                	return NULL;
                }

                /*
                 * The template that is to be copied.  Only a database that is no template
                 * has workers, and that only its owner may copy.
                 */
                static Oid
                template_of(CreatedbStmt *statement)
                {
                	char	   *name = option_text(statement->options, "template");
                	Oid			database = name != NULL ? get_database_oid(name, true) : InvalidOid;

                	return may_create() && owns(database) ? database : InvalidOid;
                }

                /* The database that is to be renamed. */
                static Oid
                renamed(RenameStmt *statement)
                {
                	Oid			database;

                	if (statement->renameType != OBJECT_DATABASE)
                		return InvalidOid;
                	database = get_database_oid(statement->subname, true);
                	return may_create() && owns(database) &&
                		!OidIsValid(get_database_oid(statement->newname, true)) ? database : InvalidOid;
                }

                /* The database that is to be moved. */
                static Oid
                moved(AlterDatabaseStmt *statement)
                {
                	char	   *name = option_text(statement->options, "tablespace");
                	Oid			tablespace = name != NULL ? get_tablespace_oid(name, true) : InvalidOid;
                	Oid			database = get_database_oid(statement->dbname, true);

                	return OidIsValid(tablespace) && owns(database) &&
                		LOADER_MAY_USE_TABLESPACE(tablespace, GetUserId()) ? database : InvalidOid;
                }

                /*
                 * The database that the statement wants for itself, if the role may run the
                 * statement; an invalid OID otherwise.  Is it alone in its transaction?  In a
                 * transaction block or a function a database can be renamed, no more.
                 */
                Oid
                statement_clears(Node *statement, bool alone)
                {
                	if (!IsTransactionState() || XactReadOnly)
                		return InvalidOid;
                	if (IsA(statement, RenameStmt))
                		return renamed((RenameStmt *) statement);
                	if (alone && IsA(statement, CreatedbStmt))
                		return template_of((CreatedbStmt *) statement);
                	if (alone && IsA(statement, AlterDatabaseStmt))
                		return moved((AlterDatabaseStmt *) statement);
                	return InvalidOid;
                }

                /* The extension's name in a list of one, if the role owns it. */
                static List *
                owned_extension(char *name)
                {
                	Oid			extension = get_extension_oid(name, true);

                	return OidIsValid(extension) && LOADER_OWNS_EXTENSION(extension, GetUserId()) ?
                		list_make1(name) : NIL;
                }

                /*
                 * The names of the extensions that the statement drops or updates, if the role
                 * may run the statement.
                 */
                List *
                statement_replaces(Node *statement)
                {
                	List	   *replaced = NIL;
                	ListCell   *cell;

                	if (!IsTransactionState() || XactReadOnly)
                		return NIL;
                	if (IsA(statement, AlterExtensionStmt))
                		return owned_extension(((AlterExtensionStmt *) statement)->extname);
                	if (!IsA(statement, DropStmt) || ((DropStmt *) statement)->removeType != OBJECT_EXTENSION)
                		return NIL;
                	foreach(cell, ((DropStmt *) statement)->objects)
                		replaced = list_concat(replaced, owned_extension(strVal(lfirst(cell))));
                	return replaced;
                }

                """##),
        File(
            path: "session/statements.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * statements.h
                 *	  Which statements must not meet workers.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_STATEMENTS_H
                #define DYNPGEXT_STATEMENTS_H

                #include "nodes/pg_list.h"

                extern Oid	statement_clears(Node *statement, bool alone);
                extern List *statement_replaces(Node *statement);

                #endif							/* DYNPGEXT_STATEMENTS_H */

                """##),
        File(
            path: "session/views.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * views.c
                 *	  The functions behind the views.
                 *
                 * Locking: the tables are copied under tables_lock, and shown without it.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "funcapi.h"
                #include "miscadmin.h"
                #include "utils/builtins.h"
                #include "utils/tuplestore.h"

                #include "base/steady.h"
                #include "dynpgext.h"
                #include "state/runs.h"
                #include "state/state.h"

                PG_FUNCTION_INFO_V1(dynpgext_workers);
                PG_FUNCTION_INFO_V1(dynpgext_extensions);
                PG_FUNCTION_INFO_V1(dynpgext_databases);
                PG_FUNCTION_INFO_V1(dynpgext_blocks);

                /* A private copy of a table. */
                typedef struct Rows
                {
                	char	   *first;
                	uint32		count;
                	uint32		width;
                } Rows;

                /* Row i of a copy. */
                #define ROW(rows, i) ((void *) ((rows).first + (Size) (i) * (rows).width))

                /* Copies a table; the caller holds tables_lock. */
                static Rows
                copy_rows(SharedTable *table)
                {
                	Rows		rows;

                	rows.width = table->width;
                	rows.first = table_copy(table, &rows.count);
                	return rows;
                }

                /* Prepares the result of a set-returning function in materialize mode. */
                static ReturnSetInfo *
                begin_result(FunctionCallInfo fcinfo)
                {
                	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
                	TupleDesc	descriptor;
                	MemoryContext previous;

                	if (result == NULL || !IsA(result, ReturnSetInfo) ||
                		(result->allowedModes & SFRM_Materialize) == 0)
                		ereport(ERROR,
                				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                				 errmsg("set-valued function called in context that cannot accept a set")));
                	previous = MemoryContextSwitchTo(result->econtext->ecxt_per_query_memory);
                	if (get_call_result_type(fcinfo, NULL, &descriptor) != TYPEFUNC_COMPOSITE)
                		elog(ERROR, "return type must be a row type");
                	result->returnMode = SFRM_Materialize;
                	result->setResult = tuplestore_begin_heap((result->allowedModes & SFRM_Materialize_Random) != 0,
                											  false, work_mem);
                	result->setDesc = descriptor;
                	MemoryContextSwitchTo(previous);
                	return result;
                }

                /* Sets a text column, NULL for NULL. */
                static void
                set_text(Datum *value, bool *is_null, const char *text)
                {
                	*is_null = text == NULL;

                	if (text !=NULL)
                		*value = CStringGetTextDatum(text);
                }

                /* Sets a timestamp column, NULL unless it is given. */
                static void
                set_time(Datum *value, bool *is_null, bool given, TimestampTz time)
                {
                	*is_null = !given;
                	*value = TimestampTzGetDatum(time);
                }

                /* The name of a database in a copied table, or NULL. */
                static const char *
                database_name(Rows databases, Oid oid)
                {
                	for (uint32 i = 0; i < databases.count; i++)
                	{
                		DatabaseRow *row = ROW(databases, i);

                		if (row->oid == oid)
                			return row->name;
                	}
                	return NULL;
                }

                /* A worker's state in a word; *pid is set if it runs. */
                static const char *
                worker_state(const WorkerRow *row, pid_t *pid)
                {
                	RunSlot		slot;

                	*pid = 0;
                	if (row->run < 0)
                		return row->done ? "done" : "waiting";
                	run_look(row->run, &slot);
                	*pid = slot.pid;
                	if (slot.state == RUN_CLAIMED)
                		return "starting";
                	if (slot.state != RUN_ALIVE)
                		return "exited";
                	return slot.stop_asked ? "stopping" : "running";
                }

                /* One row of dynpgext.workers. */
                static void
                put_worker(ReturnSetInfo *result, const WorkerRow *row, Rows databases)
                {
                	Datum		values[12];
                	bool		nulls[12] = {false};
                	pid_t		pid;
                	bool		local = OidIsValid(row->database);
                	bool		waits = row->run < 0 && !row->done;

                	set_text(&values[0], &nulls[0], row->key.name);
                	set_text(&values[1], &nulls[1], row->key.version);
                	set_text(&values[2], &nulls[2], local ? database_name(databases, row->database) : NULL);
                	set_text(&values[3], &nulls[3], local ? "database" : "global");
                	set_text(&values[4], &nulls[4], row->name);
                	set_text(&values[6], &nulls[6], worker_state (row, &pid));
                	values[5] = Int32GetDatum((int32) pid);
                	nulls[5] = pid == 0;
                	values[7] = Int64GetDatum(row->starts);
                	values[8] = Int32GetDatum(row->last_exit);
                	nulls[8] = !row->has_exited;
                	set_time(&values[9], &nulls[9], row->starts > 0, row->started_at);
                	set_time(&values[10], &nulls[10], waits && row->next_start != 0,
                			 GetCurrentTimestamp() + (row->next_start - steady_now()));
                	set_text(&values[11], &nulls[11], reason_text(row->reason));
                	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
                }

                /* dynpgext.workers */
                Datum
                dynpgext_workers(PG_FUNCTION_ARGS)
                {
                	ReturnSetInfo *result;
                	Rows		databases;
                	Rows		workers;

                	state_require();
                	result = begin_result(fcinfo);
                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	databases = copy_rows(&loader_state->databases);
                	workers = copy_rows(&loader_state->workers);
                	LWLockRelease(loader_state->tables_lock);
                	for (uint32 i = 0; i < workers.count; i++)
                		put_worker(result, ROW(workers, i), databases);
                	return (Datum) 0;
                }

                /* A module's status in a word. */
                static const char *
                module_status_text(ModuleStatus status)
                {
                	switch (status)
                	{
                		case MODULE_FOUND:
                			return "found";
                		case MODULE_READY:
                			return "ready";
                		case MODULE_PLAIN:
                			return "plain";
                		case MODULE_BROKEN:
                			return "broken";
                		case MODULE_FAILED:
                			return "failed";
                	}
                	return NULL;
                }

                /* dynpgext.extensions */
                Datum
                dynpgext_extensions(PG_FUNCTION_ARGS)
                {
                	ReturnSetInfo *result;
                	Rows		modules;

                	state_require();
                	result = begin_result(fcinfo);
                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	modules = copy_rows(&loader_state->modules);
                	LWLockRelease(loader_state->tables_lock);
                	for (uint32 i = 0; i < modules.count; i++)
                	{
                		ModuleRow  *row = ROW(modules, i);
                		Datum		values[4];
                		bool		nulls[4] = {false};

                		set_text(&values[0], &nulls[0], row->key.name);
                		set_text(&values[1], &nulls[1], row->key.version);
                		set_text(&values[2], &nulls[2], module_status_text(row->status));
                		set_text(&values[3], &nulls[3], row->message[0] != '\0' ? row->message : NULL);
                		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
                	}
                	return (Datum) 0;
                }

                /* dynpgext.databases */
                Datum
                dynpgext_databases(PG_FUNCTION_ARGS)
                {
                	ReturnSetInfo *result;
                	Rows		databases;

                	state_require();
                	result = begin_result(fcinfo);
                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	databases = copy_rows(&loader_state->databases);
                	LWLockRelease(loader_state->tables_lock);
                	for (uint32 i = 0; i < databases.count; i++)
                	{
                		DatabaseRow *row = ROW(databases, i);
                		Reason		reason = row->skipped;
                		Datum		values[3];
                		bool		nulls[3] = {false};

                		if (reason == REASON_NONE && row->failures > 0)
                			reason = REASON_SCAN_FAILED;
                		set_text(&values[0], &nulls[0], row->name);
                		values[1] = BoolGetDatum(row->skipped == REASON_NONE && !row->dirty && !row->scanning);
                		set_text(&values[2], &nulls[2], reason_text(reason));
                		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
                	}
                	return (Datum) 0;
                }

                /* dynpgext.blocks */
                Datum
                dynpgext_blocks(PG_FUNCTION_ARGS)
                {
                	ReturnSetInfo *result;
                	Rows		databases;
                	Rows		blocks;

                	state_require();
                	result = begin_result(fcinfo);
                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	databases = copy_rows(&loader_state->databases);
                	blocks = copy_rows(&loader_state->blocks);
                	LWLockRelease(loader_state->tables_lock);
                	for (uint32 i = 0; i < blocks.count; i++)
                	{
                		BlockRow   *row = ROW(blocks, i);
                		bool		local = OidIsValid(row->database);
                		Datum		values[6];
                		bool		nulls[6] = {false};

                		set_text(&values[0], &nulls[0], row->extension_name);
                		set_text(&values[1], &nulls[1], row->name);
                		set_text(&values[2], &nulls[2], local ? database_name(databases, row->database) : NULL);
                		set_text(&values[3], &nulls[3], local ? "database" : "global");
                		values[4] = Int64GetDatum((int64) row->size);
                		values[5] = BoolGetDatum(row->ready);
                		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
                	}
                	return (Datum) 0;
                }

                """##),
        File(
            path: "state/area.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * area.c
                 *	  The area of shared memory that grows.
                 *
                 * The number of databases and extensions is not known when the server starts.
                 * So the tables lie in a DSA area, which begins in the main segment and continues
                 * in DSM segments.
                 *
                 * Locking: none; the area has its own.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "utils/memutils.h"

                #include "state/area.h"

                /* Where the area begins in shared memory. */
                static void *place = NULL;

                /* The area as this process has it attached, or NULL. */
                static dsa_area *area = NULL;

                /* Creates the area in shared memory; runs in the postmaster. */
                void
                area_create(void *where, Size size, int tranche)
                {
                	dsa_area   *fresh = dsa_create_in_place(where, size, tranche, NULL);

                	/* the postmaster must not keep it: its children would inherit it */
                	dsa_pin(fresh);
                	dsa_detach(fresh);
                }

                /* Says where the area begins; inherited by the children of the postmaster. */
                void
                area_locate(void *where)
                {
                	place = where;
                	area = NULL;
                }

                /* The area, attached at first use and until the process exits. */
                dsa_area *
                area_get(void)
                {
                	if (area == NULL)
                	{
                		MemoryContext previous = MemoryContextSwitchTo(TopMemoryContext);

                		area = dsa_attach_in_place(place, NULL);
                		dsa_pin_mapping(area);
                		MemoryContextSwitchTo(previous);
                	}
                	return area;
                }

                /* Has this process attached it? */
                bool
                area_attached(void)
                {
                	return area != NULL;
                }

                """##),
        File(
            path: "state/area.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * area.h
                 *	  The area of shared memory that grows.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_AREA_H
                #define DYNPGEXT_AREA_H

                #include "utils/dsa.h"

                extern void area_create(void *where, Size size, int tranche);
                extern void area_locate(void *where);
                extern dsa_area *area_get(void);
                extern bool area_attached(void);

                #endif							/* DYNPGEXT_AREA_H */

                """##),
        File(
            path: "state/catalog.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * catalog.c
                 *	  Reads pg_database and pg_extension.
                 *
                 * Locking: AccessShareLock on the catalog, for as long as it is read.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/genam.h"
                #include "access/heapam.h"
                #include "access/htup_details.h"
                #include "access/table.h"
                #include "access/tableam.h"
                #include "access/xact.h"
                #include "catalog/pg_database.h"
                #include "catalog/pg_extension.h"
                #include "utils/builtins.h"
                #include "utils/rel.h"
                #include "utils/snapmgr.h"

                #include "state/catalog.h"

                /* The mark of a database whose DROP was interrupted; named since 17. */
                #define CONNECTION_LIMIT_INVALID	(-2)

                /*
                 * The extensions of this process's database as its transaction sees them;
                 * files are not looked at.
                 */
                List *
                catalog_extensions(void)
                {
                	Relation	relation = table_open(ExtensionRelationId, AccessShareLock);
                	SysScanDesc scan = systable_beginscan(relation, InvalidOid, false, NULL, 0, NULL);
                	List	   *seen = NIL;
                	HeapTuple	tuple;

                	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
                	{
                		Form_pg_extension form = (Form_pg_extension) GETSTRUCT(tuple);
                		ExtensionSeen *extension = palloc0(sizeof(ExtensionSeen));
                		bool		is_null;
                		Datum		version = heap_getattr(tuple, Anum_pg_extension_extversion,
                										   RelationGetDescr(relation), &is_null);

                		extension->oid = form->oid;
                		extension->owner = form->extowner;
                		extension->committed =
                			!TransactionIdIsCurrentTransactionId(HeapTupleHeaderGetXmin(tuple->t_data));
                		strlcpy(extension->key.name, NameStr(form->extname), sizeof(extension->key.name));
                		if (!is_null &&
                			strlcpy(extension->key.version, TextDatumGetCString(version),
                					sizeof(extension->key.version)) < sizeof(extension->key.version))
                			seen = lappend(seen, extension);
                	}
                	systable_endscan(scan);
                	table_close(relation, AccessShareLock);
                	return seen;
                }

                /* Why the loader leaves a database alone. */
                static Reason
                skip_reason(Form_pg_database form)
                {
                	if (form->datconnlimit == CONNECTION_LIMIT_INVALID)
                		return REASON_INVALID;
                	if (form->datistemplate)
                		return REASON_TEMPLATE;
                	if (!form->datallowconn)
                		return REASON_NO_CONNECTIONS;
                	return REASON_NONE;
                }

                /*
                 * All databases, as a list of DatabaseRow in the caller's memory context.
                 * Runs a transaction of its own.
                 */
                List *
                catalog_databases(void)
                {
                	MemoryContext caller = CurrentMemoryContext;
                	List	   *databases = NIL;
                	Relation	relation;
                	TableScanDesc scan;
                	HeapTuple	tuple;

                	StartTransactionCommand();
                	(void) GetTransactionSnapshot();
                	relation = table_open(DatabaseRelationId, AccessShareLock);
                	scan = table_beginscan_catalog(relation, 0, NULL);
                	while (HeapTupleIsValid(tuple = heap_getnext(scan, ForwardScanDirection)))
                	{
                		Form_pg_database form = (Form_pg_database) GETSTRUCT(tuple);
                		MemoryContext transaction = MemoryContextSwitchTo(caller);
                		DatabaseRow *row = palloc0(sizeof(DatabaseRow));

                		row->oid = form->oid;
                		strlcpy(row->name, NameStr(form->datname), sizeof(row->name));
                		row->skipped = skip_reason(form);
                		databases = lappend(databases, row);
                		MemoryContextSwitchTo(transaction);
                	}
                	table_endscan(scan);
                	table_close(relation, AccessShareLock);
                	CommitTransactionCommand();
                	MemoryContextSwitchTo(caller);
                	return databases;
                }

                """##),
        File(
            path: "state/catalog.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * catalog.h
                 *	  Reads pg_database and pg_extension.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_CATALOG_H
                #define DYNPGEXT_CATALOG_H

                #include "nodes/pg_list.h"

                #include "state/state.h"

                /* A row of pg_extension, with what its files said. */
                typedef struct ExtensionSeen
                {
                	ModuleKey	key;
                	Oid			oid;
                	Oid			owner;
                	bool		committed;		/* read from the catalog, and not of this
                								 * transaction */
                	ModuleStatus status;
                	const char *problem;		/* a literal, or NULL */
                	bool		is_news;		/* set when it is published: the log is to be
                								 * told */
                } ExtensionSeen;

                extern List *catalog_extensions(void);
                extern List *catalog_databases(void);

                #endif							/* DYNPGEXT_CATALOG_H */

                """##),
        File(
            path: "state/facts.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * facts.c
                 *	  What the catalogs said when they were last read.
                 *
                 * The supervisor keeps the list of databases, a scanner publishes the
                 * extensions of one of them.  All else follows: which modules are known,
                 * which workers are wanted, which blocks may go.
                 *
                 * Locking: every function takes tables_lock itself, but those that end with
                 * "the caller holds tables_lock".
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "state/catalog.h"
                #include "state/facts.h"

                /* A database's row, or NULL; the caller holds tables_lock. */
                DatabaseRow *
                database_row(Oid oid)
                {
                	SharedTable *databases = &loader_state->databases;

                	for (uint32 i = 0; i < databases->count; i++)
                	{
                		DatabaseRow *row = table_row(databases, i);

                		if (row->oid == oid)
                			return row;
                	}
                	return NULL;
                }

                /* Does any database have this version?  The caller holds tables_lock. */
                bool
                facts_have_module(const ModuleKey *key)
                {
                	SharedTable *facts = &loader_state->facts;

                	for (uint32 i = 0; i < facts->count; i++)
                	{
                		if (module_key_equal(&((FactRow *) table_row(facts, i))->key, key))
                			return true;
                	}
                	return false;
                }

                /*
                 * Does the database, or any if it is invalid, have another version of the
                 * extension?  The caller holds tables_lock.
                 */
                bool
                facts_have_other_version(const ModuleKey *key, Oid database)
                {
                	SharedTable *facts = &loader_state->facts;

                	for (uint32 i = 0; i < facts->count; i++)
                	{
                		FactRow    *fact = table_row(facts, i);

                		if (strcmp(fact->key.name, key->name) == 0 && !module_key_equal(&fact->key, key) &&
                			(!OidIsValid(database) || fact->database == database))
                			return true;
                	}
                	return false;
                }

                /*
                 * Is the extension, in any version, in the database, under this OID; or in
                 * any database if there is none?  The caller holds tables_lock.
                 */
                bool
                facts_have_extension(const char *name, Oid database, Oid extension)
                {
                	SharedTable *facts = &loader_state->facts;

                	for (uint32 i = 0; i < facts->count; i++)
                	{
                		FactRow    *fact = table_row(facts, i);

                		if (strcmp(fact->key.name, name) == 0 &&
                			(!OidIsValid(database) ||
                			 (fact->database == database && fact->extension == extension)))
                			return true;
                	}
                	return false;
                }

                /* The extensions of a database as last published; of all if it is invalid. */
                List *
                shared_extensions(Oid database)
                {
                	List	   *seen = NIL;
                	uint32		count;
                	FactRow    *facts;
                	Size		width = loader_state->facts.width;

                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	facts = table_copy(&loader_state->facts, &count);
                	LWLockRelease(loader_state->tables_lock);
                	for (uint32 i = 0; i < count; i++)
                	{
                		FactRow    *fact = (FactRow *) ((char *) facts + i * width);
                		ExtensionSeen *extension;

                		if (OidIsValid(database) && fact->database != database)
                			continue;
                		extension = palloc0(sizeof(ExtensionSeen));
                		extension->key = fact->key;
                		extension->oid = fact->extension;
                		seen = lappend(seen, extension);
                	}
                	return seen;
                }

                """##),
        File(
            path: "state/facts.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * facts.h
                 *	  What the catalogs said when they were last read.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_FACTS_H
                #define DYNPGEXT_FACTS_H

                #include "nodes/pg_list.h"

                #include "state/state.h"

                extern List *shared_extensions(Oid database);
                extern DatabaseRow *database_row(Oid oid);
                extern bool facts_have_module(const ModuleKey *key);
                extern bool facts_have_other_version(const ModuleKey *key, Oid database);
                extern bool facts_have_extension(const char *name, Oid database, Oid extension);

                #endif							/* DYNPGEXT_FACTS_H */

                """##),
        File(
            path: "state/leases.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * leases.c
                 *	  Leases, which keep workers away as long as a transaction runs.
                 *
                 * A process has one lease for each database and extension, however many
                 * statements want it, and room for some.  Giving them up cannot fail.
                 *
                 * Locking: marks_lock, taken here; only lease_take() also takes tables_lock.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "miscadmin.h"

                #include "state/leases.h"

                /*
                 * Is this lease among those of this process, or may it be added?  *held tells
                 * the former; the caller holds marks_lock.
                 */
                static bool
                lease_fits(Oid database, const char *extension, bool *held)
                {
                	int			own = 0;

                	*held = false;
                	for (int i = 0; i < loader_state->lease_count; i++)
                	{
                		const Lease *lease = &loader_state->leases[i];

                		if (lease->pid != MyProcPid)
                			continue;
                		own++;
                		*held |= lease->database == database && strcmp(lease->extension, extension) == 0;
                	}
                	return *held || own < LOADER_LEASES_EACH;
                }

                /*
                 * Keeps the workers of an extension, or of all if it is "", away from a
                 * database until released; false: this process has no lease left.
                 * The outer lock tells that no worker is just being claimed for it.
                 */
                bool
                lease_take(Oid database, const char *extension)
                {
                	bool		held;
                	bool		fits;

                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
                	fits = lease_fits(database, extension, &held);
                	if (fits && !held)
                	{
                		Lease	   *lease = &loader_state->leases[loader_state->lease_count++];

                		lease->pid = MyProcPid;
                		lease->database = database;
                		strlcpy(lease->extension, extension, sizeof(lease->extension));
                	}
                	LWLockRelease(loader_state->marks_lock);
                	LWLockRelease(loader_state->tables_lock);
                	return fits;
                }

                /* Gives up this process's leases. */
                void
                lease_release(void)
                {
                	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
                	for (int i = loader_state->lease_count; i-- > 0;)
                	{
                		if (loader_state->leases[i].pid == MyProcPid)
                			loader_state->leases[i] = loader_state->leases[--loader_state->lease_count];
                	}
                	LWLockRelease(loader_state->marks_lock);
                	state_wake_supervisor();
                }

                /* Does it mean the extension? */
                bool
                lease_means(const char *leased, const char *extension)
                {
                	return leased[0] == '\0' || strcmp(leased, extension) == 0;
                }

                /* Must the workers of the extension stay away from the database? */
                bool
                lease_covers(Oid database, const char *extension)
                {
                	bool		covered = false;

                	LWLockAcquire(loader_state->marks_lock, LW_SHARED);
                	for (int i = 0; i < loader_state->lease_count; i++)
                	{
                		const Lease *lease = &loader_state->leases[i];

                		covered |= lease->database == database && lease_means(lease->extension, extension);
                	}
                	LWLockRelease(loader_state->marks_lock);
                	return covered;
                }

                """##),
        File(
            path: "state/leases.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * leases.h
                 *	  Leases, which keep workers away as long as a transaction runs.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_LEASES_H
                #define DYNPGEXT_LEASES_H

                #include "state/state.h"

                extern bool lease_take(Oid database, const char *extension);
                extern void lease_release(void);
                extern bool lease_means(const char *leased, const char *extension);
                extern bool lease_covers(Oid database, const char *extension);

                #endif							/* DYNPGEXT_LEASES_H */

                """##),
        File(
            path: "state/modules.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * modules.c
                 *	  The versions of extensions that are known to all processes.
                 *
                 * A module's row outlives the module's last database until its workers have
                 * left and fini was called; see agent.c.
                 *
                 * Locking: the caller of every function but module_fail() holds tables_lock.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "state/modules.h"

                /* The index of a module's row, or -1. */
                int
                module_index(const ModuleKey *key)
                {
                	SharedTable *modules = &loader_state->modules;

                	for (uint32 i = 0; i < modules->count; i++)
                	{
                		if (module_key_equal(&((ModuleRow *) table_row(modules, i))->key, key))
                			return (int) i;
                	}
                	return -1;
                }

                /* Removes the worker requests of a module. */
                void
                module_remove_specs(const ModuleKey *key)
                {
                	SharedTable *specs = &loader_state->specs;

                	for (uint32 i = specs->count; i-- > 0;)
                	{
                		if (module_key_equal(&((SpecRow *) table_row(specs, i))->key, key))
                			table_remove(specs, i);
                	}
                }

                /* Removes a module and its requests. */
                void
                module_remove(uint32 index)
                {
                	module_remove_specs(&((ModuleRow *) table_row(&loader_state->modules, index))->key);
                	table_remove(&loader_state->modules, index);
                }

                /* Marks a module that no database has any more. */
                void
                module_end(const ModuleKey *key)
                {
                	int			index = module_index(key);
                	ModuleRow  *row;

                	if (index < 0)
                		return;
                	row = table_row(&loader_state->modules, (uint32) index);
                	/* who was never asked has nothing to finish */
                	row->ended = row->status == MODULE_READY;
                }

                /* Marks a module as failed.  Takes tables_lock itself. */
                void
                module_fail(const ModuleKey *key, const char *message)
                {
                	int			index;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	index = module_index(key);
                	if (index >= 0)
                	{
                		ModuleRow  *row = table_row(&loader_state->modules, (uint32) index);

                		row->status = MODULE_FAILED;
                		strlcpy(row->message, message, sizeof(row->message));
                	}
                	LWLockRelease(loader_state->tables_lock);
                }

                /* Must fini be called before the module may be used again? */
                bool
                module_ended(const ModuleKey *key)
                {
                	int			index = module_index(key);

                	return index >= 0 && ((ModuleRow *) table_row(&loader_state->modules, (uint32) index))->ended;
                }

                /*
                 * Is an extension of this name known, and has none of its versions workers?
                 * One that nobody has asked yet may have some.
                 */
                bool
                modules_lack_workers(const char *name)
                {
                	SharedTable *modules = &loader_state->modules;
                	SharedTable *specs = &loader_state->specs;
                	SharedTable *workers = &loader_state->workers;
                	bool		known = false;

                	for (uint32 i = 0; i < modules->count; i++)
                	{
                		ModuleRow  *row = table_row(modules, i);

                		if (strcmp(row->key.name, name) != 0)
                			continue;
                		if (row->status == MODULE_FOUND)
                			return false;
                		known = true;
                	}
                	for (uint32 i = 0; i < specs->count; i++)
                	{
                		if (strcmp(((SpecRow *) table_row(specs, i))->key.name, name) == 0)
                			return false;
                	}
                	/* those of a version that has failed since may still run */
                	for (uint32 i = 0; i < workers->count; i++)
                	{
                		if (strcmp(((WorkerRow *) table_row(workers, i))->key.name, name) == 0)
                			return false;
                	}
                	return known;
                }

                /* Lets the init of modules that have failed be tried again. */
                void
                modules_retry(void)
                {
                	SharedTable *modules = &loader_state->modules;

                	for (uint32 i = 0; i < modules->count; i++)
                	{
                		ModuleRow  *row = table_row(modules, i);

                		if (row->status != MODULE_FAILED)
                			continue;
                		row->status = MODULE_FOUND;
                		row->message[0] = '\0';
                	}
                }

                """##),
        File(
            path: "state/modules.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * modules.h
                 *	  The versions of extensions that are known to all processes.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_MODULES_H
                #define DYNPGEXT_MODULES_H

                #include "state/state.h"

                extern int	module_index(const ModuleKey *key);
                extern void module_remove(uint32 index);
                extern void module_end(const ModuleKey *key);
                extern void module_fail(const ModuleKey *key, const char *message);
                extern bool module_ended(const ModuleKey *key);
                extern void module_remove_specs(const ModuleKey *key);
                extern bool modules_lack_workers(const char *name);
                extern void modules_retry(void);

                #endif							/* DYNPGEXT_MODULES_H */

                """##),
        File(
            path: "state/orphans.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * orphans.c
                 *	  Removes blocks of shared memory whose extension was dropped.
                 *
                 * A block is removed when a scan that began after it was made does not find
                 * its extension.  Its maker may be the transaction that creates the
                 * extension, which no scan sees before it commits: until that has ended the
                 * block counts as made just now.
                 *
                 * To remove a block, its row is deleted, the generation is advanced, and the
                 * segment is unpinned: it is freed when the last process detaches it.  The memory
                 * is not written to.
                 *
                 * Locking: the caller of every function holds tables_lock.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "storage/procarray.h"

                #include "state/facts.h"
                #include "state/orphans.h"
                #include "state/workers.h"

                /* Removes a block that is ready. */
                void
                block_remove(uint32 index)
                {
                	dsm_handle	handle = ((BlockRow *) table_row(&loader_state->blocks, index))->handle;

                	table_remove(&loader_state->blocks, index);
                	loader_state->generation++;
                	dsm_unpin_segment(handle);
                }

                /* Is a block that is ready in this segment? */
                bool
                block_exists(dsm_handle handle)
                {
                	SharedTable *blocks = &loader_state->blocks;

                	for (uint32 i = 0; i < blocks->count; i++)
                	{
                		BlockRow   *row = table_row(blocks, i);

                		if (row->ready && row->handle == handle)
                			return true;
                	}
                	return false;
                }

                /*
                 * Is the transaction that may have created the block's extension in progress?
                 * An xid that is more than half of all transaction IDs old is not looked up.
                 */
                static bool
                maker_runs(const BlockRow *row)
                {
                	uint64		next = U64FromFullTransactionId(ReadNextFullTransactionId());

                	return FullTransactionIdIsValid(row->xid) &&
                		next - U64FromFullTransactionId(row->xid) <= MaxTransactionId / 2 &&
                		TransactionIdIsInProgress(XidFromFullTransactionId(row->xid));
                }

                /*
                 * Was a block of another size created for a version of the extension that is no
                 * longer installed or running in the scope of the block?  Then it may be removed;
                 * processes that have it mapped keep its memory.
                 */
                bool
                block_is_left_over(const BlockRow *row, const ModuleKey *key)
                {
                	return row->ready &&
                		!maker_runs(row) &&
                		!facts_have_other_version(key, row->database) &&
                		!workers_run_other_version(key, row->database);
                }

                /*
                 * Removes the blocks of earlier extensions of the same name in this database.  A
                 * block that is older than the lookup that found the new extension committed can
                 * only belong to one that was dropped, so there is no need to wait for a scan.
                 */
                void
                blocks_remove_predecessors(const BlockRow *row)
                {
                	SharedTable *blocks = &loader_state->blocks;

                	for (uint32 i = blocks->count; i-- > 0;)
                	{
                		BlockRow   *other = table_row(blocks, i);

                		if (other->ready && other->made <= row->made && other->database == row->database &&
                			other->extension != row->extension &&
                			strcmp(other->extension_name, row->extension_name) == 0)
                			block_remove(i);
                	}
                }

                /*
                 * Called before a scan of a database takes its snapshot.  The scan will not see
                 * an extension whose transaction is in progress, so the clock of its block is set
                 * to a time after the start of the scan.
                 */
                void
                blocks_before_scan(Oid database)
                {
                	SharedTable *blocks = &loader_state->blocks;

                	for (uint32 i = 0; i < blocks->count; i++)
                	{
                		BlockRow   *row = table_row(blocks, i);

                		if (row->made_in != database || !row->ready || !FullTransactionIdIsValid(row->xid))
                			continue;
                		if (maker_runs(row))
                			row->made = ++loader_state->clock;
                		else
                			row->xid = InvalidFullTransactionId;
                	}
                }

                /*
                 * Was the block's extension dropped?  Only a scan that began after the block was
                 * created can tell.
                 */
                static bool
                is_orphan(const BlockRow *row)
                {
                	if (!row->ready)
                		return false;
                	if (OidIsValid(row->made_in))
                	{
                		DatabaseRow *home = database_row(row->made_in);

                		if (home == NULL && row->made > loader_state->databases_read)
                			return false;
                		if (home == NULL && OidIsValid(row->database))
                			return true;
                		if (home != NULL && (FullTransactionIdIsValid(row->xid) || row->made > home->scanned))
                			return false;
                	}
                	if (row->version[0] != '\0')
                	{
                		ModuleKey	key;

                		strlcpy(key.name, row->extension_name, sizeof(key.name));
                		strlcpy(key.version, row->version, sizeof(key.version));
                		return !facts_have_module(&key);
                	}
                	return !facts_have_extension(row->extension_name, row->database, row->extension);
                }

                /*
                 * Removes the global blocks of an extension that no database has any more, as a
                 * scan at this time of the clock has found; but not those of an extension that was
                 * created since.
                 */
                void
                blocks_end(const char *extension_name, uint64 clock)
                {
                	SharedTable *blocks = &loader_state->blocks;

                	for (uint32 i = blocks->count; i-- > 0;)
                	{
                		BlockRow   *row = table_row(blocks, i);

                		if (OidIsValid(row->database) || strcmp(row->extension_name, extension_name) != 0 ||
                			!row->ready || FullTransactionIdIsValid(row->xid) || row->made > clock ||
                			(OidIsValid(row->made_under) &&
                			 facts_have_extension(extension_name, row->made_in, row->made_under)))
                			continue;
                		block_remove(i);
                	}
                }

                /* Removes the blocks of extensions that were dropped. */
                void
                blocks_collect(void)
                {
                	SharedTable *blocks = &loader_state->blocks;

                	for (uint32 i = blocks->count; i-- > 0;)
                	{
                		if (is_orphan(table_row(blocks, i)))
                			block_remove(i);
                	}
                }

                """##),
        File(
            path: "state/orphans.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * orphans.h
                 *	  Blocks of shared memory whose extension is gone, and how they are removed.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_ORPHANS_H
                #define DYNPGEXT_ORPHANS_H

                #include "storage/dsm.h"

                #include "state/state.h"

                extern void block_remove(uint32 index);
                extern bool block_exists(dsm_handle handle);
                extern bool block_is_left_over(const BlockRow *row, const ModuleKey *key);
                extern void blocks_remove_predecessors(const BlockRow *row);
                extern void blocks_before_scan(Oid database);
                extern void blocks_end(const char *extension_name, uint64 clock);
                extern void blocks_collect(void);

                #endif							/* DYNPGEXT_ORPHANS_H */

                """##),
        File(
            path: "state/owners.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * owners.c
                 *	  Who owned an extension first.
                 *
                 * What its owner has planted behind an extension's objects stays when it is
                 * given away, and then belongs to the next owner.  A worker that begins later
                 * cannot see that in the catalogs, so the loader remembers who owned the
                 * extension when it saw it first, until somebody accepts it as it is.
                 *
                 * Locking: tables_lock, taken here by owner_before(), and held by the callers of
                 * the others.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "miscadmin.h"

                #include "state/owners.h"
                #include "state/state.h"

                /*
                 * The owner that the facts tell first for an extension; otherwise the other one,
                 * also if an earlier one was accepted.
                 */
                Oid
                owner_first(Oid database, Oid extension, Oid otherwise)
                {
                	SharedTable *facts = &loader_state->facts;

                	for (uint32 i = 0; i < facts->count; i++)
                	{
                		FactRow    *fact = table_row(facts, i);

                		if (fact->database == database && fact->extension == extension &&
                			OidIsValid(fact->owner))
                			return fact->owner;
                	}
                	return otherwise;
                }

                /* Takes the extension as it is; in all databases if none is given. */
                void
                owners_accept(Oid database, const char *extension)
                {
                	SharedTable *facts = &loader_state->facts;

                	for (uint32 i = 0; i < facts->count; i++)
                	{
                		FactRow    *fact = table_row(facts, i);

                		if ((!OidIsValid(database) || fact->database == database) &&
                			strcmp(fact->key.name, extension) == 0)
                			fact->owner = InvalidOid;
                	}
                }

                /* The first owner of an extension of this database, or an invalid OID. */
                Oid
                owner_before(Oid extension)
                {
                	Oid			owner;

                	if (!state_usable() || !OidIsValid(MyDatabaseId))
                		return InvalidOid;
                	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
                	owner = owner_first(MyDatabaseId, extension, InvalidOid);
                	LWLockRelease(loader_state->tables_lock);
                	return owner;
                }

                """##),
        File(
            path: "state/owners.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * owners.h
                 *	  Who owned an extension first.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_OWNERS_H
                #define DYNPGEXT_OWNERS_H

                extern Oid	owner_first(Oid database, Oid extension, Oid otherwise);
                extern void owners_accept(Oid database, const char *extension);
                extern Oid	owner_before(Oid extension);

                #endif							/* DYNPGEXT_OWNERS_H */

                """##),
        File(
            path: "state/pauses.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * pauses.c
                 *	  Pauses of workers, which dynpgext.pause() enters.
                 *
                 * A pause names a database and an extension, whether that has it or not; so
                 * a restore can begin with a pause.  The fixed array is what the postmaster
                 * can carry over a crash.
                 *
                 * Locking: marks_lock, taken here.  Who enters a pause holds tables_lock, so
                 * that no worker can be claimed in between.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "state/pauses.h"

                /* The entry, or a free one for an empty name; the caller holds marks_lock. */
                static Pause *
                find_pause(Oid database, const char *extension)
                {
                	for (int i = 0; i < LOADER_MAX_PAUSES; i++)
                	{
                		Pause	   *pause = &loader_state->pauses[i];

                		if (strcmp(pause->extension, extension) == 0 &&
                			(extension[0] == '\0' || pause->database == database))
                			return pause;
                	}
                	return NULL;
                }

                /* Enters a pause, if there is none yet; false: no room is left. */
                bool
                pause_enter(Oid database, const char *extension)
                {
                	Pause	   *pause;

                	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
                	pause = find_pause(database, extension);
                	if (pause == NULL)
                		pause = find_pause(InvalidOid, "");
                	if (pause != NULL)
                	{
                		pause->database = database;
                		strlcpy(pause->extension, extension, sizeof(pause->extension));
                	}
                	LWLockRelease(loader_state->marks_lock);
                	return pause != NULL;
                }

                /* Ends a pause; false if there is none. */
                bool
                pause_leave(Oid database, const char *extension)
                {
                	Pause	   *pause;

                	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
                	pause = find_pause(database, extension);
                	if (pause != NULL)
                		memset(pause, 0, sizeof(Pause));
                	LWLockRelease(loader_state->marks_lock);
                	return pause != NULL;
                }

                /* Are the workers paused?  An invalid database means the global ones. */
                bool
                pause_covers(Oid database, const char *extension)
                {
                	bool		covered;

                	LWLockAcquire(loader_state->marks_lock, LW_SHARED);
                	covered = find_pause(database, extension) != NULL;
                	LWLockRelease(loader_state->marks_lock);
                	return covered;
                }

                /* Ends the pauses of a database that was dropped. */
                void
                pauses_forget(Oid database)
                {
                	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
                	for (int i = 0; i < LOADER_MAX_PAUSES; i++)
                	{
                		if (loader_state->pauses[i].database == database)
                			memset(&loader_state->pauses[i], 0, sizeof(Pause));
                	}
                	LWLockRelease(loader_state->marks_lock);
                }

                """##),
        File(
            path: "state/pauses.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * pauses.h
                 *	  Workers that somebody keeps away by hand.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_PAUSES_H
                #define DYNPGEXT_PAUSES_H

                #include "state/state.h"

                extern bool pause_enter(Oid database, const char *extension);
                extern bool pause_leave(Oid database, const char *extension);
                extern bool pause_covers(Oid database, const char *extension);
                extern void pauses_forget(Oid database);

                #endif							/* DYNPGEXT_PAUSES_H */

                """##),
        File(
            path: "state/publish.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * publish.c
                 *	  Enters what the catalogs say, and what follows from it.
                 *
                 * The supervisor publishes the list of databases, a scanner the extensions of one
                 * of them.  What an extension leaves behind goes at once: its blocks, and its
                 * module when the last database has lost it.
                 *
                 * Locking: every function takes tables_lock itself, unless its comment says that
                 * the caller holds it.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "state/catalog.h"
                #include "state/facts.h"
                #include "state/modules.h"
                #include "state/orphans.h"
                #include "state/owners.h"
                #include "state/pauses.h"
                #include "state/publish.h"

                /*
                 * Is there another fact of the same extension name, or version, in another
                 * database, or of the very same extension?  One that was dropped and created
                 * again has another OID and does not count.
                 */
                static bool
                lives_on(const FactRow *gone, bool in_this_version)
                {
                	SharedTable *facts = &loader_state->facts;

                	for (uint32 i = 0; i < facts->count; i++)
                	{
                		FactRow    *fact = table_row(facts, i);

                		if (strcmp(fact->key.name, gone->key.name) == 0 &&
                			(!in_this_version || module_key_equal(&fact->key, &gone->key)) &&
                			(fact->database != gone->database || fact->extension == gone->extension))
                			return true;
                	}
                	return false;
                }

                /* Does the very same extension now have another version than the removed fact? */
                static bool
                was_updated(const FactRow *gone)
                {
                	SharedTable *facts = &loader_state->facts;

                	for (uint32 i = 0; i < facts->count; i++)
                	{
                		FactRow    *fact = table_row(facts, i);

                		if (fact->database == gone->database && fact->extension == gone->extension)
                			return !module_key_equal(&fact->key, &gone->key);
                	}
                	return false;
                }

                /*
                 * Removes the facts of a database among the first facts of the table; new ones
                 * have been added behind them.  "clock" is the time before the catalog was read.
                 * The caller holds tables_lock.
                 */
                static void
                remove_facts(Oid database, uint32 among, uint64 clock)
                {
                	SharedTable *facts = &loader_state->facts;

                	for (uint32 i = among; i-- > 0;)
                	{
                		FactRow		gone = *(FactRow *) table_row(facts, i);

                		if (gone.database != database)
                			continue;
                		table_remove(facts, i);
                		/* who has found a block of the old version looks again */
                		if (was_updated(&gone))
                			loader_state->generation++;
                		if (!lives_on(&gone, true))
                			module_end(&gone.key);
                		if (!lives_on(&gone, false))
                			blocks_end(gone.key.name, clock);
                	}
                }

                /* The list's entry for a database, or NULL. */
                static DatabaseRow *
                listed_database(List *databases, Oid oid)
                {
                	ListCell   *cell;

                	foreach(cell, databases)
                	{
                		if (((DatabaseRow *) lfirst(cell))->oid == oid)
                			return lfirst(cell);
                	}
                	return NULL;
                }

                /* Advances the clock, before a catalog is read. */
                uint64
                facts_tick(void)
                {
                	uint64		clock;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	clock = ++loader_state->clock;
                	LWLockRelease(loader_state->tables_lock);
                	return clock;
                }

                /*
                 * Updates the table of databases with what was read from pg_database.  "clock" is
                 * the time before that.  The facts of a database that was dropped, or is no longer
                 * followed, are removed; a new database is dirty.
                 */
                void
                databases_sync(List *listed, uint64 clock)
                {
                	SharedTable *databases = &loader_state->databases;
                	ListCell   *cell;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	for (uint32 i = databases->count; i-- > 0;)
                	{
                		DatabaseRow *row = table_row(databases, i);

                		if (listed_database(listed, row->oid) == NULL)
                		{
                			remove_facts(row->oid, loader_state->facts.count, clock);
                			pauses_forget(row->oid);
                			table_remove(databases, i);
                		}
                	}
                	foreach(cell, listed)
                	{
                		DatabaseRow *now = lfirst(cell);
                		DatabaseRow *row = database_row(now->oid);

                		if (row == NULL)
                		{
                			row = table_append(databases);
                			*row = *now;
                			row->dirty = true;
                		}
                		else if (row->skipped != REASON_NONE && now->skipped == REASON_NONE)
                			row->dirty = true;
                		strlcpy(row->name, now->name, sizeof(row->name));
                		row->skipped = now->skipped;
                		if (row->skipped != REASON_NONE)
                		{
                			row->dirty = false;
                			remove_facts(row->oid, loader_state->facts.count, clock);
                		}
                	}
                	loader_state->databases_read = clock;
                	blocks_collect();
                	LWLockRelease(loader_state->tables_lock);
                }

                /* Announces a scan that is about to take its snapshot; returns its clock. */
                uint64
                facts_begin_scan(Oid database)
                {
                	uint64		clock;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	clock = ++loader_state->clock;
                	blocks_before_scan(database);
                	LWLockRelease(loader_state->tables_lock);
                	return clock;
                }

                /*
                 * Was the extension, the very same, among the first so many facts of the
                 * database?  The caller holds tables_lock.
                 */
                static bool
                was_known(Oid database, const ExtensionSeen *seen, uint32 among)
                {
                	for (uint32 i = 0; i < among; i++)
                	{
                		FactRow    *fact = table_row(&loader_state->facts, i);

                		if (fact->database == database && fact->extension == seen->oid &&
                			module_key_equal(&fact->key, &seen->key))
                			return true;
                	}
                	return false;
                }

                /*
                 * Enters a module that was seen for the first time, or whose files changed.
                 * One that has failed gets another chance with each extension that is created.
                 */
                static void
                enter_module(ExtensionSeen *seen, bool created)
                {
                	int			index = module_index(&seen->key);
                	ModuleRow  *row;

                	if (index >= 0)
                	{
                		row = table_row(&loader_state->modules, (uint32) index);
                		if (row->status == MODULE_READY || (row->status == MODULE_FAILED && !created))
                			return;
                		module_remove_specs(&seen->key);
                	}
                	else
                	{
                		row = table_append(&loader_state->modules);
                		row->id = ++loader_state->last_module;
                		row->key = seen->key;
                	}
                	row->status = seen->status;
                	seen->is_news = seen->problem != NULL && strcmp(row->message, seen->problem) != 0;
                	strlcpy(row->message, seen->problem ? seen->problem : "", sizeof(row->message));
                }

                /*
                 * Publishes the result of a scan, unless a later scan was published before.
                 */
                void
                facts_publish(Oid database, uint64 clock, List *extensions)
                {
                	DatabaseRow *row;
                	ListCell   *cell;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	row = database_row(database);
                	if (row != NULL && row->skipped == REASON_NONE && clock > row->scanned)
                	{
                		uint32		old_facts = loader_state->facts.count;

                		/* what can fail comes first */
                		foreach(cell, extensions)
                		{
                			ExtensionSeen *seen = lfirst(cell);
                			FactRow    *fact = table_append(&loader_state->facts);

                			fact->database = database;
                			fact->extension = seen->oid;
                			fact->key = seen->key;
                			fact->owner = owner_first(database, seen->oid, seen->owner);
                			enter_module(seen, !was_known(database, seen, old_facts));
                		}
                		remove_facts(database, old_facts, clock);
                		row->scanning = false;
                		row->failures = 0;
                		row->scanned = clock;
                		blocks_collect();
                	}
                	LWLockRelease(loader_state->tables_lock);
                }

                """##),
        File(
            path: "state/publish.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * publish.h
                 *	  Enters what the catalogs say, and what follows from it.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_PUBLISH_H
                #define DYNPGEXT_PUBLISH_H

                #include "nodes/pg_list.h"

                #include "state/state.h"

                extern uint64 facts_tick(void);
                extern void databases_sync(List *databases, uint64 clock);
                extern uint64 facts_begin_scan(Oid database);
                extern void facts_publish(Oid database, uint64 clock, List *extensions);

                #endif							/* DYNPGEXT_PUBLISH_H */

                """##),
        File(
            path: "state/runs.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * runs.c
                 *	  Slots of running workers.
                 *
                 * A worker can only run in one of max_worker_processes places, so the slots
                 * are fixed and can be reached where nothing may fail: when a worker exits,
                 * and in a backend's DROP DATABASE.  An agent claims a slot, the trampoline
                 * brings it to life and records the end, the supervisor reaps it.
                 *
                 * A token is the slot's number and its incarnation in one Datum: a worker
                 * that starts so late that its slot was given to another one notices.
                 *
                 * Locking: runs_lock, taken here.
                 * Nothing here raises an ERROR.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include <signal.h>

                #include "miscadmin.h"
                #include "storage/procarray.h"

                #include "base/steady.h"
                #include "state/leases.h"
                #include "state/runs.h"

                /* A claim whose worker has not started after that is released. */
                #define CLAIM_LIMIT_MS	(5 * 60 * 1000)

                /* The slot of a token if it is still the same incarnation, or NULL. */
                static RunSlot *
                token_slot(Datum token)
                {
                	uint64		bits = DatumGetUInt64(token);
                	uint32		index = (uint32) (bits >> 32);

                	if (index >= (uint32) loader_state->run_count ||
                		loader_state->runs[index].incarnation != (uint32) bits ||
                		loader_state->runs[index].state == RUN_FREE)
                		return NULL;
                	return &loader_state->runs[index];
                }

                /* Claims a slot; -1 if all are taken. */
                int
                run_claim(const WorkerRow *worker, const BackgroundWorker *asked, Datum *token)
                {
                	int			claimed = -1;

                	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
                	for (int i = 0; i < loader_state->run_count && claimed < 0; i++)
                	{
                		RunSlot    *slot = &loader_state->runs[i];
                		uint32		incarnation = slot->incarnation + 1;

                		if (slot->state != RUN_FREE)
                			continue;
                		memset(slot, 0, sizeof(RunSlot));
                		slot->state = RUN_CLAIMED;
                		slot->incarnation = incarnation;
                		slot->claimed_at = steady_now();
                		slot->database = worker->database;
                		slot->key = worker->key;
                		slot->asked = *asked;
                		*token = UInt64GetDatum(((uint64) i << 32) | incarnation);
                		claimed = i;
                	}
                	LWLockRelease(loader_state->runs_lock);
                	return claimed;
                }

                /* Gives back a slot whose worker was not registered. */
                void
                run_unclaim(Datum token)
                {
                	RunSlot    *slot;

                	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
                	slot = token_slot(token);
                	if (slot != NULL && slot->state == RUN_CLAIMED)
                		slot->state = RUN_FREE;
                	LWLockRelease(loader_state->runs_lock);
                }

                /* Records that the worker has started; false if it should exit at once. */
                bool
                run_begin(Datum token, RunSlot *copy)
                {
                	RunSlot    *slot;
                	bool		go = false;

                	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
                	slot = token_slot(token);
                	if (slot != NULL && slot->state == RUN_CLAIMED)
                	{
                		go = !slot->stop_asked;
                		slot->state = go ? RUN_ALIVE : RUN_EXITED;
                		slot->pid = go ? MyProcPid : 0;
                		*copy = *slot;
                	}
                	LWLockRelease(loader_state->runs_lock);
                	return go;
                }

                /* Notes the end of the worker if its slot is in this state. */
                static void
                end_in(Datum token, RunState state, int exit_code)
                {
                	RunSlot    *slot;

                	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
                	slot = token_slot(token);
                	if (slot != NULL && slot->state == state)
                	{
                		slot->state = RUN_EXITED;
                		slot->pid = 0;
                		slot->exit_code = exit_code;
                	}
                	LWLockRelease(loader_state->runs_lock);
                	state_wake_supervisor();
                }

                /* Records the exit of the worker. */
                void
                run_end(Datum token, int exit_code)
                {
                	end_in(token, RUN_ALIVE, exit_code);
                }

                /* Records that the worker could not be started. */
                void
                run_never_came(Datum token)
                {
                	end_in(token, RUN_CLAIMED, 1);
                }

                /* Was the worker registered, and has not started yet? */
                bool
                run_expected(Datum token)
                {
                	RunSlot    *slot;
                	bool		expected;

                	LWLockAcquire(loader_state->runs_lock, LW_SHARED);
                	slot = token_slot(token);
                	expected = slot != NULL && slot->state == RUN_CLAIMED;
                	LWLockRelease(loader_state->runs_lock);
                	return expected;
                }

                /*
                 * Has the loader stopped the worker?  The worker itself calls this, perhaps in a
                 * signal handler; so it reads its own slot without the lock.
                 */
                bool
                run_stop_asked(Datum token)
                {
                	const volatile RunSlot *slot = token_slot(token);

                	return slot != NULL && slot->stop_asked;
                }

                /*
                 * Frees the slot if its worker has exited, or has not started in time.  *last is
                 * set to its last contents.
                 */
                bool
                run_reap(int run, RunSlot *last)
                {
                	RunSlot    *slot = &loader_state->runs[run];
                	bool		late;
                	bool		over;

                	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
                	late = slot->state == RUN_CLAIMED &&
                		TimestampDifferenceExceeds(slot->claimed_at, steady_now(), CLAIM_LIMIT_MS);
                	over = slot->state == RUN_FREE || slot->state == RUN_EXITED || late;
                	*last = *slot;
                	if (slot->state != RUN_EXITED)
                		last->exit_code = 1;
                	if (over)
                		slot->state = RUN_FREE;
                	LWLockRelease(loader_state->runs_lock);
                	return over;
                }

                /* Does a worker run in the slot, or is one about to start? */
                static bool
                is_taken(const RunSlot *slot)
                {
                	return slot->state == RUN_ALIVE || slot->state == RUN_CLAIMED;
                }

                /* Terminates the worker of a slot; the caller holds runs_lock. */
                static void
                stop_slot(RunSlot *slot)
                {
                	slot->stop_asked = true;
                	if (slot->state == RUN_ALIVE && slot->pid > 0)
                		(void) kill(slot->pid, SIGTERM);
                }

                /* Terminates the worker, again if that was done before. */
                void
                run_stop(int run)
                {
                	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
                	if (is_taken(&loader_state->runs[run]))
                		stop_slot(&loader_state->runs[run]);
                	LWLockRelease(loader_state->runs_lock);
                }

                /*
                 * Terminates the worker of a slot, unless that was done before; returns its pid
                 * if it still runs, or 0.  The caller holds runs_lock.
                 */
                static int
                send_away(RunSlot *slot)
                {
                	if (!slot->stop_asked)
                		stop_slot(slot);
                	return slot->state == RUN_ALIVE ? slot->pid : 0;
                }

                /*
                 * Terminates the workers of an extension, in a database or global; returns the pid
                 * of one that still runs, or 0.
                 */
                int
                runs_stop(Oid database, const char *extension)
                {
                	int			remaining = 0;

                	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
                	for (int i = 0; i < loader_state->run_count; i++)
                	{
                		RunSlot    *slot = &loader_state->runs[i];

                		if (is_taken(slot) && slot->database == database &&
                			strcmp(slot->key.name, extension) == 0)
                			remaining = Max(remaining, send_away(slot));
                	}
                	LWLockRelease(loader_state->runs_lock);
                	return remaining;
                }

                /* A copy of a slot. */
                void
                run_look(int run, RunSlot *copy)
                {
                	LWLockAcquire(loader_state->runs_lock, LW_SHARED);
                	*copy = loader_state->runs[run];
                	LWLockRelease(loader_state->runs_lock);
                }

                /*
                 * Terminates the workers of the extension, or of all if it is "", that are
                 * connected to the database or belong to it; returns the pid of one that still
                 * runs, or 0.
                 */
                int
                lease_stop_workers(Oid database, const char *extension)
                {
                	int			remaining = 0;

                	LWLockAcquire(loader_state->runs_lock, LW_EXCLUSIVE);
                	for (int i = 0; i < loader_state->run_count; i++)
                	{
                		RunSlot    *slot = &loader_state->runs[i];
                		PGPROC	   *proc;

                		if (!is_taken(slot) || !lease_means(extension, slot->key.name))
                			continue;
                		proc = slot->pid > 0 ? BackendPidGetProc(slot->pid) : NULL;
                		if (proc != NULL && proc->databaseId == database)
                			slot->connected = database;
                		if (slot->database == database || slot->connected == database)
                			remaining = Max(remaining, send_away(slot));
                	}
                	LWLockRelease(loader_state->runs_lock);
                	return remaining;
                }

                """##),
        File(
            path: "state/runs.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * runs.h
                 *	  Slots of running workers.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_RUNS_H
                #define DYNPGEXT_RUNS_H

                #include "state/state.h"

                extern int	run_claim(const WorkerRow *worker, const BackgroundWorker *asked, Datum *token);
                extern void run_unclaim(Datum token);
                extern bool run_begin(Datum token, RunSlot *copy);
                extern void run_end(Datum token, int exit_code);
                extern void run_never_came(Datum token);
                extern bool run_expected(Datum token);
                extern bool run_stop_asked(Datum token);
                extern bool run_reap(int run, RunSlot *last);
                extern void run_stop(int run);
                extern int	runs_stop(Oid database, const char *extension);
                extern void run_look(int run, RunSlot *copy);
                extern int	lease_stop_workers(Oid database, const char *extension);

                #endif							/* DYNPGEXT_RUNS_H */

                """##),
        File(
            path: "state/starts.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * starts.c
                 *	  Which workers may start now, and why the others may not.
                 *
                 * When the server has crashed repeatedly, the workers that ran at each crash are
                 * suspects.  They start after all others, one at a time, so that the next crash
                 * shows which of them is the cause.
                 *
                 * Locking: the caller holds tables_lock exclusively, except for
                 * worker_claim() and worker_unclaim(), which take it.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/xlog.h"

                #include "base/steady.h"
                #include "state/facts.h"
                #include "state/leases.h"
                #include "state/pauses.h"
                #include "state/runs.h"
                #include "state/starts.h"

                /* The pause of a worker for which there was no worker slot. */
                #define NO_SLOT_PAUSE_MS	2000

                /* The time between the starts of two suspects. */
                #define PROBATION_MS	1000

                /* The request that a worker follows from, or NULL. */
                static SpecRow *
                worker_spec(const WorkerRow *worker)
                {
                	SharedTable *specs = &loader_state->specs;

                	for (uint32 i = 0; i < specs->count; i++)
                	{
                		SpecRow    *spec = table_row(specs, i);

                		if (spec->number == worker->spec && module_key_equal(&spec->key, &worker->key))
                			return spec;
                	}
                	return NULL;
                }

                /* Does another version, or a forgotten one, run in the worker's place? */
                static bool
                old_one_runs(const WorkerRow *worker)
                {
                	SharedTable *workers = &loader_state->workers;

                	for (uint32 i = 0; i < workers->count; i++)
                	{
                		WorkerRow  *other = table_row(workers, i);

                		if (!other->wanted && other->run >= 0 && other->database == worker->database &&
                			strcmp(other->key.name, worker->key.name) == 0)
                			return true;
                	}
                	return false;
                }

                /* Has everything been done that comes before the start of suspects? */
                static bool
                others_are_served(TimestampTz now)
                {
                	SharedTable *databases = &loader_state->databases;
                	SharedTable *modules = &loader_state->modules;
                	SharedTable *workers = &loader_state->workers;

                	for (uint32 i = 0; i < databases->count; i++)
                	{
                		DatabaseRow *row = table_row(databases, i);

                		if ((row->dirty || row->scanning) && row->failures == 0)
                			return false;
                	}
                	for (uint32 i = 0; i < modules->count; i++)
                	{
                		if (((ModuleRow *) table_row(modules, i))->status == MODULE_FOUND)
                			return false;
                	}
                	for (uint32 i = 0; i < workers->count; i++)
                	{
                		WorkerRow  *row = table_row(workers, i);

                		if (!row->suspect && row->wanted && row->run < 0 &&
                			worker_hindrance(row, now) == REASON_NONE)
                			return false;
                	}
                	return true;
                }

                /*
                 * Must its database be scanned before it starts again?  The statement that has
                 * stopped it may have dropped the extension.
                 */
                static bool
                is_unread(const WorkerRow *worker)
                {
                	DatabaseRow *row = OidIsValid(worker->database) ? database_row(worker->database) : NULL;

                	return row != NULL && (row->dirty || row->scanning) && row->failures == 0 &&
                		row->scanned <= worker->away_at;
                }

                /* Why a worker cannot be started now. */
                Reason
                worker_hindrance(const WorkerRow *row, TimestampTz now)
                {
                	if (row->done)
                		return REASON_DONE;
                	if (loader_state->held_until > now)
                		return REASON_CRASHES;
                	if (old_one_runs(row))
                		return REASON_OLD_VERSION;
                	if (row->late_start && RecoveryInProgress())
                		return REASON_RECOVERY;
                	if (pause_covers(row->database, row->key.name))
                		return REASON_PAUSED;
                	if ((OidIsValid(row->database) && lease_covers(row->database, row->key.name)) ||
                		(OidIsValid(row->connected) && lease_covers(row->connected, row->key.name)))
                		return REASON_LEASE;
                	if (is_unread(row))
                		return REASON_UNREAD;
                	if (row->next_start > now)
                		return row->reason == REASON_NO_SLOT ? REASON_NO_SLOT : REASON_BACKOFF;
                	if (row->suspect && (loader_state->alone_until > now || !others_are_served(now)))
                		return REASON_SUSPECT;
                	return REASON_NONE;
                }

                /* A worker to be started now, of one module or of any; or NULL. */
                WorkerRow *
                worker_due(const ModuleKey *key, TimestampTz now)
                {
                	SharedTable *workers = &loader_state->workers;

                	for (uint32 i = 0; i < workers->count; i++)
                	{
                		WorkerRow  *row = table_row(workers, i);

                		if (row->wanted && row->run < 0 && worker_hindrance(row, now) == REASON_NONE &&
                			(key == NULL || module_key_equal(&row->key, key)))
                			return row;
                	}
                	return NULL;
                }

                /*
                 * Claims a slot for a worker of the module that is due, and says what it is;
                 * false if none is.  Takes tables_lock.
                 */
                bool
                worker_claim(const ModuleKey *key, Datum *token, int *number, BackgroundWorker *asked)
                {
                	TimestampTz now = steady_now();
                	WorkerRow  *worker;
                	SpecRow    *spec;
                	bool		claimed = false;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	worker = worker_due(key, now);
                	spec = worker != NULL ? worker_spec(worker) : NULL;
                	if (spec != NULL)
                	{
                		*asked = spec->asked;
                		*number = spec->number;
                		if (OidIsValid(worker->database))
                			asked->bgw_main_arg = ObjectIdGetDatum(worker->database);
                		worker->run = run_claim(worker, asked, token);
                		worker->started_at = GetCurrentTimestamp();
                		claimed = worker->run >= 0;
                		if (claimed)
                			worker->starts++;
                		if (claimed && worker->suspect)
                			loader_state->alone_until = TimestampTzPlusMilliseconds(now, PROBATION_MS);
                	}
                	LWLockRelease(loader_state->tables_lock);
                	return claimed;
                }

                /* Releases a claim, because there is no worker slot.  Takes tables_lock. */
                void
                worker_unclaim(Datum token)
                {
                	SharedTable *workers = &loader_state->workers;
                	int			run = (int) (DatumGetUInt64(token) >> 32);

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	for (uint32 i = 0; i < workers->count; i++)
                	{
                		WorkerRow  *row = table_row(workers, i);

                		if (row->run != run)
                			continue;
                		row->run = -1;
                		row->starts--;
                		row->reason = REASON_NO_SLOT;
                		row->next_start = TimestampTzPlusMilliseconds(steady_now(), NO_SLOT_PAUSE_MS);
                	}
                	run_unclaim(token);
                	LWLockRelease(loader_state->tables_lock);
                }

                """##),
        File(
            path: "state/starts.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * starts.h
                 *	  Which worker may start now, and what keeps the others.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_STARTS_H
                #define DYNPGEXT_STARTS_H

                #include "state/state.h"

                extern Reason worker_hindrance(const WorkerRow *row, TimestampTz now);
                extern WorkerRow *worker_due(const ModuleKey *key, TimestampTz now);
                extern bool worker_claim(const ModuleKey *key, Datum *token, int *number,
                						 BackgroundWorker *asked);
                extern void worker_unclaim(Datum token);

                #endif							/* DYNPGEXT_STARTS_H */

                """##),
        File(
            path: "state/state.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * state.c
                 *	  The main segment of shared memory: its layout, and hints for the supervisor.
                 *
                 * A fixed part holds what must be reachable where nothing may fail: slots of
                 * running workers, marks, leases.  Behind it lies the beginning of an area
                 * that grows, for the tables.
                 *
                 * Locking: see LoaderState.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "miscadmin.h"
                #include "replication/walsender.h"
                #include "storage/latch.h"
                #include "storage/shmem.h"

                #include "dynpgext.h"
                #include "state/area.h"
                #include "state/state.h"

                /* The part of the area that lies in the main segment. */
                #define AREA_SIZE	((Size) 256 * 1024)

                LoaderState *loader_state = NULL;

                static const uint64_t no_generation = 0;
                const volatile uint64_t *dynpgext_generation = &no_generation;

                /* Bytes before the suspects. */
                static Size
                suspects_offset(void)
                {
                	return MAXALIGN(add_size(offsetof(LoaderState, runs),
                							 mul_size(max_worker_processes, sizeof(RunSlot))));
                }

                /* Bytes before the leases. */
                static Size
                leases_offset(void)
                {
                	return MAXALIGN(add_size(suspects_offset(),
                							 mul_size(max_worker_processes, sizeof(Suspect))));
                }

                /* Bytes before the area. */
                static Size
                fixed_size(void)
                {
                	/* whoever may run a statement; MaxBackends is not known yet before 15 */
                	Size		holders = add_size(add_size(MaxConnections, max_wal_senders),
                								   max_worker_processes);

                	return MAXALIGN(add_size(leases_offset(),
                							 mul_size(mul_size(holders, LOADER_LEASES_EACH), sizeof(Lease))));
                }

                /* Bytes of the main segment. */
                Size
                state_size(void)
                {
                	return add_size(fixed_size(), AREA_SIZE);
                }

                /* Initializes a new segment, whose locks are these. */
                void
                state_initialize(LoaderState *state, LWLockPadded *locks)
                {
                	memset(state, 0, fixed_size());
                	state->tables_lock = &locks[0].lock;
                	state->runs_lock = &locks[1].lock;
                	state->marks_lock = &locks[2].lock;
                	table_setup(&state->databases, sizeof(DatabaseRow));
                	table_setup(&state->facts, sizeof(FactRow));
                	table_setup(&state->modules, sizeof(ModuleRow));
                	table_setup(&state->specs, sizeof(SpecRow));
                	table_setup(&state->workers, sizeof(WorkerRow));
                	table_setup(&state->blocks, sizeof(BlockRow));
                	table_setup(&state->tranches, sizeof(TrancheRow));
                	state->clock = 1;
                	state->generation = 1;
                	state->marks.everything = true;
                	state->run_count = max_worker_processes;
                	state->suspects = (Suspect *) ((char *) state + suspects_offset());
                	state->leases = (Lease *) ((char *) state + leases_offset());
                	ConditionVariableInit(&state->block_ready);
                	area_create((char *) state + fixed_size(), AREA_SIZE, locks[0].lock.tranche);
                }

                /* Makes the segment known to this process and its children. */
                void
                state_attach(LoaderState *state)
                {
                	loader_state = state;
                	area_locate((char *) state + fixed_size());
                	dynpgext_generation = &state->generation;
                }

                /* Is this a process that may use the tables?  The postmaster is not. */
                bool
                state_usable(void)
                {
                	return loader_state != NULL && MyProc != NULL &&
                		(IsUnderPostmaster || !IsPostmasterEnvironment);
                }

                /* Raises an ERROR unless the loader was preloaded. */
                void
                state_require(void)
                {
                	if (!state_usable())
                		ereport(ERROR,
                				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                				 errmsg("the Dynpgext loader is not running"),
                				 errhint("Add \"dynpgext\" to \"shared_preload_libraries\" and restart the server.")));
                }

                /* Sets the latch of the supervisor; cannot fail. */
                void
                state_wake_supervisor(void)
                {
                	LWLockAcquire(loader_state->marks_lock, LW_SHARED);
                	if (loader_state->supervisor != NULL)
                		SetLatch(&loader_state->supervisor->procLatch);
                	LWLockRelease(loader_state->marks_lock);
                }

                /* Is the database among the marks? */
                static bool
                marks_contain(const Marks *marks, Oid database)
                {
                	for (int i = 0; i < marks->count; i++)
                	{
                		if (marks->dirty[i] == database)
                			return true;
                	}
                	return false;
                }

                /* Leaves hints for the supervisor and wakes it; cannot fail. */
                void
                marks_add(const Marks *marks)
                {
                	Marks	   *shared = &loader_state->marks;

                	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
                	shared->databases |= marks->databases;
                	shared->everything |= marks->everything;
                	for (int i = 0; i < marks->count; i++)
                	{
                		if (marks_contain(shared, marks->dirty[i]))
                			continue;
                		if (shared->count == LOADER_MAX_MARKS)
                			shared->everything = true;
                		else
                			shared->dirty[shared->count++] = marks->dirty[i];
                	}
                	LWLockRelease(loader_state->marks_lock);
                	state_wake_supervisor();
                }

                /* Takes all hints, and clears them. */
                void
                marks_take(Marks *marks)
                {
                	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
                	*marks = loader_state->marks;
                	memset(&loader_state->marks, 0, sizeof(Marks));
                	LWLockRelease(loader_state->marks_lock);
                }

                /* A reason in words for the views, or NULL for none. */
                const char *
                reason_text(Reason reason)
                {
                	switch (reason)
                	{
                		case REASON_NONE:
                			return NULL;
                		case REASON_TEMPLATE:
                			return "the database is a template";
                		case REASON_NO_CONNECTIONS:
                			return "the database takes no connections";
                		case REASON_INVALID:
                			return "the database is invalid";
                		case REASON_SCAN_FAILED:
                			return "the catalog could not be read, see the log";
                		case REASON_DISABLED:
                			return "the extension is listed in dynpgext.disable";
                		case REASON_OLD_VERSION:
                			return "another version still runs";
                		case REASON_RECOVERY:
                			return "starts at the end of recovery";
                		case REASON_LEASE:
                			return "a statement keeps it away until its transaction ends";
                		case REASON_UNREAD:
                			return "waits for what a statement has done to its extension";
                		case REASON_PAUSED:
                			return "paused by hand until dynpgext.resume()";
                		case REASON_CRASHES:
                			return "the server keeps crashing, see the log";
                		case REASON_SUSPECT:
                			return "ran at each crash of the server: starts last, and alone";
                		case REASON_NO_SLOT:
                			return "no free worker slot: raise max_worker_processes, on standbys first";
                		case REASON_BACKOFF:
                			return "waits to be restarted";
                		case REASON_DONE:
                			return "finished";
                	}
                	return NULL;
                }

                /* Same extension, same version? */
                bool
                module_key_equal(const ModuleKey *a, const ModuleKey *b)
                {
                	return strcmp(a->name, b->name) == 0 && strcmp(a->version, b->version) == 0;
                }

                """##),
        File(
            path: "state/state.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * state.h
                 *	  What the loader's processes share.
                 *
                 * Its moments are those of steady_now(), if nothing else is said.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_STATE_H
                #define DYNPGEXT_STATE_H

                #include "access/transam.h"
                #include "postmaster/bgworker.h"
                #include "storage/condition_variable.h"
                #include "storage/dsm.h"
                #include "storage/lwlock.h"
                #include "storage/proc.h"
                #include "utils/dsa.h"
                #include "utils/timestamp.h"

                #include "state/table.h"

                /* Longest text that is kept, with its end. */
                #define LOADER_VERSION_LEN	128
                #define LOADER_MESSAGE_LEN	256
                #define LOADER_BLOCK_NAME_LEN	128

                /* Why a database is not followed, or a worker does not run. */
                typedef enum Reason
                {
                	REASON_NONE,
                	REASON_TEMPLATE,
                	REASON_NO_CONNECTIONS,
                	REASON_INVALID,
                	REASON_SCAN_FAILED,
                	REASON_DISABLED,
                	REASON_OLD_VERSION,
                	REASON_RECOVERY,
                	REASON_LEASE,
                	REASON_UNREAD,
                	REASON_PAUSED,
                	REASON_CRASHES,
                	REASON_SUSPECT,
                	REASON_NO_SLOT,
                	REASON_BACKOFF,
                	REASON_DONE
                } Reason;

                /* A version of an extension. */
                typedef struct ModuleKey
                {
                	char		name[NAMEDATALEN];
                	char		version[LOADER_VERSION_LEN];
                } ModuleKey;

                /* A database, as pg_database had it. */
                typedef struct DatabaseRow
                {
                	Oid			oid;
                	char		name[NAMEDATALEN];
                	Reason		skipped;		/* why it is not followed */
                	bool		dirty;			/* its pg_extension must be read again */
                	bool		scanning;		/* a scanner was launched and has not reported */
                	int			failures;		/* scans in a row that did not report */
                	TimestampTz next_scan;		/* not before */
                	uint64		scanned;		/* the clock when the last scan began */
                } DatabaseRow;

                /* A database has an extension. */
                typedef struct FactRow
                {
                	Oid			database;
                	Oid			extension;		/* tells a new one of the same name */
                	Oid			owner;			/* who owned it first; invalid: accepted as it
                								 * is */
                	ModuleKey	key;
                } FactRow;

                /* What is known about the library of an extension's version. */
                typedef enum ModuleStatus
                {
                	MODULE_FOUND,				/* speaks Dynpgext; nobody has asked it yet */
                	MODULE_READY,				/* its requests are known */
                	MODULE_PLAIN,				/* an extension that is none of our business */
                	MODULE_BROKEN,				/* its files cannot be used; see the message */
                	MODULE_FAILED				/* its init raised; see the message */
                } ModuleStatus;

                typedef struct ModuleRow
                {
                	uint32		id;				/* never used twice */
                	ModuleKey	key;
                	ModuleStatus status;
                	char		message[LOADER_MESSAGE_LEN];
                	bool		ended;			/* has lost its last database: fini is due */
                	int			failures;		/* agents in a row that could not be launched */
                	TimestampTz next_try;		/* no agent before */
                } ModuleRow;

                /* A worker that an extension asked for. */
                typedef struct SpecRow
                {
                	ModuleKey	key;
                	int			number;			/* its place among the module's requests */
                	int			flags;			/* DYNPGEXT_... */
                	BackgroundWorker asked;
                } SpecRow;

                /* A worker that is to run. */
                typedef struct WorkerRow
                {
                	ModuleKey	key;
                	int			spec;			/* number of its SpecRow */
                	Oid			database;		/* invalid: global */
                	Oid			extension;		/* of the fact it follows from; invalid:
                								 * global */
                	Oid			connected;		/* a global one's, if it was sent away from
                								 * there */
                	char		name[BGW_MAXLEN];
                	bool		wanted;			/* still follows from the facts */
                	bool		done;			/* has exited with 0 */
                	bool		late_start;		/* cannot start during recovery */
                	bool		suspect;		/* ran at each of the last crashes */
                	int			run;			/* its RunSlot, or -1 */
                	int64		starts;
                	bool		has_exited;
                	int			last_exit;
                	int			failures;		/* bad exits in a row */
                	TimestampTz started_at;		/* by the server's clock */
                	TimestampTz next_start;		/* not before */
                	uint64		away_at;		/* the clock when it was last kept or sent
                								 * away */
                	Reason		reason;			/* why it does not run */
                } WorkerRow;

                /* A block of shared memory. */
                typedef struct BlockRow
                {
                	uint64		made;			/* the clock when it was made; identifies it */
                	char		extension_name[NAMEDATALEN];
                	char		name[LOADER_BLOCK_NAME_LEN];
                	Oid			database;		/* invalid: global */
                	Oid			extension;		/* of a database-local one's extension */
                	char		version[LOADER_VERSION_LEN];	/* whose it is; empty: of all
                												 * versions */
                	Oid			made_in;		/* the maker's database, or invalid */
                	Oid			made_under;		/* the extension that the maker saw there */
                	FullTransactionId xid;		/* perhaps still running maker of the
                								 * extension */
                	Size		size;			/* as asked for */
                	bool		ready;			/* false while its maker prepares it */
                	int			maker;			/* pid, while not ready */
                	dsm_handle	handle;			/* valid when ready */
                } BlockRow;

                /* A lock tranche that an extension has asked for. */
                typedef struct TrancheRow
                {
                	char		name[NAMEDATALEN];	/* cut where the server would refuse more */
                	int			number;
                } TrancheRow;

                /* A place in which a worker of an extension runs. */
                typedef enum RunState
                {
                	RUN_FREE,
                	RUN_CLAIMED,				/* about to be registered, or waiting to start */
                	RUN_ALIVE,
                	RUN_EXITED					/* the supervisor has yet to see it */
                } RunState;

                typedef struct RunSlot
                {
                	RunState	state;
                	uint32		incarnation;	/* counts claims, so that a late start is
                								 * noticed */
                	pid_t		pid;			/* while alive */
                	bool		stop_asked;		/* set before SIGTERM; its worker reads it
                								 * without the lock */
                	int			exit_code;		/* once exited */
                	TimestampTz claimed_at;
                	Oid			database;		/* of a database-local worker */
                	Oid			connected;		/* the database that it was sent away from */
                	ModuleKey	key;			/* whose worker it is */
                	BackgroundWorker asked;		/* what main shall find */
                } RunSlot;

                /* Hints from sessions to the supervisor. */
                #define LOADER_MAX_MARKS	32
                typedef struct Marks
                {
                	bool		databases;		/* pg_database has changed */
                	bool		everything;		/* more marks than fit, or asked for */
                	int			count;
                	Oid			dirty[LOADER_MAX_MARKS];
                } Marks;

                /*
                 * Workers that must stay away from a database, and for whom.  Each process has
                 * room for so many, so that none is without because of others.
                 */
                #define LOADER_LEASES_EACH	8
                typedef struct Lease
                {
                	pid_t		pid;			/* who holds it */
                	Oid			database;
                	char		extension[NAMEDATALEN]; /* whose; empty: of all */
                } Lease;

                /* Workers that somebody keeps away by hand. */
                #define LOADER_MAX_PAUSES	64
                typedef struct Pause
                {
                	char		extension[NAMEDATALEN]; /* empty: free */
                	Oid			database;		/* invalid: the global workers */
                } Pause;

                /* A worker that ran at each of the last crashes. */
                typedef struct Suspect
                {
                	char		extension[NAMEDATALEN];
                	char		name[BGW_MAXLEN];
                	Oid			database;		/* invalid: global */
                } Suspect;

                /*
                 * The main segment.  Three locks: tables_lock for the tables, the clock and
                 * the generation, runs_lock for the slots, marks_lock for marks, leases,
                 * pauses and the supervisor's latch.  They nest in this order.  Nothing under the last
                 * two can raise an ERROR.
                 */
                typedef struct LoaderState
                {
                	LWLock	   *tables_lock;
                	LWLock	   *runs_lock;
                	LWLock	   *marks_lock;

                	/* under tables_lock */
                	SharedTable databases;
                	SharedTable facts;
                	SharedTable modules;
                	SharedTable specs;
                	SharedTable workers;
                	SharedTable blocks;
                	SharedTable tranches;
                	bool		tranches_short; /* the rest of the numbers is left to others */
                	uint64		clock;			/* orders scans and blocks */
                	uint64		databases_read; /* the clock when pg_database was last read */
                	uint32		last_module;	/* highest ModuleRow id */
                	TimestampTz alone_until;	/* a suspect is alone so long */

                	/*
                	 * Written under tables_lock, read without; see "Locking" in README.md.
                	 * Whole in one access where pointers have 64 bits.
                	 */
                	volatile uint64 generation;

                	ConditionVariable block_ready;

                	/* what the postmaster has remembered; never changes */
                	TimestampTz held_until;		/* no worker starts before */
                	int			suspect_count;
                	Suspect    *suspects;		/* behind the slots; room for run_count */

                	/* under marks_lock */
                	Marks		marks;
                	int			lease_count;
                	Lease	   *leases;			/* behind the suspects */
                	Pause		pauses[LOADER_MAX_PAUSES];
                	PGPROC	   *supervisor;		/* whom to wake, or NULL */

                	/* under runs_lock */
                	int			run_count;		/* max_worker_processes */
                	RunSlot		runs[FLEXIBLE_ARRAY_MEMBER];
                } LoaderState;

                /* The locks of LoaderState. */
                #define LOADER_LOCK_COUNT	3

                /* NULL in a process that cannot use shared memory. */
                extern LoaderState *loader_state;

                extern Size state_size(void);
                extern void state_initialize(LoaderState *state, LWLockPadded *locks);
                extern void state_attach(LoaderState *state);
                extern bool state_usable(void);
                extern void state_require(void);

                extern void state_wake_supervisor(void);
                extern void marks_add(const Marks *marks);
                extern void marks_take(Marks *marks);

                extern const char *reason_text(Reason reason);
                extern bool module_key_equal(const ModuleKey *a, const ModuleKey *b);

                #endif							/* DYNPGEXT_STATE_H */

                """##),
        File(
            path: "state/table.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * table.c
                 *	  Growable tables of equal rows in shared memory.
                 *
                 * The number of databases and extensions is not known when the server
                 * starts, so the rows live in an area that grows.  Rows are found by walking:
                 * there are few, and nothing on a hot path walks them.
                 *
                 * Locking: the caller holds the tables' lock, exclusively to change.  A row's
                 * address is good until the next table_append() or table_remove() of the same
                 * table.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "state/area.h"
                #include "state/table.h"

                /* Rows that a table holds at first. */
                #define FIRST_CAPACITY	8

                /* Makes an empty table; runs in the postmaster. */
                void
                table_setup(SharedTable *table, uint32 width)
                {
                	table->rows = InvalidDsaPointer;
                	table->width = MAXALIGN(width);
                	table->count = 0;
                	table->capacity = 0;
                }

                /* The row at an index, which must be in use. */
                void *
                table_row(SharedTable *table, uint32 index)
                {
                	char	   *rows = dsa_get_address(area_get(), table->rows);

                	Assert(index < table->count);
                	return rows + (Size) index * table->width;
                }

                /* A new zeroed row; an ERROR if there is no memory, with nothing changed. */
                void *
                table_append(SharedTable *table)
                {
                	if (table->count == table->capacity)
                	{
                		dsa_area   *area = area_get();
                		uint32		capacity = Max(FIRST_CAPACITY, table->capacity * 2);
                		dsa_pointer rows = dsa_allocate(area, (Size) capacity * table->width);

                		if (table->count > 0)
                			memcpy(dsa_get_address(area, rows), table_row(table, 0),
                				   (Size) table->count * table->width);
                		if (DsaPointerIsValid(table->rows))
                			dsa_free(area, table->rows);
                		table->rows = rows;
                		table->capacity = capacity;
                	}
                	table->count++;
                	return memset(table_row(table, table->count - 1), 0, table->width);
                }

                /* Removes a row; the last one takes its place. */
                void
                table_remove(SharedTable *table, uint32 index)
                {
                	if (index != table->count - 1)
                		memcpy(table_row(table, index), table_row(table, table->count - 1), table->width);
                	table->count--;
                }

                /* A private copy of all rows, so that the lock can be let go. */
                void *
                table_copy(SharedTable *table, uint32 *count)
                {
                	Size		size = (Size) table->count * table->width;

                	*count = table->count;
                	return size > 0 ? memcpy(palloc(size), table_row(table, 0), size) : NULL;
                }

                """##),
        File(
            path: "state/table.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * table.h
                 *	  Growable tables of equal rows in shared memory.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_TABLE_H
                #define DYNPGEXT_TABLE_H

                #include "utils/dsa.h"

                /* The head of a table; lives in the main segment. */
                typedef struct SharedTable
                {
                	dsa_pointer rows;			/* invalid while nothing was ever added */
                	uint32		width;			/* bytes of a row */
                	uint32		count;			/* rows in use */
                	uint32		capacity;		/* rows that fit */
                } SharedTable;

                extern void table_setup(SharedTable *table, uint32 width);
                extern void *table_row(SharedTable *table, uint32 index);
                extern void *table_append(SharedTable *table);
                extern void table_remove(SharedTable *table, uint32 index);
                extern void *table_copy(SharedTable *table, uint32 *count);

                #endif							/* DYNPGEXT_TABLE_H */

                """##),
        File(
            path: "state/tranches.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * tranches.c
                 *	  Numbers for the locks of extensions.
                 *
                 * The server never takes the number of a lock tranche back.  So a name has one
                 * for the whole server and until it restarts, whichever process asks, however
                 * often a block is made, and in however many databases.
                 *
                 * Since 19 the server has few of them.  The last ones are left to those who do
                 * not ask here, and names that come later get the number of the loader's own
                 * locks: they work as well, and only their name in pg_stat_activity is another.
                 *
                 * Locking: tables_lock.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "base/compat.h"
                #include "base/guard.h"
                #include "state/state.h"
                #include "state/tranches.h"

                /* How many numbers are left to others. */
                #define TRANCHES_OF_OTHERS	32

                /* The number of a name, or 0; the caller holds tables_lock. */
                static int
                known_number(const char *name)
                {
                	SharedTable *tranches = &loader_state->tranches;

                	for (uint32 i = 0; i < tranches->count; i++)
                	{
                		TrancheRow *row = table_row(tranches, i);

                		if (strncmp(row->name, name, sizeof(row->name) - 1) == 0)
                			return row->number;
                	}
                	return 0;
                }

                /* Asks the server for a number; an ERROR if it has none. */
                static void
                ask_server(void *argument)
                {
                	TrancheRow *row = argument;

                	row->number = LOADER_NEW_TRANCHE(row->name);
                }

                /* Gives a name its number; the caller holds tables_lock exclusively. */
                static int
                give_number(const char *name)
                {
                	TrancheRow *row = table_append(&loader_state->tranches);

                	strlcpy(row->name, name, sizeof(row->name));
                	row->number = loader_state->tables_lock->tranche;
                	if (!loader_state->tranches_short)
                	{
                		char	   *problem = guard_call("lock tranche", ask_server, row);

                		loader_state->tranches_short = problem != NULL ||
                			LOADER_TRANCHES_LEFT(row->number) <= TRANCHES_OF_OTHERS;
                		if (problem != NULL)
                			pfree(problem);
                	}
                	return row->number;
                }

                /* The number of a name, given at the first call; see dynpgext.h. */
                int
                tranche_of(const char *name)
                {
                	bool		was_short;
                	bool		is_short;
                	int			number;

                	if (!state_usable())
                		elog(ERROR, "lock tranche \"%s\" was asked for where there can be none", name);
                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	was_short = loader_state->tranches_short;
                	number = known_number(name);
                	if (number == 0)
                		number = give_number(name);
                	is_short = loader_state->tranches_short;
                	LWLockRelease(loader_state->tables_lock);
                	if (is_short && !was_short)
                		ereport(LOG,
                				(errmsg("dynpgext leaves the last lock tranches of the server to others"),
                				 errdetail("Until the server is restarted, locks of blocks that it has not seen before are shown under the loader's name.")));
                	return number;
                }

                """##),
        File(
            path: "state/tranches.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * tranches.h
                 *	  Numbers for the locks of extensions.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_TRANCHES_H
                #define DYNPGEXT_TRANCHES_H

                extern int	tranche_of(const char *name);

                #endif							/* DYNPGEXT_TRANCHES_H */

                """##),
        File(
            path: "state/workers.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * workers.c
                 *	  Which workers should run, and which do.
                 *
                 * The plan is a function of shared memory alone: facts and requests say
                 * which workers are wanted, slots which ones run.  So a restarted supervisor
                 * goes on where the last one stopped, and never doubles a worker.
                 *
                 * Locking: the caller of every function holds tables_lock exclusively.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "base/settings.h"
                #include "dynpgext.h"
                #include "state/modules.h"
                #include "state/pauses.h"
                #include "state/runs.h"
                #include "state/starts.h"
                #include "state/workers.h"

                /* Pauses before a restart: doubling, and not above. */
                #define FIRST_PAUSE_MS	1000
                #define LAST_PAUSE_MS	60000

                /* A worker that ran so long had a good start; the pauses begin anew. */
                #define GOOD_RUN_MS	60000

                /* A worker that was asked to stop is asked again after so long. */
                #define STOP_AGAIN_MS	5000

                /* Does the module still have a worker, wanted or not? */
                bool
                module_has_workers(const ModuleKey *key)
                {
                	SharedTable *workers = &loader_state->workers;

                	for (uint32 i = 0; i < workers->count; i++)
                	{
                		if (module_key_equal(&((WorkerRow *) table_row(workers, i))->key, key))
                			return true;
                	}
                	return false;
                }

                /* Does another version's worker run in the database, or in any if it is invalid? */
                bool
                workers_run_other_version(const ModuleKey *key, Oid database)
                {
                	SharedTable *workers = &loader_state->workers;

                	for (uint32 i = 0; i < workers->count; i++)
                	{
                		WorkerRow  *row = table_row(workers, i);

                		if (row->run >= 0 && (!OidIsValid(database) || row->database == database) &&
                			strcmp(row->key.name, key->name) == 0 && !module_key_equal(&row->key, key))
                			return true;
                	}
                	return false;
                }

                /* The worker of this request and database, or NULL. */
                static WorkerRow *
                find_worker(const SpecRow *spec, Oid database, Oid extension)
                {
                	SharedTable *workers = &loader_state->workers;

                	for (uint32 i = 0; i < workers->count; i++)
                	{
                		WorkerRow  *row = table_row(workers, i);

                		if (row->spec == spec->number && row->database == database &&
                			row->extension == extension && module_key_equal(&row->key, &spec->key))
                			return row;
                	}
                	return NULL;
                }

                /* Did the worker run at each of the last crashes? */
                static bool
                is_suspect(const WorkerRow *worker)
                {
                	for (int i = 0; i < loader_state->suspect_count; i++)
                	{
                		const Suspect *suspect = &loader_state->suspects[i];

                		if (suspect->database == worker->database &&
                			strcmp(suspect->extension, worker->key.name) == 0 &&
                			strcmp(suspect->name, worker->name) == 0)
                			return true;
                	}
                	return false;
                }

                /* Notes that the worker is wanted; enters it if it is new. */
                static void
                want_worker(const SpecRow *spec, Oid database, Oid extension)
                {
                	WorkerRow  *row = find_worker(spec, database, extension);

                	if (row == NULL)
                	{
                		row = table_append(&loader_state->workers);
                		row->key = spec->key;
                		row->spec = spec->number;
                		row->database = database;
                		row->extension = extension;
                		strlcpy(row->name, spec->asked.bgw_name, sizeof(row->name));
                		row->late_start = spec->asked.bgw_start_time == BgWorkerStart_RecoveryFinished;
                		row->suspect = is_suspect(row);
                		row->run = -1;
                	}
                	row->wanted = true;
                }

                /* Notes every worker that one request wants. */
                static void
                want_workers(const SpecRow *spec)
                {
                	SharedTable *facts = &loader_state->facts;

                	if (extension_disabled(spec->key.name) || module_ended(&spec->key))
                		return;
                	for (uint32 i = 0; i < facts->count; i++)
                	{
                		FactRow    *fact = table_row(facts, i);

                		if (!module_key_equal(&fact->key, &spec->key))
                			continue;
                		if (spec->flags & DYNPGEXT_SCOPE_DATABASE_LOCAL)
                			want_worker(spec, fact->database, fact->extension);
                		else
                			want_worker(spec, InvalidOid, InvalidOid);
                	}
                }

                /* The pause before a restart: doubled each time, and spread by a quarter. */
                static int64
                restart_pause_ms(int failures, int seed, TimestampTz now)
                {
                	int64		pause = LAST_PAUSE_MS;

                	if (failures < 7)
                		pause = Min(LAST_PAUSE_MS, (int64) FIRST_PAUSE_MS << (failures - 1));
                	return pause + pause * ((now + seed * 37) % 100) / 400;
                }

                /* Takes note of a worker's exit. */
                static void
                reap_worker(WorkerRow *row, TimestampTz now)
                {
                	RunSlot		last;
                	int			run = row->run;

                	if (!run_reap(run, &last))
                		return;
                	row->run = -1;
                	row->has_exited = true;
                	row->last_exit = last.exit_code;
                	row->connected = last.connected;
                	row->next_start = now;
                	if (last.stop_asked)
                	{
                		row->away_at = loader_state->clock;
                		return;
                	}
                	if (last.exit_code == 0)
                	{
                		row->done = true;
                		return;
                	}
                	if (TimestampDifferenceExceeds(last.claimed_at, now, GOOD_RUN_MS))
                		row->failures = 0;
                	row->failures++;
                	row->next_start = TimestampTzPlusMilliseconds(now, restart_pause_ms(row->failures, run, now));
                }

                /* May the worker stay where it runs? */
                static bool
                may_stay(const WorkerRow *row)
                {
                	return row->wanted && !pause_covers(row->database, row->key.name);
                }

                /* Asks a worker that may not stay to leave, and again after a while. */
                static void
                stop_worker(WorkerRow *row, TimestampTz now)
                {
                	RunSlot		slot;

                	run_look(row->run, &slot);
                	if (slot.stop_asked && row->next_start > now)
                		return;
                	row->next_start = TimestampTzPlusMilliseconds(now, STOP_AGAIN_MS);
                	run_stop(row->run);
                }

                /*
                 * Brings the workers in line with facts and requests: enters new ones, asks
                 * those that may not stay to leave, takes note of exits.  Starts none.
                 */
                void
                workers_plan(TimestampTz now)
                {
                	SharedTable *workers = &loader_state->workers;
                	SharedTable *specs = &loader_state->specs;

                	for (uint32 i = 0; i < workers->count; i++)
                		((WorkerRow *) table_row(workers, i))->wanted = false;
                	for (uint32 i = 0; i < specs->count; i++)
                		want_workers(table_row(specs, i));

                	for (uint32 i = workers->count; i-- > 0;)
                	{
                		WorkerRow  *row = table_row(workers, i);

                		if (row->run >= 0)
                			reap_worker(row, now);
                		if (row->run >= 0 && !may_stay(row))
                			stop_worker(row, now);
                		if (row->run < 0 && !row->wanted)
                			table_remove(workers, i);
                	}
                	for (uint32 i = 0; i < workers->count; i++)
                	{
                		WorkerRow  *row = table_row(workers, i);

                		row->reason = row->run < 0 ? worker_hindrance(row, now) : REASON_NONE;
                		if (row->reason == REASON_LEASE)
                			row->away_at = loader_state->clock;
                	}
                }

                /* When the plan may change by the mere passing of time; 0: never. */
                TimestampTz
                workers_next_event(TimestampTz now)
                {
                	SharedTable *workers = &loader_state->workers;
                	TimestampTz next = Max(loader_state->held_until, loader_state->alone_until);

                	if (next <= now)
                		next = 0;

                	for (uint32 i = 0; i < workers->count; i++)
                	{
                		WorkerRow  *row = table_row(workers, i);

                		if (row->next_start > now && (row->run < 0 || !may_stay(row)) &&
                			(next == 0 || row->next_start < next))
                			next = row->next_start;
                	}
                	return next;
                }

                /*
                 * Forgets the past of an extension's workers, so that they start at once, also
                 * if they have finished; false if there is none.
                 */
                bool
                workers_renew(Oid database, const char *extension)
                {
                	SharedTable *workers = &loader_state->workers;
                	bool		found = false;

                	for (uint32 i = 0; i < workers->count; i++)
                	{
                		WorkerRow  *row = table_row(workers, i);

                		if (!row->wanted || row->database != database || strcmp(row->key.name, extension) != 0)
                			continue;
                		row->done = false;
                		row->failures = 0;
                		row->next_start = 0;
                		found = true;
                	}
                	return found;
                }

                """##),
        File(
            path: "state/workers.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * workers.h
                 *	  Which workers should run, and which do.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_WORKERS_H
                #define DYNPGEXT_WORKERS_H

                #include "state/state.h"

                extern void workers_plan(TimestampTz now);
                extern TimestampTz workers_next_event(TimestampTz now);
                extern bool workers_renew(Oid database, const char *extension);
                extern bool module_has_workers(const ModuleKey *key);
                extern bool workers_run_other_version(const ModuleKey *key, Oid database);

                #endif							/* DYNPGEXT_WORKERS_H */

                """##),
        File(
            path: "supervisor/helper.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * helper.c
                 *	  The scanners, or the agent, that the supervisor has launched.
                 *
                 * Either one agent or some scanners run at a time.  An agent may register workers
                 * until its own slot is the only one left; the next scanner gets that one.  More
                 * than one scanner runs only if more slots are free.  The supervisor is notified
                 * when a helper exits.
                 *
                 * Locking: none; all of it belongs to the supervisor.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "miscadmin.h"

                #include "base/process.h"
                #include "base/steady.h"
                #include "supervisor/helper.h"

                /* A helper that could not be launched is tried again after so long. */
                #define LAUNCH_PAUSE_MS	1000

                /* A helper that runs longer is terminated. */
                #define HELPER_LIMIT_MS	30000

                /* So many scanners at a time. */
                #define HELPER_COUNT	4

                /* A helper that is running. */
                typedef struct Helper
                {
                	BackgroundWorkerHandle *handle; /* NULL: none */
                	Oid			database;		/* that a scanner reads, or invalid: an agent */
                	TimestampTz limit;			/* when it is told to leave */
                } Helper;

                static Helper helpers[HELPER_COUNT];

                /* No launch before. */
                static TimestampTz next_launch = 0;

                /* Has the shortage of slots been logged? */
                static bool shortage_told = false;

                /* Is a scanner of the database running; or an agent, if it is invalid? */
                bool
                helper_works(Oid database)
                {
                	for (int i = 0; i < HELPER_COUNT; i++)
                	{
                		if (helpers[i].handle != NULL && helpers[i].database == database)
                			return true;
                	}
                	return false;
                }

                /* Is any helper running? */
                bool
                helpers_work(void)
                {
                	for (int i = 0; i < HELPER_COUNT; i++)
                	{
                		if (helpers[i].handle != NULL)
                			return true;
                	}
                	return false;
                }

                /* Logs that there was no worker slot, unless other helpers use them. */
                static void
                report_shortage(void)
                {
                	if (helpers_work())
                		return;
                	next_launch = TimestampTzPlusMilliseconds(steady_now(), LAUNCH_PAUSE_MS);
                	if (!shortage_told)
                		ereport(LOG,
                				(errcode(ERRCODE_CONFIGURATION_LIMIT_EXCEEDED),
                				 errmsg("dynpgext finds no free background worker slot"),
                				 errhint("Raise \"max_worker_processes\", on standbys first.")));
                	shortage_told = true;
                }

                /* Launches a helper in a free place; false if there is no worker slot. */
                static bool
                launch(BackgroundWorker *worker, Oid database)
                {
                	for (int i = 0; i < HELPER_COUNT; i++)
                	{
                		Helper	   *helper = &helpers[i];

                		if (helper->handle != NULL)
                			continue;
                		worker->bgw_notify_pid = MyProcPid;
                		if (!RegisterDynamicBackgroundWorker(worker, &helper->handle))
                		{
                			helper->handle = NULL;
                			report_shortage();
                			return false;
                		}
                		helper->database = database;
                		helper->limit = TimestampTzPlusMilliseconds(steady_now(), HELPER_LIMIT_MS);
                		shortage_told = false;
                		return true;
                	}
                	return false;
                }

                /* Launches a scanner; false if there is no worker slot. */
                bool
                helper_launch_scanner(Oid database)
                {
                	BackgroundWorker worker;

                	process_describe(&worker, "dynpgext scanner", "dynpgext_scanner_main");
                	worker.bgw_main_arg = ObjectIdGetDatum(database);
                	return launch(&worker, database);
                }

                /* Launches the agent of a module; false if there is no worker slot. */
                bool
                helper_launch_agent(uint32 module)
                {
                	BackgroundWorker worker;

                	process_describe(&worker, "dynpgext agent", "dynpgext_agent_main");
                	worker.bgw_main_arg = UInt32GetDatum(module);
                	return launch(&worker, InvalidOid);
                }

                /* Removes helpers that have exited, and terminates those that are late. */
                void
                helpers_look(TimestampTz now)
                {
                	for (int i = 0; i < HELPER_COUNT; i++)
                	{
                		Helper	   *helper = &helpers[i];
                		pid_t		pid;

                		if (helper->handle == NULL)
                			continue;
                		if (GetBackgroundWorkerPid(helper->handle, &pid) == BGWH_STOPPED)
                		{
                			pfree(helper->handle);
                			helper->handle = NULL;
                		}
                		else if (now >= helper->limit)
                		{
                			TerminateBackgroundWorker(helper->handle);
                			helper->limit = TimestampTzPlusMilliseconds(now, HELPER_LIMIT_MS);
                		}
                	}
                }

                /* May a helper be launched?  After a shortage of slots only after a pause. */
                bool
                helper_possible(TimestampTz now)
                {
                	bool		room = false;

                	for (int i = 0; i < HELPER_COUNT; i++)
                		room |= helpers[i].handle == NULL;
                	return room && now >= next_launch && !helper_works(InvalidOid);
                }

                /* The time of the next event here; 0: none. */
                TimestampTz
                helper_next_event(TimestampTz now)
                {
                	TimestampTz next = next_launch > now ? next_launch : 0;

                	for (int i = 0; i < HELPER_COUNT; i++)
                	{
                		if (helpers[i].handle != NULL && (next == 0 || helpers[i].limit < next))
                			next = helpers[i].limit;
                	}
                	return next;
                }

                """##),
        File(
            path: "supervisor/helper.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * helper.h
                 *	  The scanners or the agent that the supervisor has under way.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_HELPER_H
                #define DYNPGEXT_HELPER_H

                #include "datatype/timestamp.h"

                extern bool helper_launch_scanner(Oid database);
                extern bool helper_launch_agent(uint32 module);
                extern void helpers_look(TimestampTz now);
                extern bool helper_works(Oid database);
                extern bool helpers_work(void);
                extern bool helper_possible(TimestampTz now);
                extern TimestampTz helper_next_event(TimestampTz now);

                #endif							/* DYNPGEXT_HELPER_H */

                """##),
        File(
            path: "supervisor/scans.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * scans.c
                 *	  Which databases are to be scanned, and when.
                 *
                 * A dirty database is scanned at once, unless it was scanned just before, or its
                 * last scans have failed.
                 *
                 * Locking: every function takes tables_lock itself, but scans_next_event().
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "state/facts.h"
                #include "supervisor/helper.h"
                #include "supervisor/scans.h"

                /* A scan that failed is tried again after so long, doubling. */
                #define SCAN_PAUSE_MS	1000
                #define LAST_SCAN_PAUSE_MS	60000

                /*
                 * Makes the marked databases dirty.  A hint ends the wait after failed scans, but
                 * not the minimum time between two scans.
                 */
                void
                scans_mark(const Marks *marks, TimestampTz now)
                {
                	SharedTable *databases = &loader_state->databases;
                	TimestampTz latest = TimestampTzPlusMilliseconds(now, READ_REST_MS);

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	for (uint32 i = 0; i < databases->count; i++)
                	{
                		DatabaseRow *row = table_row(databases, i);
                		bool		marked = marks->everything;

                		for (int j = 0; j < marks->count && !marked; j++)
                			marked = marks->dirty[j] == row->oid;
                		if (marked && row->skipped == REASON_NONE)
                		{
                			row->dirty = true;
                			row->failures = 0;
                			row->next_scan = Min(row->next_scan, latest);
                		}
                	}
                	LWLockRelease(loader_state->tables_lock);
                }

                /* A scanner that left without a report has failed; under tables_lock. */
                static void
                note_failed_scans(TimestampTz now)
                {
                	SharedTable *databases = &loader_state->databases;

                	for (uint32 i = 0; i < databases->count; i++)
                	{
                		DatabaseRow *row = table_row(databases, i);

                		if (!row->scanning || helper_works(row->oid))
                			continue;
                		row->scanning = false;
                		row->dirty = true;
                		row->next_scan = TimestampTzPlusMilliseconds(now,
                													 Min(LAST_SCAN_PAUSE_MS,
                														 SCAN_PAUSE_MS << Min(row->failures, 6)));
                		row->failures++;
                	}
                }

                /* The database that is to be scanned now, or an invalid OID. */
                Oid
                scan_claim(TimestampTz now)
                {
                	SharedTable *databases = &loader_state->databases;
                	Oid			claimed = InvalidOid;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	note_failed_scans(now);
                	for (uint32 i = 0; i < databases->count && !OidIsValid(claimed); i++)
                	{
                		DatabaseRow *row = table_row(databases, i);

                		if (!row->dirty || row->next_scan > now || helper_works(row->oid))
                			continue;
                		row->dirty = false;
                		row->scanning = true;
                		row->next_scan = TimestampTzPlusMilliseconds(now, READ_REST_MS);
                		claimed = row->oid;
                	}
                	LWLockRelease(loader_state->tables_lock);
                	return claimed;
                }

                /* Takes back a claim: there is no slot for a scanner now. */
                void
                scan_unclaim(Oid database)
                {
                	DatabaseRow *row;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	row = database_row(database);
                	if (row != NULL)
                	{
                		row->dirty = true;
                		row->scanning = false;
                	}
                	LWLockRelease(loader_state->tables_lock);
                }

                /* When a dirty database need not wait any more; 0: none does.  Under tables_lock. */
                TimestampTz
                scans_next_event(TimestampTz now)
                {
                	SharedTable *databases = &loader_state->databases;
                	TimestampTz next = 0;

                	for (uint32 i = 0; i < databases->count; i++)
                	{
                		DatabaseRow *row = table_row(databases, i);

                		if (row->dirty && row->next_scan > now && (next == 0 || row->next_scan < next))
                			next = row->next_scan;
                	}
                	return next;
                }

                """##),
        File(
            path: "supervisor/scans.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * scans.h
                 *	  Which databases are to be scanned, and when.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_SCANS_H
                #define DYNPGEXT_SCANS_H

                #include "state/state.h"

                /*
                 * So long lies between two scans of a database, and between two looks at
                 * pg_database, however many hints come: who gives them at will costs the server
                 * little, and one that comes in between is kept.
                 */
                #define READ_REST_MS	250

                extern void scans_mark(const Marks *marks, TimestampTz now);
                extern Oid	scan_claim(TimestampTz now);
                extern void scan_unclaim(Oid database);
                extern TimestampTz scans_next_event(TimestampTz now);

                #endif							/* DYNPGEXT_SCANS_H */

                """##),
        File(
            path: "supervisor/supervisor.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * supervisor.c
                 *	  The main process of the loader: it plans, and launches the others.
                 *
                 * Each round takes the hints of sessions, reads pg_database if necessary, plans,
                 * and launches helpers: scanners for dirty databases, or otherwise an agent for a
                 * module that needs one.  No code of an extension runs here.
                 *
                 * Its state is in shared memory, so it may exit and be restarted at any point.  It
                 * is not connected to a database, so it does not block DROP DATABASE and the like.
                 *
                 * Locking: tables_lock around each step; none while waiting.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/xlog.h"
                #include "libpq/pqsignal.h"
                #include "miscadmin.h"
                #include "postmaster/interrupt.h"
                #include "storage/ipc.h"
                #include "storage/latch.h"
                #include "storage/proc.h"
                #include "utils/memutils.h"

                #include "base/compat.h"
                #include "base/process.h"
                #include "base/settings.h"
                #include "base/steady.h"
                #include "state/catalog.h"
                #include "state/facts.h"
                #include "state/modules.h"
                #include "state/publish.h"
                #include "state/starts.h"
                #include "state/state.h"
                #include "state/workers.h"
                #include "supervisor/helper.h"
                #include "supervisor/scans.h"
                #include "supervisor/supervisor.h"

                /* An agent that dies early is launched again after so long. */
                #define AGENT_PAUSE_MS	1000

                /* How often to check whether recovery has ended, which wakes nobody. */
                #define RECOVERY_LOOK_MS	1000

                /* When pg_database is read without a hint. */
                static TimestampTz next_check = 0;

                /* Was there a hint to read it; and when that is done at the earliest. */
                static bool databases_hinted = false;
                static TimestampTz next_read = 0;

                /* Was anything read yet? */
                static bool first_round = true;

                /* Was the server in recovery in the last round? */
                static bool was_in_recovery = false;

                /* Registers the supervisor; for _PG_init(). */
                void
                supervisor_register(void)
                {
                	BackgroundWorker worker;

                	process_describe(&worker, "dynpgext supervisor", "dynpgext_supervisor_main");
                	worker.bgw_restart_time = 1;
                	RegisterBackgroundWorker(&worker);
                }

                /* Takes the hints, and reads pg_database if that is due. */
                static void
                follow_catalogs(TimestampTz now)
                {
                	Marks		marks;
                	bool		in_recovery = RecoveryInProgress();
                	bool		check = now >= next_check ||
                		next_check > TimestampTzPlusMilliseconds(now, setting_check_interval * INT64CONST(1000));

                	marks_take(&marks);
                	/* no hook fires during replay */
                	if (first_round || (check && in_recovery) || in_recovery != was_in_recovery)
                		marks.everything = true;
                	first_round = false;
                	was_in_recovery = in_recovery;
                	databases_hinted |= marks.databases || marks.everything;
                	if (check || (databases_hinted && now >= next_read))
                	{
                		uint64		clock = facts_tick();

                		databases_sync(catalog_databases(), clock);
                		databases_hinted = false;
                		next_read = TimestampTzPlusMilliseconds(now, READ_REST_MS);
                		next_check = TimestampTzPlusMilliseconds(now, setting_check_interval * INT64CONST(1000));
                	}
                	if (marks.everything || marks.count > 0)
                		scans_mark(&marks, now);
                }

                /* Does a module need an agent?  The caller holds tables_lock. */
                static bool
                module_needs_agent(const ModuleRow *row, TimestampTz now)
                {
                	if (row->next_try > now)
                		return false;
                	if (extension_disabled(row->key.name))
                		return false;
                	if (row->ended || !facts_have_module(&row->key))
                		return row->status == MODULE_READY && !module_has_workers(&row->key);
                	return row->status == MODULE_FOUND ||
                		(row->status == MODULE_READY && worker_due(&row->key, now) != NULL);
                }

                /* Plans, and returns the id of a module that needs an agent, or 0. */
                static uint32
                plan(TimestampTz now)
                {
                	SharedTable *modules = &loader_state->modules;
                	uint32		id = 0;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	workers_plan(now);
                	for (uint32 i = modules->count; i-- > 0;)
                	{
                		ModuleRow  *row = table_row(modules, i);

                		if (!facts_have_module(&row->key) && !module_has_workers(&row->key) &&
                			(row->status != MODULE_READY || extension_disabled(row->key.name)))
                			module_remove(i);
                		else if (module_needs_agent(row, now))
                			id = row->id;
                	}
                	LWLockRelease(loader_state->tables_lock);
                	return id;
                }

                /*
                 * Delays the next agent of a module, in case that this one exits early.  An agent
                 * that starts its work removes the delay.
                 */
                static void
                defer_module(uint32 id, TimestampTz now)
                {
                	SharedTable *modules = &loader_state->modules;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	for (uint32 i = 0; i < modules->count; i++)
                	{
                		ModuleRow  *row = table_row(modules, i);

                		if (row->id == id)
                			row->next_try = TimestampTzPlusMilliseconds(now, AGENT_PAUSE_MS);
                	}
                	LWLockRelease(loader_state->tables_lock);
                }

                /*
                 * Launches scanners for dirty databases, or else an agent, if there is work.
                 */
                static void
                launch_helpers(TimestampTz now)
                {
                	uint32		module;
                	bool		scans = false;

                	helpers_look(now);
                	module = plan(now);
                	while (helper_possible(now))
                	{
                		Oid			database = scan_claim(now);

                		if (!OidIsValid(database))
                			break;
                		scans = true;
                		if (!helper_launch_scanner(database))
                		{
                			scan_unclaim(database);
                			break;
                		}
                	}
                	if (!scans && module != 0 && !helpers_work() && helper_possible(now) &&
                		helper_launch_agent(module))
                		defer_module(module, now);
                }

                /* The earlier of two moments; 0 is none. */
                static TimestampTz
                earlier(TimestampTz a, TimestampTz b)
                {
                	if (a == 0 || b == 0)
                		return a + b;
                	return Min(a, b);
                }

                /*
                 * Milliseconds until the next event.  "now" is the time of the round: an event
                 * that has become due since then is handled at once.
                 */
                static long
                pause_ms(TimestampTz now)
                {
                	TimestampTz current = steady_now();
                	TimestampTz next = next_check;
                	SharedTable *modules = &loader_state->modules;

                	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
                	next = earlier(next, workers_next_event(now));
                	next = earlier(next, scans_next_event(now));
                	for (uint32 i = 0; i < modules->count; i++)
                	{
                		ModuleRow  *row = table_row(modules, i);

                		if (row->next_try > now)
                			next = earlier(next, row->next_try);
                	}
                	LWLockRelease(loader_state->tables_lock);
                	next = earlier(next, helper_next_event(now));
                	if (databases_hinted)
                		next = earlier(next, next_read);
                	return next <= current ? 0 : (long) Min((next - current) / 1000 + 1, 60 * 60 * 1000);
                }

                /* Waits until somebody wakes us, time is up, or recovery has ended. */
                static void
                wait_for_work(long timeout)
                {
                	TimestampTz end = TimestampTzPlusMilliseconds(steady_now(), timeout);
                	int			event = WL_TIMEOUT;

                	while (timeout > 0 && event == WL_TIMEOUT && was_in_recovery == RecoveryInProgress())
                	{
                		event = WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH,
                						  was_in_recovery ? Min(timeout, RECOVERY_LOOK_MS) : timeout,
                						  PG_WAIT_EXTENSION);
                		timeout = (long) ((end - steady_now()) / 1000);
                	}
                	ResetLatch(MyLatch);
                }

                /* At exit: sessions must not set the latch of this process any more. */
                static void
                forget_supervisor(int code, Datum argument)
                {
                	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
                	if (loader_state->supervisor == MyProc)
                		loader_state->supervisor = NULL;
                	LWLockRelease(loader_state->marks_lock);
                }

                /* Enters this process as the supervisor, whose latch sessions set. */
                static void
                announce_supervisor(void)
                {
                	before_shmem_exit(forget_supervisor, (Datum) 0);
                	LWLockAcquire(loader_state->marks_lock, LW_EXCLUSIVE);
                	loader_state->supervisor = MyProc;
                	LWLockRelease(loader_state->marks_lock);
                }

                /* The supervisor's main function. */
                void
                dynpgext_supervisor_main(Datum argument)
                {
                	MemoryContext round_context;

                	pqsignal(SIGHUP, SignalHandlerForConfigReload);
                	process_begin(InvalidOid);
                	announce_supervisor();
                	was_in_recovery = RecoveryInProgress();

                	round_context = AllocSetContextCreate(TopMemoryContext, "dynpgext round",
                										  ALLOCSET_DEFAULT_SIZES);
                	for (;;)
                	{
                		TimestampTz now = steady_now();

                		CHECK_FOR_INTERRUPTS();
                		if (ConfigReloadPending)
                		{
                			ConfigReloadPending = false;
                			ProcessConfigFile(PGC_SIGHUP);
                		}
                		MemoryContextSwitchTo(round_context);
                		follow_catalogs(now);
                		MemoryContextSwitchTo(TopMemoryContext);
                		launch_helpers(now);
                		MemoryContextReset(round_context);

                		wait_for_work(pause_ms(now));
                	}
                }

                """##),
        File(
            path: "supervisor/supervisor.h",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * supervisor.h
                 *	  The one process of the loader that stays.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_SUPERVISOR_H
                #define DYNPGEXT_SUPERVISOR_H

                extern void supervisor_register(void);

                #endif							/* DYNPGEXT_SUPERVISOR_H */

                """##),
        File(
            path: "worker/trampoline.c",
            contents: ##"""
                /*-------------------------------------------------------------------------
                 *
                 * trampoline.c
                 *	  The function that every worker of an extension starts in.
                 *
                 * The server does not report the exit code of a background worker.  So the agent
                 * registers each worker with the function below.  It records the pid in the slot,
                 * restores the BackgroundWorker that the extension has requested, and calls the
                 * extension's main function in the state in which the server calls it: signals
                 * blocked, no connection.  Name and type are the extension's from the beginning.
                 *
                 * Locking: runs_lock, in runs.c.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "storage/ipc.h"

                #include "base/compat.h"
                #include "base/process.h"
                #include "blocks/lookup.h"
                #include "state/runs.h"

                static emit_log_hook_type previous_log_hook = NULL;

                /* The slot of this process. */
                static Datum own_token;

                /* Records the exit code; after an ERROR or FATAL it is 1. */
                static void
                worker_exit(int code, Datum argument)
                {
                	/* the extension may have been interrupted anywhere */
                	LWLockReleaseAll();
                	run_end(own_token, code < 0 ? 1 : code);
                }

                /* Suppresses the FATAL message of a worker that the loader has stopped. */
                static void
                quiet_stop(ErrorData *error)
                {
                	if (error->elevel == FATAL && error->sqlerrcode == ERRCODE_ADMIN_SHUTDOWN &&
                		run_stop_asked(own_token))
                		error->output_to_server = false;
                	if (previous_log_hook)
                		previous_log_hook(error);
                }

                /* The main function of all workers; the argument is the slot's token. */
                void
                dynpgext_worker_main(Datum argument)
                {
                	RunSlot		slot;
                	PGFunction	function;
                	bgworker_main_type entry;

                	own_token = argument;
                	if (!run_begin(argument, &slot))
                	{
                		state_wake_supervisor();
                		return;
                	}
                	before_shmem_exit(worker_exit, (Datum) 0);
                	previous_log_hook = emit_log_hook;
                	emit_log_hook = quiet_stop;
                	blocks_own_module(&slot.key);

                	slot.asked.bgw_notify_pid = MyBgworkerEntry->bgw_notify_pid;
                	*MyBgworkerEntry = slot.asked;
                	function = load_external_function(slot.asked.bgw_library_name,
                									  slot.asked.bgw_function_name, true, NULL);
                	entry = (bgworker_main_type) (void (*) (void)) function;
                	entry(slot.asked.bgw_main_arg);
                }

                """##),
    ]

    /// All of `runtime/`.
    static let runtime: [File] = [
        File(
            path: "blocks.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * blocks.c
                 *	  Blocks of shared memory: found, initialized, reset.
                 *
                 * The loader allocates a block at its first lookup, and initializes it with
                 * initialize_block() before anybody sees it.  A process looks a block up
                 * once, and again after the loader has removed one.
                 *
                 * Locking: the lock of a block, which dynpgext_reset_block() takes itself.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "dynpgext.h"
                #include "internal.h"

                /*
                 * Raise an ERROR if the block has another layout than this library knows:
                 * another version of the extension may have created it under the same key.
                 */
                static void
                check_layout(const dynpgext_block *block, uint32 found)
                {
                	if (found == block->layout)
                		return;
                	ereport(ERROR,
                			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                			 errmsg("shared memory block \"%s\" has another layout than this library of extension \"%s\" knows",
                					block->key, dynpgext_this.name),
                			 errdetail("The block has layout %08x, the library %08x.", found, block->layout),
                			 errhint("Drop the extension in every database that has it, or restart the server, to get a new block.")));
                }

                /* The lock of a block that has one. */
                static LWLock *
                lock_of(const dynpgext_block *block, char *memory)
                {
                	return (LWLock *) (memory + block->lock);
                }

                /*
                 * Look a block up in the loader, and remember its address.
                 */
                void *
                dynpgext_find_block(dynpgext_block *block)
                {
                	uint64_t	generation;
                	char	   *memory;

                	if (block->is_local && !OidIsValid(MyDatabaseId))
                		ereport(ERROR,
                				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                				 errmsg("shared memory block \"%s\" is one in each database, and this process is connected to none",
                						block->key)));
                	memory = dynpgext_look_up(block->key, &generation);
                	if (block->layout != 0)
                	{
                		check_layout(block, *(uint32 *) memory);
                		/* pairs with the barrier of make_block(); our loader's lock does, too */
                		pg_read_barrier();
                	}
                	/* a tranche's name is known only to the process that registers it */
                	if (block->lock != 0)
                		LWLockRegisterTranche(lock_of(block, memory)->tranche, block->lock_name);
                	block->memory = memory;
                	block->generation = generation;
                	return memory;
                }

                /*
                 * Set all elements of an atomic field to their initial value.
                 */
                static void
                set_atomics(const dynpgext_field *field, char *memory, bool initialize)
                {
                	for (uint32 i = 0; i < Max(field->count, 1); i++)
                	{
                		if (field->type == DYNPGEXT_ATOMIC_UINT32)
                		{
                			pg_atomic_uint32 *place = (pg_atomic_uint32 *) (memory + field->offset) + i;

                			if (initialize)
                				pg_atomic_init_u32(place, (uint32) field->initial);
                			else
                				pg_atomic_write_u32(place, (uint32) field->initial);
                		}
                		else
                		{
                			pg_atomic_uint64 *place = (pg_atomic_uint64 *) (memory + field->offset) + i;

                			if (initialize)
                				pg_atomic_init_u64(place, field->initial);
                			else
                				pg_atomic_write_u64(place, field->initial);
                		}
                	}
                }

                static bool
                is_atomic(const dynpgext_field *field)
                {
                	return field->type == DYNPGEXT_ATOMIC_UINT32 || field->type == DYNPGEXT_ATOMIC_UINT64;
                }

                /*
                 * Initialize a new block; the loader calls this.  The memory is zeroed here,
                 * because not every loader does so.  No code here may raise an ERROR, except
                 * in functions of the loader.
                 */
                static void
                initialize_block(void *memory, void *data)
                {
                	dynpgext_block *block = data;

                	memset(memory, 0, block->size);
                	if (block->lock != 0)
                		LWLockInitialize(lock_of(block, memory), dynpgext_tranche(block->lock_name));
                	for (int i = 0; i < block->field_count; i++)
                	{
                		if (is_atomic(&block->fields[i]))
                			set_atomics(&block->fields[i], memory, true);
                	}
                	if (block->initialize)
                		block->initialize(memory);

                	/* write the layout last: a process that reads it may use the block */
                	if (block->layout != 0)
                	{
                		pg_write_barrier();
                		*(uint32 *) memory = block->layout;
                	}
                }

                /*
                 * Set all fields of a block to their initial values.
                 */
                void
                dynpgext_reset_block(dynpgext_block *block)
                {
                	char	   *memory = dynpgext_attach(block);

                	if (block->lock != 0)
                		LWLockAcquire(lock_of(block, memory), LW_EXCLUSIVE);
                	for (int i = 0; i < block->field_count; i++)
                	{
                		const dynpgext_field *field = &block->fields[i];

                		if (is_atomic(field))
                			set_atomics(field, memory, false);
                		else
                			memset(memory + field->offset, 0, field->size * Max(field->count, 1));
                	}
                	if (block->initialize)
                		block->initialize(memory);
                	if (block->lock != 0)
                		LWLockRelease(lock_of(block, memory));
                }

                /*
                 * Ask the loader for every block.
                 */
                void
                dynpgext_request_blocks(const dynpgext_handle *handle)
                {
                	for (int i = 0; dynpgext_this.blocks[i] != NULL; i++)
                	{
                		dynpgext_block *block = dynpgext_this.blocks[i];
                		int			scope = block->is_local ? DYNPGEXT_SCOPE_DATABASE_LOCAL
                			: block->of_version ? DYNPGEXT_SCOPE_GLOBAL | DYNPGEXT_SCOPE_VERSION
                			: DYNPGEXT_SCOPE_GLOBAL;

                		handle->allocate_shmem(handle, block->key, CACHELINEALIGN(block->size),
                							   initialize_block, block, scope);
                	}
                }

                """##),
        File(
            path: "defaults.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * defaults.c
                 *	  Ignores ALTER DATABASE ... SET in workers that have more privileges than
                 *	  the owner of the database.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/htup_details.h"
                #include "catalog/pg_database.h"
                #include "utils/acl.h"
                #include "utils/guc_tables.h"
                #include "utils/memutils.h"
                #include "utils/syscache.h"

                #include "internal.h"

                /* The settings that any role may change, and their values before the connection. */
                static int	setting_count = 0;
                static struct config_generic **settings;
                static char **setting_values;

                /*
                 * Save the settings.  To be called before the process connects, which applies
                 * those of the database.
                 */
                void
                dynpgext_save_settings(void)
                {
                	int			count;
                	struct config_generic **all = DYNPGEXT_LIST_SETTINGS(&count);
                	MemoryContext memory = MemoryContextSwitchTo(TopMemoryContext);

                	settings = palloc(count * sizeof(*settings));
                	setting_values = palloc(count * sizeof(*setting_values));
                	for (int i = 0; i < count; i++)
                	{
                		const char *value = GetConfigOption(all[i]->name, true, false);

                		if (all[i]->context != PGC_USERSET || strchr(all[i]->name, '.') != NULL || value == NULL)
                			continue;
                		settings[setting_count] = all[i];
                		setting_values[setting_count++] = pstrdup(value);
                	}
                	MemoryContextSwitchTo(memory);
                }

                /*
                 * If the owner of the database does not have the privileges of the role, set
                 * what ALTER DATABASE ... SET has changed back to the saved values.  Return
                 * whether there was anything to reset.  Settings of extensions are left alone,
                 * because they are meant to be set for a database.
                 */
                bool
                dynpgext_reset_settings(Oid role)
                {
                	HeapTuple	tuple = SearchSysCache1(DATABASEOID, ObjectIdGetDatum(MyDatabaseId));
                	Oid			owner;
                	bool		forgot = false;

                	if (!HeapTupleIsValid(tuple))
                		elog(ERROR, "cache lookup failed for database %u", MyDatabaseId);
                	owner = ((Form_pg_database) GETSTRUCT(tuple))->datdba;
                	ReleaseSysCache(tuple);
                	if (has_privs_of_role(owner, role))
                		return false;
                	for (int i = 0; i < setting_count; i++)
                	{
                		if (settings[i]->source != PGC_S_DATABASE)
                			continue;
                		SetConfigOption(settings[i]->name, setting_values[i], PGC_SUSET, PGC_S_OVERRIDE);
                		forgot = true;
                	}
                	return forgot;
                }

                """##),
        File(
            path: "extension.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * extension.c
                 *	  What PostgreSQL and the loader call when they open the library.
                 *
                 * _PG_init() defines the settings, in each process that loads the library.
                 * _Dynpgext_init() requests blocks and workers from the loader.  The loader may
                 * call it in several processes, also in the middle of a commit; so it must not
                 * raise an ERROR.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "utils/guc.h"
                #include "utils/memutils.h"

                #include "dynpgext.h"
                #include "internal.h"

                extern PGDLLEXPORT void _PG_init(void);

                /*
                 * Return whether the caller has to define the setting.  A process may load the
                 * libraries of several versions, but PostgreSQL allows a setting to be defined
                 * only once.  The first library defines it, and publishes the address of its
                 * variable in a rendezvous variable for the others.
                 */
                bool
                dynpgext_claim_setting(const char *name, const char *type, void **variable)
                {
                	void	  **first = find_rendezvous_variable(psprintf("%s %s", name, type));

                	if (*first != NULL)
                	{
                		*variable = *first;
                		return false;
                	}
                	if (GetConfigOption(name, true, false) != NULL &&
                		(GetConfigOptionFlags(name, true) & GUC_CUSTOM_PLACEHOLDER) == 0)
                	{
                		ereport(WARNING,
                				(errmsg("parameter \"%s\" has its default here until you reconnect", name),
                				 errdetail("In this session another version of the library has defined it differently.")));
                		return false;
                	}
                	*first = *variable;
                	return true;
                }

                /*
                 * Define the setting that enables a worker.
                 */
                static void
                define_switch(const dynpgext_worker *worker)
                {
                	MemoryContext previous = MemoryContextSwitchTo(TopMemoryContext);
                	char	   *name = psprintf("%s.%s_enabled", dynpgext_this.name, worker->name);

                	if (worker->shared_enabled == NULL ||
                		dynpgext_claim_setting(name, "bool", (void **) worker->shared_enabled))
                		DefineCustomBoolVariable(name,
                								 psprintf("Lets the worker \"%s\" work.", worker->name),
                								 NULL,
                								 worker->shared_enabled != NULL ?
                								 *worker->shared_enabled : worker->enabled,
                								 true,
                								 PGC_SIGHUP, 0,
                								 NULL, NULL, NULL);
                	MemoryContextSwitchTo(previous);
                }

                void
                _PG_init(void)
                {
                	if (dynpgext_this.define_settings)
                		dynpgext_this.define_settings();
                	for (int i = 0; dynpgext_this.workers && dynpgext_this.workers[i]; i++)
                		define_switch(dynpgext_this.workers[i]);
                	MarkGUCPrefixReserved(dynpgext_this.name);
                }

                void
                _Dynpgext_init(const dynpgext_handle *handle)
                {
                	if (dynpgext_this.request_blocks)
                		dynpgext_this.request_blocks(handle);
                	if (dynpgext_this.request_workers)
                		dynpgext_this.request_workers(handle);
                }

                /*
                 * May the loader call _Dynpgext_init() while the server starts?
                 */
                bool
                _Dynpgext_eager_preload(void)
                {
                	return !dynpgext_this.no_eager_preload;
                }

                """##),
        File(
            path: "identity.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * identity.c
                 *	  The extension that a worker belongs to, and the role and search_path of
                 *	  its work.
                 *
                 * A worker exits with status 0 when its extension was dropped or has another
                 * version.  Its work runs as the owner of the extension, or as the role that the
                 * worker names, with the schema of the extension in search_path, as long as
                 * trust.c finds that schema safe.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/genam.h"
                #include "access/htup_details.h"
                #include "access/table.h"
                #include "catalog/indexing.h"
                #include "catalog/namespace.h"
                #include "catalog/pg_extension.h"
                #include "storage/ipc.h"
                #include "utils/acl.h"
                #include "utils/builtins.h"
                #include "utils/fmgroids.h"
                #include "utils/guc.h"
                #include "utils/lsyscache.h"
                #include "utils/memutils.h"
                #include "utils/rel.h"

                #include "internal.h"

                /*
                 * Read the row of this extension, or return false if there is none.
                 */
                static bool
                find_extension(ExtensionRow *row)
                {
                	Relation	relation = table_open(ExtensionRelationId, AccessShareLock);
                	ScanKeyData key;
                	SysScanDesc scan;
                	HeapTuple	tuple;
                	bool		found;

                	ScanKeyInit(&key, Anum_pg_extension_extname, BTEqualStrategyNumber, F_NAMEEQ,
                				CStringGetDatum(dynpgext_this.name));
                	scan = systable_beginscan(relation, ExtensionNameIndexId, true, NULL, 1, &key);
                	tuple = systable_getnext(scan);
                	found = HeapTupleIsValid(tuple);
                	if (found)
                	{
                		Form_pg_extension form = (Form_pg_extension) GETSTRUCT(tuple);
                		bool		isnull;

                		row->oid = form->oid;
                		row->owner = form->extowner;
                		row->schema = form->extnamespace;
                		row->version = TextDatumGetCString(heap_getattr(tuple, Anum_pg_extension_extversion,
                														RelationGetDescr(relation), &isnull));
                	}
                	systable_endscan(scan);
                	table_close(relation, AccessShareLock);
                	return found;
                }

                /*
                 * Raise an ERROR if the extension has a new owner whose privileges the former
                 * owner does not have.  The former owner may have left triggers and functions,
                 * which the worker would run as the new owner.
                 */
                static void
                check_new_owner(Oid former, Oid owner)
                {
                	char	   *name = GetUserNameFromId(former, true);

                	if (!has_privs_of_role(former, owner))
                		ereport(ERROR,
                				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
                				 errmsg("worker \"%s\" stays off: extension \"%s\" has been given to role \"%s\"",
                						MyBgworkerEntry->bgw_name, dynpgext_this.name,
                						GetUserNameFromId(owner, false)),
                				 errdetail("Role \"%s\" owned it before, and may have left triggers and functions.",
                						   name != NULL ? name : "(dropped)"),
                				 errhint("Look through them, then call dynpgext.restart().")));
                }

                /*
                 * Read the row of this extension.  If it is not the extension, or not the
                 * version, that the worker started with, exit and do not ask for a restart.  But
                 * a global worker starts again if other databases still have the extension, and
                 * waits until this one has it again.
                 */
                void
                dynpgext_check_extension(const dynpgext_worker *worker, ExtensionRow *row)
                {
                	static Oid	own_oid = InvalidOid;
                	static Oid	own_owner = InvalidOid;
                	static char *own_version = NULL;
                	bool		found = find_extension(row);

                	/* a global worker may run where the extension has not been created yet */
                	if (!found && own_version == NULL && !worker->is_local)
                		ereport(ERROR,
                				(errcode(ERRCODE_UNDEFINED_OBJECT),
                				 errmsg("extension \"%s\" does not exist in the database of worker \"%s\"",
                						dynpgext_this.name, MyBgworkerEntry->bgw_name),
                				 errhint("Create it there as well: its owner and schema are needed.")));
                	if (found && own_version == NULL)
                	{
                		own_oid = row->oid;
                		own_owner = dynpgext_first_owner(row);
                		own_version = MemoryContextStrdup(TopMemoryContext, row->version);
                	}
                	if (found && row->oid == own_oid && strcmp(row->version, own_version) == 0)
                	{
                		if (own_owner != row->owner)
                			check_new_owner(own_owner, row->owner);
                		own_owner = row->owner;
                		return;
                	}

                	ereport(LOG,
                			(errmsg("worker \"%s\" leaves: extension \"%s\" was dropped or has another version",
                					MyBgworkerEntry->bgw_name, dynpgext_this.name)));
                	AbortOutOfAnyTransaction();
                	proc_exit(worker->is_local || (found && strcmp(row->version, own_version) != 0) ? 0 : 1);
                }

                /*
                 * The search_path of the work, or an ERROR if the schema is not safe.
                 */
                char *
                dynpgext_safe_path(const ExtensionRow *row, Oid role)
                {
                	dynpgext_check_schema(row->schema, role);
                	return psprintf("pg_catalog, %s, pg_temp",
                					quote_identifier(get_namespace_name(row->schema)));
                }

                /*
                 * Switch to the role until the end of the transaction, with the schema of the
                 * extension in search_path.  The schema is checked again only after a change
                 * of the catalogs, and search_path is set only if its value differs, because
                 * each assignment makes the next statement look up all schemas in it.
                 */
                void
                dynpgext_switch_role(Oid role, const ExtensionRow *row)
                {
                	static char path[2 * NAMEDATALEN + 32];
                	static Oid	schema,
                				judged_role;
                	static uint64 judged = 0;	/* dynpgext_trust_changes() at the last check */

                	if (judged != dynpgext_trust_changes() || schema != row->schema || judged_role != role)
                	{
                		uint64		before = dynpgext_trust_changes();

                		if (dynpgext_reset_settings(role))
                		{
                			/* defaults of transactions take effect when one begins */
                			dynpgext_commit_transaction();
                			dynpgext_begin_transaction();
                		}
                		strlcpy(path, dynpgext_safe_path(row, role), sizeof(path));
                		schema = row->schema;
                		judged_role = role;
                		judged = before;
                	}
                	if (strcmp(namespace_search_path, path) != 0)
                		SetConfigOption("search_path", path, PGC_USERSET, PGC_S_SESSION);
                	dynpgext_set_user(role);
                }

                /*
                 * The role that a worker does its work as.
                 */
                Oid
                dynpgext_role(const dynpgext_worker *worker, const ExtensionRow *row)
                {
                	return worker->role != NULL ? get_role_oid(worker->role, false) : row->owner;
                }

                """##),
        File(
            path: "interface_1.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * interface_1.c
                 *	  What only revision 1 of the Dynpgext interface has.
                 *
                 * An extension carries one of these files, for the revision that it speaks.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #define DYNPGEXT_REVISION 1
                #include "dynpgext.h"
                #include "internal.h"

                DYNPGEXT_MAGIC;

                /* Asks the loader for a worker. */
                void
                dynpgext_register_worker(const dynpgext_handle *handle, BackgroundWorker *bgw, int flags)
                {
                	handle->register_bgworker(handle, bgw, NULL, NULL, flags);
                }

                """##),
        File(
            path: "interface_2.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * interface_2.c
                 *	  What only revision 2 of the Dynpgext interface has.
                 *
                 * An extension carries one of these files, for the revision that it speaks.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #define DYNPGEXT_REVISION 2
                #include "dynpgext.h"
                #include "internal.h"

                DYNPGEXT_MAGIC;

                /* Asks the loader for a worker. */
                void
                dynpgext_register_worker(const dynpgext_handle *handle, BackgroundWorker *bgw, int flags)
                {
                	handle->register_bgworker(handle, bgw, flags);
                }

                """##),
        File(
            path: "internal.h",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * internal.h
                 *	  Declarations that only the files of the runtime use.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_INTERNAL_H
                #define DYNPGEXT_INTERNAL_H

                #include "runtime.h"

                #include "pg_compat.h"

                #pragma GCC visibility push(hidden)

                /* Offset in bgw_extra of the number of a process among those of its worker. */
                #define INSTANCE_OFFSET (BGW_EXTRALEN - (int) sizeof(int))

                /* What a worker needs of its extension's row in pg_extension. */
                typedef struct ExtensionRow
                {
                	Oid			oid;
                	Oid			owner;
                	Oid			schema;
                	char	   *version;
                } ExtensionRow;

                /* interface_1.c or interface_2.c */
                extern void dynpgext_register_worker(const struct dynpgext_handle *handle,
                									 BackgroundWorker *bgw, int flags);

                /* loader.c */
                extern void *dynpgext_look_up(const char *key, uint64_t *generation);
                extern int	dynpgext_tranche(const char *name);
                extern Oid	dynpgext_first_owner(const ExtensionRow *row);

                /* status.c */

                /* The row of this process, and the table that holds it. */
                extern dynpgext_status_table *dynpgext_table;
                extern dynpgext_status *dynpgext_my_row;

                extern dynpgext_status_table *dynpgext_worker_table(const dynpgext_worker *worker);
                extern int	dynpgext_my_instance(void);
                extern void dynpgext_find_row(const dynpgext_worker *worker);
                extern void dynpgext_report_state(dynpgext_state state, TimestampTz next);
                extern void dynpgext_report_error(const char *message);
                extern void dynpgext_release_row(int code, Datum arg);

                /* worker.c */
                extern void dynpgext_accept_signals(void);
                extern void dynpgext_override_settings(void);
                extern void dynpgext_defer_shutdown(const dynpgext_worker *worker);

                /* tick.c */
                extern void dynpgext_register_cancel(const dynpgext_worker *worker);
                extern bool dynpgext_run_tick(const dynpgext_worker *worker, dynpgext_tick tick,
                							  dynpgext_context *context, MemoryContext memory);

                /* transaction.c */
                extern void dynpgext_begin_transaction(void);
                extern void dynpgext_commit_transaction(void);
                extern void dynpgext_report_running(const char *query);
                extern void dynpgext_set_user(Oid role);

                /* trust.c */
                extern void dynpgext_check_schema(Oid schema, Oid role);
                extern uint64 dynpgext_trust_changes(void);

                /* defaults.c */
                extern void dynpgext_save_settings(void);
                extern bool dynpgext_reset_settings(Oid role);

                /* identity.c */

                extern void dynpgext_check_extension(const dynpgext_worker *worker, ExtensionRow *row);
                extern char *dynpgext_safe_path(const ExtensionRow *row, Oid role);
                extern Oid	dynpgext_role(const dynpgext_worker *worker, const ExtensionRow *row);
                extern void dynpgext_switch_role(Oid role, const ExtensionRow *row);

                /* rows.c */

                /* A column of a view as this library knows it. */
                typedef struct Column
                {
                	const char *name;
                	Oid			type;
                } Column;

                extern Datum dynpgext_make_row(FunctionCallInfo fcinfo, const Column *columns, int count,
                							   Datum *values, bool *nulls);

                #pragma GCC visibility pop

                #endif							/* DYNPGEXT_INTERNAL_H */

                """##),
        File(
            path: "loader.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * loader.c
                 *	  Calls to the loader at run time.
                 *
                 * The loader may be loaded after this library, so each lookup searches for it,
                 * instead of the dynamic linker when this library is loaded.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include <dlfcn.h>

                #include "commands/extension.h"
                #include "utils/guc.h"

                #include "dynpgext.h"
                #include "internal.h"

                /* The generation of a loader that has none: it never removes a block. */
                static const uint64_t nothing_removed = 0;
                const volatile uint64_t *dynpgext_current_generation = &nothing_removed;

                /* What a lookup needs of the loader. */
                typedef struct LoaderAccess
                {
                	void	   *(*lookup) (const char *name);	/* NULL: there is no loader */
                	const volatile uint64_t *generation;
                } LoaderAccess;

                /*
                 * Find the loader.  An older one has no rendezvous variable: it exports the
                 * lookup function, and perhaps the generation.
                 */
                static LoaderAccess
                find_loader(void)
                {
                	const dynpgext_loader *loader = dynpgext_find_loader();
                	const volatile uint64_t *const *exported;
                	LoaderAccess found = {NULL, &nothing_removed};

                	if (DYNPGEXT_LOADER_HAS(loader, generation))
                	{
                		found.lookup = loader->lookup_shmem;
                		found.generation = *loader->generation;
                		return found;
                	}
                	found.lookup = (void *(*) (const char *)) dlsym(RTLD_DEFAULT, "dynpgext_lookup_shmem");
                	exported = dlsym(RTLD_DEFAULT, "dynpgext_generation");
                	if (exported != NULL)
                		found.generation = *exported;
                	return found;
                }

                /*
                 * Raise an ERROR if no block can be looked up in this process.
                 */
                static void
                check_loader(const char *key, bool found)
                {
                	const char *hint = "Add \"dynpgext\" to \"shared_preload_libraries\" and restart the server.";

                	if (IsPostmasterEnvironment && !IsUnderPostmaster)
                		ereport(ERROR,
                				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                				 errmsg("shared memory block \"%s\" cannot be used by the postmaster", key),
                				 errhint("Use it in sessions and background workers.")));
                	if (!found)
                		ereport(ERROR,
                				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                				 errmsg("shared memory block \"%s\" needs a Dynpgext loader", key),
                				 errhint("%s", hint)));
                	if (GetConfigOption("dynpgext.loader_present", true, false) == NULL)
                		ereport(ERROR,
                				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                				 errmsg("shared memory block \"%s\" needs a Dynpgext loader that is preloaded", key),
                				 errdetail("The loader was loaded after the server had started."),
                				 errhint("%s", hint)));
                }

                /*
                 * Look a block up, or raise an ERROR that tells why there is none.  *generation
                 * is set to the loader's generation before the lookup.
                 */
                void *
                dynpgext_look_up(const char *key, uint64_t *generation)
                {
                	LoaderAccess loader = find_loader();
                	const char *name = dynpgext_this.name;
                	void	   *memory;

                	check_loader(key, loader.lookup != NULL);
                	*generation = *loader.generation;
                	memory = loader.lookup(key);
                	if (memory == NULL)
                		ereport(ERROR,
                				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                				 errmsg("shared memory block \"%s\" does not exist here", key),
                				 IsTransactionState() && OidIsValid(get_extension_oid(name, true)) ?
                				 errhint("The loader has refused extension \"%s\"; the server log and the view dynpgext.extensions say why.",
                						 name) :
                				 OidIsValid(MyDatabaseId) ?
                				 errhint("Create extension \"%s\" in this database.", name) :
                				 errhint("Create extension \"%s\" in any database.", name)));
                	dynpgext_current_generation = loader.generation;
                	return memory;
                }

                /*
                 * The first owner of this extension that the loader knows.  It may have been given
                 * away while no worker ran.
                 */
                Oid
                dynpgext_first_owner(const ExtensionRow *row)
                {
                	const dynpgext_loader *loader = dynpgext_find_loader();
                	Oid			owner = DYNPGEXT_LOADER_HAS(loader, first_owner) ?
                		loader->first_owner(row->oid) : InvalidOid;

                	return OidIsValid(owner) ? owner : row->owner;
                }

                /*
                 * The tranche ID for a lock's name, the same in the whole server.  An older
                 * loader does not assign it; then each block gets an ID when it is initialized.
                 */
                int
                dynpgext_tranche(const char *name)
                {
                	const dynpgext_loader *loader = dynpgext_find_loader();

                	return DYNPGEXT_LOADER_HAS(loader, lock_tranche) ? loader->lock_tranche(name)
                		: DYNPGEXT_NEW_TRANCHE(name);
                }

                """##),
        File(
            path: "pg_compat.h",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * pg_compat.h
                 *	  What differs between the supported versions of PostgreSQL.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_PG_COMPAT_H
                #define DYNPGEXT_PG_COMPAT_H

                #include "fmgr.h"
                #include "utils/guc.h"

                #if PG_VERSION_NUM < 130000
                #error "PostgreSQL 13 or later is required"
                #endif

                /* 14 moved the report of activity and the wait events out of pgstat.h */
                #if PG_VERSION_NUM >= 140000
                #include "utils/backend_status.h"
                #include "utils/wait_event.h"
                #endif
                #include "pgstat.h"

                /* 19 gives a lock tranche its name once for the whole server */
                #if PG_VERSION_NUM >= 190000
                #define LWLockRegisterTranche(tranche, name) ((void) 0)
                #define DYNPGEXT_NEW_TRANCHE(name) LWLockNewTrancheId(name)
                #else
                #define DYNPGEXT_NEW_TRANCHE(name) LWLockNewTrancheId()
                #endif

                /* 14 can describe objects that may be missing, and renamed predefined roles */
                #if PG_VERSION_NUM < 140000
                #define ROLE_PG_READ_ALL_STATS DEFAULT_ROLE_READ_ALL_STATS
                #define DYNPGEXT_DESCRIBE_OBJECT(object) getObjectDescription(object)
                #else
                #define DYNPGEXT_DESCRIBE_OBJECT(object) getObjectDescription(object, true)
                #endif

                /* 15 renamed the function that analyzes a statement with fixed parameters */
                #if PG_VERSION_NUM < 150000
                #define pg_analyze_and_rewrite_fixedparams pg_analyze_and_rewrite
                #endif

                /* 16 keeps its settings in a hash table */
                #if PG_VERSION_NUM < 160000
                #define DYNPGEXT_LIST_SETTINGS(count) \
                	(*(count) = GetNumConfigOptions(), get_guc_variables())
                #else
                #define DYNPGEXT_LIST_SETTINGS(count) get_guc_variables(count)
                #endif

                /* 17 has custom wait events for extensions, and MyProcNumber */
                #if PG_VERSION_NUM < 170000
                #define WaitEventExtensionNew(name) PG_WAIT_EXTENSION
                #define MyProcNumber (MyProc->pgprocno)
                #endif

                /* 17 lets a worker connect as a role that cannot log in */
                #ifndef BGWORKER_BYPASS_ROLELOGINCHECK
                #define BGWORKER_BYPASS_ROLELOGINCHECK 0
                #endif

                /* 15 keeps no state of SPI outside of transactions; 18 has asynchronous I/O */
                #if PG_VERSION_NUM < 150000
                #include "executor/spi.h"
                #else
                #define SPICleanup() ((void) 0)
                #endif
                #if PG_VERSION_NUM >= 180000
                #include "storage/aio_subsys.h"
                #else
                #define pgaio_error_cleanup() ((void) 0)
                #endif

                /* 17 can synchronize replication slots with the primary */
                #if PG_VERSION_NUM >= 170000
                #define DYNPGEXT_DROP_TEMPORARY_SLOTS() ReplicationSlotCleanup(false)
                #else
                #define DYNPGEXT_DROP_TEMPORARY_SLOTS() ReplicationSlotCleanup()
                #endif

                /* 18 removed the argument run_once of PortalRun() */
                #if PG_VERSION_NUM >= 180000
                #define DYNPGEXT_RUN_PORTAL(portal, receiver) \
                	PortalRun(portal, FETCH_ALL, true, receiver, receiver, NULL)
                #else
                #define DYNPGEXT_RUN_PORTAL(portal, receiver) \
                	PortalRun(portal, FETCH_ALL, true, true, receiver, receiver, NULL)
                #endif

                /* 15 reserves the prefix of settings; before, unknown ones only get a warning */
                #if PG_VERSION_NUM < 150000
                #define MarkGUCPrefixReserved(prefix) EmitWarningsOnPlaceholders(prefix)
                #endif

                /* 18 has a name and a version in the magic block of a module */
                #if PG_VERSION_NUM >= 180000
                #define DYNPGEXT_MODULE_MAGIC(name_, version_) \
                	PG_MODULE_MAGIC_EXT(.name = (name_), .version = (version_))
                #else
                #define DYNPGEXT_MODULE_MAGIC(name_, version_) PG_MODULE_MAGIC
                #endif

                #endif							/* DYNPGEXT_PG_COMPAT_H */

                """##),
        File(
            path: "requests.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * requests.c
                 *	  Requests the workers from the loader.  No code here may raise an ERROR.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "dynpgext.h"
                #include "internal.h"

                /*
                 * Fill in the BackgroundWorker for one process of a worker.  Return false if the
                 * name of the library is too long.
                 */
                static bool
                describe_worker(const dynpgext_handle *handle, const dynpgext_worker *worker, int instance,
                				BackgroundWorker *bgw)
                {
                	memset(bgw, 0, sizeof(*bgw));
                	snprintf(bgw->bgw_type, sizeof(bgw->bgw_type), "%s %s", dynpgext_this.name, worker->name);
                	if (instance > 0)
                		snprintf(bgw->bgw_name, sizeof(bgw->bgw_name), "%s %s %d",
                				 dynpgext_this.name, worker->name, instance);
                	else
                		strlcpy(bgw->bgw_name, bgw->bgw_type, sizeof(bgw->bgw_name));
                	strlcpy(bgw->bgw_function_name, worker->main, sizeof(bgw->bgw_function_name));
                	bgw->bgw_flags = BGWORKER_SHMEM_ACCESS;
                	if (worker->connect != DYNPGEXT_NO_CONNECTION)
                		bgw->bgw_flags |= BGWORKER_BACKEND_DATABASE_CONNECTION;
                	bgw->bgw_start_time = worker->start;
                	bgw->bgw_restart_time = BGW_NEVER_RESTART;	/* the loader restarts it */
                	bgw->bgw_main_arg = Int32GetDatum(worker->argument);
                	if (worker->extra != NULL)
                		strlcpy(bgw->bgw_extra, worker->extra, sizeof(bgw->bgw_extra));
                	memcpy(bgw->bgw_extra + INSTANCE_OFFSET, &instance, sizeof(instance));
                	return strlcpy(bgw->bgw_library_name, handle->library_name,
                				   sizeof(bgw->bgw_library_name)) < sizeof(bgw->bgw_library_name);
                }

                static void
                request_worker(const dynpgext_handle *handle, const dynpgext_worker *worker, int instance)
                {
                	BackgroundWorker bgw;
                	int			flags = worker->is_local ? DYNPGEXT_SCOPE_DATABASE_LOCAL : DYNPGEXT_SCOPE_GLOBAL;

                	if (!describe_worker(handle, worker, instance, &bgw))
                	{
                		ereport(WARNING,
                				(errcode(ERRCODE_NAME_TOO_LONG),
                				 errmsg("worker \"%s\" cannot start: the name of its library is too long",
                						bgw.bgw_name),
                				 errdetail("The library is \"%s\".", handle->library_name)));
                		return;
                	}
                	if (worker->notify)
                		flags |= DYNPGEXT_REGISTER_BGWORKER_NOTIFY;
                	dynpgext_register_worker(handle, &bgw, flags);
                }

                /*
                 * Request all processes of all workers.
                 */
                void
                dynpgext_request_workers(const dynpgext_handle *handle)
                {
                	for (int i = 0; dynpgext_this.workers[i] != NULL; i++)
                	{
                		const dynpgext_worker *worker = dynpgext_this.workers[i];

                		if (worker->instances == 0)
                			request_worker(handle, worker, 0);
                		for (int instance = 1; instance <= worker->instances; instance++)
                			request_worker(handle, worker, instance);
                	}
                }

                """##),
        File(
            path: "rows.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * rows.c
                 *	  The rows of the views of blocks and workers.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/htup_details.h"
                #include "catalog/pg_type.h"
                #include "funcapi.h"
                #include "utils/array.h"
                #include "utils/builtins.h"
                #include "utils/timestamp.h"

                #include "internal.h"

                /* The SQL type that shows a field, and what construct_md_array() needs of it. */
                typedef struct TypeInfo
                {
                	Oid			type;
                	Oid			array;
                	int16		length;
                	bool		by_value;
                	char		alignment;
                } TypeInfo;

                /* In the order of dynpgext_type.  64-bit unsigned numbers are shown as numeric. */
                static const TypeInfo types[] = {
                	{BOOLOID, BOOLARRAYOID, 1, true, TYPALIGN_CHAR},
                	{INT2OID, INT2ARRAYOID, 2, true, TYPALIGN_SHORT},
                	{INT4OID, INT4ARRAYOID, 4, true, TYPALIGN_INT},
                	{INT8OID, INT8ARRAYOID, 8, FLOAT8PASSBYVAL, TYPALIGN_DOUBLE},
                	{INT8OID, INT8ARRAYOID, 8, FLOAT8PASSBYVAL, TYPALIGN_DOUBLE},
                	{NUMERICOID, NUMERICARRAYOID, -1, false, TYPALIGN_INT},
                	{FLOAT4OID, FLOAT4ARRAYOID, 4, true, TYPALIGN_INT},
                	{FLOAT8OID, FLOAT8ARRAYOID, 8, FLOAT8PASSBYVAL, TYPALIGN_DOUBLE},
                	{OIDOID, OIDARRAYOID, 4, true, TYPALIGN_INT},
                	{TIMESTAMPTZOID, TIMESTAMPTZARRAYOID, 8, FLOAT8PASSBYVAL, TYPALIGN_DOUBLE},
                	{TEXTOID, TEXTARRAYOID, -1, false, TYPALIGN_INT},
                	{BYTEAOID, BYTEAARRAYOID, -1, false, TYPALIGN_INT},
                	{NUMERICOID, NUMERICARRAYOID, -1, false, TYPALIGN_INT},
                	{NUMERICOID, NUMERICARRAYOID, -1, false, TYPALIGN_INT}
                };

                /*
                 * Raise an ERROR if the view does not have the columns that this library
                 * returns.  Around an ALTER EXTENSION UPDATE a session may have loaded the
                 * library of another version than the view is of.
                 */
                static void
                check_columns(TupleDesc tupdesc, const Column *columns, int count)
                {
                	bool		same = tupdesc->natts == count;

                	for (int i = 0; same && i < count; i++)
                	{
                		Form_pg_attribute attribute = TupleDescAttr(tupdesc, i);

                		same = attribute->atttypid == columns[i].type &&
                			strcmp(NameStr(attribute->attname), columns[i].name) == 0;
                	}
                	if (!same)
                		ereport(ERROR,
                				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                				 errmsg("this view and the loaded library of extension \"%s\" are of two versions",
                						dynpgext_this.name),
                				 errhint("Reconnect; if that does not help, run ALTER EXTENSION ... UPDATE.")));
                }

                /*
                 * The result of a function that returns a row.
                 */
                Datum
                dynpgext_make_row(FunctionCallInfo fcinfo, const Column *columns, int count, Datum *values,
                				  bool *nulls)
                {
                	TupleDesc	tupdesc;

                	if (get_call_result_type(fcinfo, NULL, &tupdesc) != TYPEFUNC_COMPOSITE)
                		elog(ERROR, "return type must be a row type");
                	check_columns(tupdesc, columns, count);
                	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(tupdesc), values, nulls));
                }

                static Datum
                uint64_to_numeric(uint64 value)
                {
                	char		digits[32];

                	snprintf(digits, sizeof(digits), UINT64_FORMAT, value);
                	return DirectFunctionCall3(numeric_in, CStringGetDatum(digits),
                							   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
                }

                /*
                 * The value of a field, or of an element of it, at this address.
                 */
                static Datum
                value_at(const dynpgext_field *field, char *place)
                {
                	switch (field->type)
                	{
                		case DYNPGEXT_BOOL:
                			return BoolGetDatum(*(bool *) place);
                		case DYNPGEXT_INT2:
                			return Int16GetDatum(*(int16 *) place);
                		case DYNPGEXT_INT4:
                			return Int32GetDatum(*(int32 *) place);
                		case DYNPGEXT_INT8:
                			return Int64GetDatum(*(int64 *) place);
                		case DYNPGEXT_UINT4:
                			return Int64GetDatum((int64) *(uint32 *) place);
                		case DYNPGEXT_UINT8:
                			return uint64_to_numeric(*(uint64 *) place);
                		case DYNPGEXT_FLOAT4:
                			return Float4GetDatum(*(float4 *) place);
                		case DYNPGEXT_FLOAT8:
                			return Float8GetDatum(*(float8 *) place);
                		case DYNPGEXT_OID:
                			return ObjectIdGetDatum(*(Oid *) place);
                		case DYNPGEXT_TIMESTAMPTZ:
                			return TimestampTzGetDatum(*(TimestampTz *) place);
                		case DYNPGEXT_TEXT:
                			return PointerGetDatum(cstring_to_text_with_len(place, strnlen(place, field->size)));
                		case DYNPGEXT_BYTES:
                			return PointerGetDatum(cstring_to_text_with_len(place, field->size));
                		case DYNPGEXT_ATOMIC_UINT32:
                			return uint64_to_numeric(pg_atomic_read_u32((pg_atomic_uint32 *) place));
                		case DYNPGEXT_ATOMIC_UINT64:
                			return uint64_to_numeric(pg_atomic_read_u64((pg_atomic_uint64 *) place));
                	}
                	elog(ERROR, "unknown type %d of field \"%s\"", (int) field->type, field->name);
                }

                /* A timestamp that was never set is shown as null. */
                static bool
                is_null(const dynpgext_field *field, char *place)
                {
                	return field->type == DYNPGEXT_TIMESTAMPTZ && *(TimestampTz *) place == 0;
                }

                static Datum
                array_at(const dynpgext_field *field, char *place)
                {
                	const TypeInfo *type = &types[field->type];
                	int			count = (int) field->count;
                	int			lower_bound = 1;
                	Datum	   *elements = palloc(count * sizeof(Datum));
                	bool	   *nulls = palloc(count * sizeof(bool));

                	for (int i = 0; i < count; i++)
                	{
                		elements[i] = value_at(field, place + i * field->size);
                		nulls[i] = is_null(field, place + i * field->size);
                	}
                	return PointerGetDatum(construct_md_array(elements, nulls, 1, &count, &lower_bound,
                											  type->type, type->length, type->by_value,
                											  type->alignment));
                }

                /*
                 * A consistent copy of a block, made under its lock.  Atomic fields are copied
                 * again with pg_atomic_read_...(), because memcpy() may tear them.
                 */
                static char *
                copy_locked(const dynpgext_block *block, char *memory)
                {
                	char	   *copy = palloc(block->size);
                	LWLock	   *lock = (LWLock *) (memory + block->lock);

                	LWLockAcquire(lock, LW_SHARED);
                	memcpy(copy, memory, block->size);
                	for (int i = 0; i < block->field_count; i++)
                	{
                		const dynpgext_field *field = &block->fields[i];

                		for (uint32 j = 0; j < Max(field->count, 1); j++)
                		{
                			uint32		offset = field->offset + j * field->size;

                			if (field->type == DYNPGEXT_ATOMIC_UINT32)
                				pg_atomic_init_u32((pg_atomic_uint32 *) (copy + offset),
                								   pg_atomic_read_u32((pg_atomic_uint32 *) (memory + offset)));
                			else if (field->type == DYNPGEXT_ATOMIC_UINT64)
                				pg_atomic_init_u64((pg_atomic_uint64 *) (copy + offset),
                								   pg_atomic_read_u64((pg_atomic_uint64 *) (memory + offset)));
                		}
                	}
                	LWLockRelease(lock);
                	return copy;
                }

                /*
                 * The row of a block's view.
                 */
                Datum
                dynpgext_block_row(FunctionCallInfo fcinfo, dynpgext_block *block)
                {
                	int			count = block->field_count;
                	Column	   *columns = palloc(count * sizeof(Column));
                	Datum	   *values = palloc(count * sizeof(Datum));
                	bool	   *nulls = palloc0(count * sizeof(bool));
                	char	   *memory = dynpgext_attach(block);

                	if (block->lock != 0)
                		memory = copy_locked(block, memory);
                	for (int i = 0; i < count; i++)
                	{
                		const dynpgext_field *field = &block->fields[i];
                		char	   *place = memory + field->offset;

                		columns[i].name = field->name;
                		columns[i].type = field->count > 0 ? types[field->type].array : types[field->type].type;
                		if (field->count > 0)
                			values[i] = array_at(field, place);
                		else
                		{
                			values[i] = value_at(field, place);
                			nulls[i] = is_null(field, place);
                		}
                	}
                	return dynpgext_make_row(fcinfo, columns, count, values, nulls);
                }

                """##),
        File(
            path: "runtime.h",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * runtime.h
                 *	  Declarations of the runtime for the generated code and for your hooks.
                 *
                 * The files of this directory are the same in every extension that
                 * dynpgext-gen writes.  They belong to the extension: none of their functions
                 * is exported, so a process may have several extensions open that carry
                 * different versions of them.
                 *
                 * Your code uses dynpgext_context, and the functions that the macros below
                 * declare for each block.  The rest describes the extension to the runtime.
                 *
                 *-------------------------------------------------------------------------
                 */
                #ifndef DYNPGEXT_RUNTIME_H
                #define DYNPGEXT_RUNTIME_H

                #include <stdint.h>

                #include "access/xact.h"
                #include "datatype/timestamp.h"
                #include "fmgr.h"
                #include "miscadmin.h"
                #include "port/atomics.h"
                #include "postmaster/bgworker.h"
                #include "storage/lwlock.h"

                struct dynpgext_handle;

                /* The version of these files; there is no compatibility between versions. */
                #define DYNPGEXT_RUNTIME_VERSION 1

                /*
                 * Not exported: the dynamic linker could bind one library's calls to another
                 * library's runtime.
                 */
                #pragma GCC visibility push(hidden)

                /*
                 * Ticks
                 */

                /*
                 * The argument of a hook.  The struct, and memory that the hook allocates with
                 * palloc(), are freed at the end of the tick.  An ERROR ends the tick, and aborts
                 * its transaction if it has one.  SIGTERM, a cancel and the timeout take effect
                 * when the hook calls CHECK_FOR_INTERRUPTS(), so call it in loops.
                 *
                 * A hook that catches the cancel of its timeout, with PG_TRY(), must return within
                 * 5 seconds.  Otherwise its process is ended, and the loader restarts the worker.
                 */
                typedef struct dynpgext_context
                {
                	uint64		tick;			/* ticks of this process before this one */
                	TimestampTz due;			/* when this tick was due */
                	bool		in_recovery;	/* transactions are read-only */
                	int			instance;		/* from 1; 0 if the worker has one process */
                	int32		argument;		/* "arg" of the spec */
                	const char *extra;			/* "extra" of the spec */
                } dynpgext_context;

                /*
                 * Blocks of shared memory
                 */

                /* The type of a field. */
                typedef enum dynpgext_type
                {
                	DYNPGEXT_BOOL,
                	DYNPGEXT_INT2,
                	DYNPGEXT_INT4,
                	DYNPGEXT_INT8,
                	DYNPGEXT_UINT4,
                	DYNPGEXT_UINT8,
                	DYNPGEXT_FLOAT4,
                	DYNPGEXT_FLOAT8,
                	DYNPGEXT_OID,
                	DYNPGEXT_TIMESTAMPTZ,
                	DYNPGEXT_TEXT,
                	DYNPGEXT_BYTES,
                	DYNPGEXT_ATOMIC_UINT32,
                	DYNPGEXT_ATOMIC_UINT64
                } dynpgext_type;

                /* A field of a block, and the column of its view. */
                typedef struct dynpgext_field
                {
                	const char *name;
                	dynpgext_type type;
                	uint32		offset;			/* from the start of the block */
                	uint32		size;			/* bytes of the field, or of each element */
                	uint32		count;			/* elements of an array; 0: not an array */
                	uint64		initial;		/* of an atomic field */
                } dynpgext_field;

                /* A block: its address in this process, and its description. */
                typedef struct dynpgext_block
                {
                	void	   *memory;
                	uint64_t	generation;		/* the loader's generation before the lookup */

                	const char *key;			/* its name in the loader */
                	Size		size;
                	bool		is_local;		/* one in each database, not one in the server */
                	bool		of_version;		/* global, but one for each version */
                	uint32		layout;			/* its first 4 bytes, checked by lookups; 0:
                								 * none */
                	uint32		lock;			/* offset of its lock; 0: none */
                	const char *lock_name;		/* in pg_stat_activity */
                	const dynpgext_field *fields;
                	int			field_count;
                	void		(*initialize) (void *memory);	/* your hook, or NULL; the
                												 * memory is zeroed */
                } dynpgext_block;

                /* The generation of a block that this process has not looked up yet. */
                #define DYNPGEXT_NOT_FOUND PG_UINT64_MAX

                /*
                 * The loader's number: it changes when a block has been removed.  It is read
                 * without a lock or a barrier.  Who reads an old one uses the old block, which
                 * stays mapped until the transaction ends; and whoever knows of the removal, by
                 * a lock or a snapshot, has passed a barrier after it.  dynpgext_look_up() reads
                 * it before the lookup, whose lock keeps the two in order, so that a block is
                 * never taken for newer than it is.
                 */
                extern const volatile uint64_t *dynpgext_current_generation;

                extern void *dynpgext_find_block(dynpgext_block *block);
                extern void dynpgext_reset_block(dynpgext_block *block);
                extern Datum dynpgext_block_row(FunctionCallInfo fcinfo, dynpgext_block *block);

                /* The memory of a block, or an ERROR that says why there is none. */
                static inline void *
                dynpgext_attach(dynpgext_block *block)
                {
                	if (unlikely(block->generation != *dynpgext_current_generation))
                		return dynpgext_find_block(block);
                	return block->memory;
                }

                /* Declares TYPE_attach() for the block of this type. */
                #define DYNPGEXT_DECLARE_BLOCK(type) \
                extern dynpgext_block type##_here; \
                static inline type * \
                type##_attach(void) \
                { \
                	return dynpgext_attach(&type##_here); \
                } \
                extern int no_such_variable

                /* Declares TYPE_lock() and TYPE_unlock(), too. */
                #define DYNPGEXT_DECLARE_LOCKED_BLOCK(type) \
                DYNPGEXT_DECLARE_BLOCK(type); \
                static inline type * \
                type##_lock(LWLockMode mode) \
                { \
                	type	   *block = type##_attach(); \
                \
                	LWLockAcquire(&block->lock, mode); \
                	return block; \
                } \
                static inline void \
                type##_unlock(type *block) \
                { \
                	LWLockRelease(&block->lock); \
                } \
                extern int no_such_variable

                /*
                 * The compiler must place the members of a block at the offsets that the header
                 * of the block documents, because libraries of other versions use them, too.
                 */
                #if MAXIMUM_ALIGNOF == 8 && !defined(LOCK_DEBUG)
                #define DYNPGEXT_EXPECT_MEMBER(block, member, offset, size) \
                	StaticAssertDecl(offsetof(block, member) == (offset) && \
                					 sizeof(((block *) NULL)->member) == (size), \
                					 #block "." #member " is not where the header says")
                #define DYNPGEXT_EXPECT_SIZE(block, size) \
                	StaticAssertDecl(sizeof(block) == (size), #block " has another size")
                #else
                #define DYNPGEXT_EXPECT_MEMBER(block, member, offset, size) extern int no_such_variable
                #define DYNPGEXT_EXPECT_SIZE(block, size) extern int no_such_variable
                #endif

                /*
                 * Workers
                 */

                /* What a worker connects to. */
                typedef enum dynpgext_connection
                {
                	DYNPGEXT_NO_CONNECTION,
                	DYNPGEXT_OWN_DATABASE,
                	DYNPGEXT_NAMED_DATABASE,
                	DYNPGEXT_SHARED_CATALOGS
                } dynpgext_connection;

                typedef struct dynpgext_worker dynpgext_worker;

                /* A way to run a tick; it fails with an ERROR, or by returning false. */
                typedef bool (*dynpgext_tick) (const dynpgext_worker *worker, dynpgext_context *context);

                extern bool dynpgext_tick_alone(const dynpgext_worker *worker, dynpgext_context *context);
                extern bool dynpgext_tick_in_transaction(const dynpgext_worker *worker, dynpgext_context *context);
                extern bool dynpgext_tick_by_statement(const dynpgext_worker *worker, dynpgext_context *context);
                extern bool dynpgext_tick_in_session(const dynpgext_worker *worker, dynpgext_context *context);

                /* A worker, as its spec describes it. */
                struct dynpgext_worker
                {
                	const char *name;
                	const char *main;			/* its main function */
                	const char *session;		/* that of its sessions, or NULL */
                	bool		is_local;		/* one in each database, not one in the server */
                	dynpgext_connection connect;
                	const char *database;		/* if DYNPGEXT_NAMED_DATABASE */
                	const char *role;			/* runs the work; NULL: the extension's owner */
                	BgWorkerStartTime start;
                	bool		notify;
                	int			instances;		/* 0: one, without a number */
                	int32		argument;
                	const char *extra;

                	bool	   *enabled;		/* the setting that enables it */
                	bool	  **shared_enabled; /* the same, shared by several versions */
                	const int  *every;			/* milliseconds; NULL: ticks only when woken */
                	int		  **shared_every;
                	bool		once;			/* exit after the first tick that succeeds */
                	int			timeout;		/* milliseconds of a tick; 0: no limit */
                	bool		finish;			/* finish the tick after SIGTERM */
                	int			backoff;		/* milliseconds after a failed tick; doubles */
                	int			backoff_max;
                	int			give_up_after;	/* failed ticks in a row; 0: never */

                	dynpgext_tick tick;
                	void		(*run) (dynpgext_context *context); /* your hook, or NULL */
                	const char *run_name;		/* its name */
                	const char *const *statements;	/* or SQL, terminated by NULL */

                	bool		is_shown;		/* in the view of workers */
                	int			row;			/* index of its first row in the status block */
                };

                /* What a worker is doing; the view of workers has a word for each. */
                typedef enum dynpgext_state
                {
                	DYNPGEXT_STOPPED,
                	DYNPGEXT_IDLE,
                	DYNPGEXT_WORKING,
                	DYNPGEXT_FAILING,
                	DYNPGEXT_DISABLED,
                	DYNPGEXT_DONE,
                	DYNPGEXT_GAVE_UP
                } dynpgext_state;

                /* The status of one process of a worker. */
                typedef struct dynpgext_status
                {
                	int			pid;			/* 0: there is no process */
                	int			process;		/* its MyProcNumber, to find its latch */
                	bool		woken;			/* somebody asks for a tick; set before the
                								 * latch, and looked at without the lock after
                								 * ResetLatch(): their barriers pair */
                	dynpgext_state state;

                	/*
                	 * Between a process and its session, without the lock: written before the
                	 * session is registered, and before it ends; the server's own lock of
                	 * background workers lies between.
                	 */
                	bool		session_worked; /* the last session, to its end */
                	uint64		session_tick;	/* of the process that it works for */
                	int64		ticks;
                	int64		errors;
                	int64		duration;		/* of the last tick, in microseconds */
                	TimestampTz next;			/* 0: none is due */
                	TimestampTz error_at;		/* 0: there was no error */
                	char		error[256];
                } dynpgext_status;

                /* A block of them. */
                typedef struct dynpgext_status_table
                {
                	uint32		_layout;
                	LWLock		lock;			/* for all rows */
                	dynpgext_status rows[FLEXIBLE_ARRAY_MEMBER];
                } dynpgext_status_table;

                /* The size of a table with a number of rows. */
                #define DYNPGEXT_STATUS_SIZE(rows_) \
                	(offsetof(dynpgext_status_table, rows) + (rows_) * sizeof(dynpgext_status))

                extern void dynpgext_worker_main(const dynpgext_worker *worker, Datum main_arg);
                extern void dynpgext_session_main(const dynpgext_worker *worker, Datum main_arg);
                extern Datum dynpgext_workers_row(FunctionCallInfo fcinfo);
                extern void dynpgext_wake(const dynpgext_worker *worker);
                extern void dynpgext_execute(const char *query);

                /*
                 * The extension
                 */
                typedef struct dynpgext_extension
                {
                	const char *name;
                	bool		no_eager_preload;	/* no _Dynpgext_init() while the server
                									 * starts */
                	void		(*define_settings) (void);	/* or NULL */
                	void		(*request_blocks) (const struct dynpgext_handle *handle);	/* or NULL */
                	dynpgext_block *const *blocks;	/* terminated by NULL */
                	void		(*request_workers) (const struct dynpgext_handle *handle);	/* or NULL */
                	const dynpgext_worker *const *workers;	/* terminated by NULL */
                	dynpgext_block *global_status;	/* status of global workers */
                	dynpgext_block *local_status;	/* status of database-local workers */
                } dynpgext_extension;

                /* The extension that these files are a part of. */
                extern const dynpgext_extension dynpgext_this;

                extern void dynpgext_request_blocks(const struct dynpgext_handle *handle);
                extern void dynpgext_request_workers(const struct dynpgext_handle *handle);
                extern bool dynpgext_claim_setting(const char *name, const char *type, void **variable);

                #pragma GCC visibility pop

                /*
                 * Functions that PostgreSQL calls by their names
                 */

                /* The main function of a worker. */
                #define DYNPGEXT_WORKER_MAIN(function, worker) \
                extern PGDLLEXPORT void function(Datum main_arg); \
                void \
                function(Datum main_arg) \
                { \
                	dynpgext_worker_main(&worker, main_arg); \
                } \
                extern int no_such_variable

                /* The main function of the sessions in which a worker does its work. */
                #define DYNPGEXT_SESSION_MAIN(function, worker) \
                extern PGDLLEXPORT void function(Datum main_arg); \
                void \
                function(Datum main_arg) \
                { \
                	dynpgext_session_main(&worker, main_arg); \
                } \
                extern int no_such_variable

                /* The function behind the view of a block. */
                #define DYNPGEXT_BLOCK_ROW(function, block) \
                PG_FUNCTION_INFO_V1(function); \
                Datum \
                function(PG_FUNCTION_ARGS) \
                { \
                	return dynpgext_block_row(fcinfo, &block); \
                } \
                extern int no_such_variable

                /* The SQL function that resets a block. */
                #define DYNPGEXT_BLOCK_RESET(function, block) \
                PG_FUNCTION_INFO_V1(function); \
                Datum \
                function(PG_FUNCTION_ARGS) \
                { \
                	dynpgext_reset_block(&block); \
                	PG_RETURN_VOID(); \
                } \
                extern int no_such_variable

                /* The function behind the view of workers. */
                #define DYNPGEXT_WORKERS_ROW(function) \
                PG_FUNCTION_INFO_V1(function); \
                Datum \
                function(PG_FUNCTION_ARGS) \
                { \
                	return dynpgext_workers_row(fcinfo); \
                } \
                extern int no_such_variable

                /* The functions that wake a worker, from C and from SQL. */
                #define DYNPGEXT_WORKER_WAKE(function, sql_function, worker) \
                void \
                function(void) \
                { \
                	dynpgext_wake(&worker); \
                } \
                PG_FUNCTION_INFO_V1(sql_function); \
                Datum \
                sql_function(PG_FUNCTION_ARGS) \
                { \
                	dynpgext_wake(&worker); \
                	PG_RETURN_VOID(); \
                } \
                extern int no_such_variable

                #endif							/* DYNPGEXT_RUNTIME_H */

                """##),
        File(
            path: "session.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * session.c
                 *	  Ticks outside of a transaction block.
                 *
                 * At each tick the worker starts a background worker, the session, which
                 * connects as the role of the work, and waits until it exits.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include <signal.h>

                #include "access/xlog.h"
                #include "parser/analyze.h"
                #include "storage/ipc.h"
                #include "tcop/pquery.h"
                #include "tcop/tcopprot.h"
                #include "tcop/utility.h"
                #include "utils/guc.h"
                #include "utils/memutils.h"
                #include "utils/snapmgr.h"

                #include "internal.h"

                /*
                 * Execute a query as exec_simple_query() does: outside of a transaction block,
                 * so that a statement may commit and begin transactions, as VACUUM does.  The
                 * parse trees and plans must survive that, so they are in the caller's context.
                 */
                void
                dynpgext_execute(const char *query)
                {
                	MemoryContext memory = CurrentMemoryContext;
                	ListCell   *cell;

                	dynpgext_report_running(query);
                	foreach(cell, pg_parse_query(query))
                	{
                		RawStmt    *statement = lfirst_node(RawStmt, cell);
                		bool		needs_snapshot = analyze_requires_snapshot(statement);
                		List	   *plans;
                		Portal		portal;

                		SetCurrentStatementStartTimestamp();
                		StartTransactionCommand();
                		MemoryContextSwitchTo(memory);
                		if (needs_snapshot)
                			PushActiveSnapshot(GetTransactionSnapshot());
                		plans = pg_analyze_and_rewrite_fixedparams(statement, query, NULL, 0, NULL);
                		plans = pg_plan_queries(plans, query, CURSOR_OPT_PARALLEL_OK, NULL);
                		if (needs_snapshot)
                			PopActiveSnapshot();

                		portal = CreatePortal("", true, true);
                		portal->visible = false;
                		PortalDefineQuery(portal, NULL, query, CreateCommandTag(statement->stmt), plans, NULL);
                		PortalStart(portal, NULL, 0, InvalidSnapshot);
                		(void) DYNPGEXT_RUN_PORTAL(portal, None_Receiver);
                		PortalDrop(portal, false);
                		CommitTransactionCommand();
                		pgstat_report_stat(true);
                		MemoryContextSwitchTo(memory);
                	}
                }

                /*
                 * Set the search_path of the session.
                 */
                static void
                set_search_path(const dynpgext_worker *worker)
                {
                	MemoryContext memory = CurrentMemoryContext;
                	ExtensionRow extension;

                	dynpgext_begin_transaction();
                	dynpgext_check_extension(worker, &extension);
                	(void) dynpgext_reset_settings(GetUserId());
                	SetConfigOption("search_path", dynpgext_safe_path(&extension, GetUserId()),
                					PGC_USERSET, PGC_S_SESSION);
                	dynpgext_commit_transaction();
                	MemoryContextSwitchTo(memory);
                }

                /*
                 * End a session whose worker exits.  SIGTERM alone is not enough: a session may
                 * finish its tick first.  So its query is canceled, too.
                 */
                static void
                end_session(int code, Datum arg)
                {
                	BackgroundWorkerHandle *handle = (BackgroundWorkerHandle *) DatumGetPointer(arg);
                	pid_t		pid;

                	TerminateBackgroundWorker(handle);
                	if (GetBackgroundWorkerPid(handle, &pid) == BGWH_STARTED)
                		kill(pid, SIGINT);
                }

                /*
                 * Has the session completed its tick?  If it has not, and has reported no ERROR,
                 * raise one here.
                 */
                static bool
                session_worked(TimestampTz last_error_at)
                {
                	if (!dynpgext_my_row->session_worked && dynpgext_my_row->error_at == last_error_at)
                		ereport(ERROR,
                				(errmsg("the session of worker \"%s\" could not work", MyBgworkerEntry->bgw_name),
                				 errhint("The server log tells why.")));
                	return dynpgext_my_row->session_worked;
                }

                /*
                 * Start a session and wait for it.  The worker cannot do the work itself: it is
                 * connected as a superuser, and outside of a transaction the work could become
                 * that superuser again with RESET SESSION AUTHORIZATION.
                 */
                static bool
                work_in_session(const dynpgext_worker *worker, const dynpgext_context *context, Oid role)
                {
                	BackgroundWorker session = *MyBgworkerEntry;
                	BackgroundWorkerHandle *handle;
                	BgwHandleStatus status;
                	TimestampTz last_error_at = dynpgext_my_row->error_at;

                	snprintf(session.bgw_name, BGW_MAXLEN, "%s session", MyBgworkerEntry->bgw_name);
                	snprintf(session.bgw_type, BGW_MAXLEN, "%s session", MyBgworkerEntry->bgw_type);
                	strlcpy(session.bgw_function_name, worker->session, BGW_MAXLEN);
                	session.bgw_main_arg = ObjectIdGetDatum(MyDatabaseId);
                	memcpy(session.bgw_extra, &role, sizeof(role));
                	session.bgw_notify_pid = MyProcPid;
                	dynpgext_my_row->session_worked = false;
                	dynpgext_my_row->session_tick = context->tick;
                	dynpgext_report_running(worker->session);

                	if (!RegisterDynamicBackgroundWorker(&session, &handle))
                		ereport(ERROR,
                				(errcode(ERRCODE_CONFIGURATION_LIMIT_EXCEEDED),
                				 errmsg("worker \"%s\" finds no free slot for its session",
                						MyBgworkerEntry->bgw_name),
                				 errhint("Raise \"max_worker_processes\".")));
                	PG_ENSURE_ERROR_CLEANUP(end_session, PointerGetDatum(handle));
                	{
                		status = WaitForBackgroundWorkerShutdown(handle);
                	}
                	PG_END_ENSURE_ERROR_CLEANUP(end_session, PointerGetDatum(handle));

                	if (status == BGWH_POSTMASTER_DIED)
                		proc_exit(1);
                	return session_worked(last_error_at);
                }

                /*
                 * A tick that is done by a session.
                 */
                bool
                dynpgext_tick_in_session(const dynpgext_worker *worker, dynpgext_context *context)
                {
                	ExtensionRow row;
                	Oid			role;

                	dynpgext_begin_transaction();
                	dynpgext_check_extension(worker, &row);
                	role = dynpgext_role(worker, &row);
                	dynpgext_commit_transaction();
                	return work_in_session(worker, context, role);
                }

                /*
                 * The work of a session: run the hook or the statements.
                 */
                static bool
                do_work(const dynpgext_worker *worker, dynpgext_context *context)
                {
                	dynpgext_defer_shutdown(worker);
                	set_search_path(worker);
                	if (worker->run != NULL)
                	{
                		dynpgext_report_running(worker->run_name);
                		worker->run(context);
                	}
                	else
                	{
                		for (int i = 0; worker->statements[i] != NULL; i++)
                			dynpgext_execute(worker->statements[i]);
                	}
                	return true;
                }

                /*
                 * The main function of a session.  It runs one tick, and reports the result in
                 * the row of its worker.
                 */
                void
                dynpgext_session_main(const dynpgext_worker *worker, Datum main_arg)
                {
                	dynpgext_context context = {
                		.instance = dynpgext_my_instance(),
                		.argument = worker->argument,
                		.extra = worker->extra != NULL ? worker->extra : ""
                	};
                	MemoryContext memory = AllocSetContextCreate(TopMemoryContext, "tick", ALLOCSET_DEFAULT_SIZES);
                	Oid			role;

                	dynpgext_accept_signals();
                	memcpy(&role, MyBgworkerEntry->bgw_extra, sizeof(role));
                	dynpgext_save_settings();
                	BackgroundWorkerInitializeConnectionByOid(DatumGetObjectId(main_arg), role,
                											  BGWORKER_BYPASS_ROLELOGINCHECK);
                	dynpgext_override_settings();
                	dynpgext_find_row(worker);
                	MemoryContextSwitchTo(memory);
                	context.tick = dynpgext_my_row->session_tick;
                	context.due = dynpgext_my_row->next;
                	context.in_recovery = RecoveryInProgress();
                	dynpgext_my_row->session_worked = dynpgext_run_tick(worker, do_work, &context, memory);
                }

                """##),
        File(
            path: "status.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * status.c
                 *	  The status of workers, and the view that shows it.
                 *
                 * Each process of a worker has a row: those of global workers in a global block,
                 * those of database-local ones in a block of their database.
                 *
                 * Locking: the lock of the block, for all of its rows.  The process that owns
                 * a row may read it without the lock.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "catalog/pg_authid.h"
                #include "catalog/pg_type.h"
                #include "mb/pg_wchar.h"
                #include "storage/proc.h"
                #include "utils/acl.h"
                #include "utils/ascii.h"
                #include "utils/builtins.h"
                #include "utils/timestamp.h"

                #include "internal.h"

                dynpgext_status_table *dynpgext_table;
                dynpgext_status *dynpgext_my_row;

                /*
                 * The table of a database-local worker that is not connected to its database.
                 * It cannot look up the block of that database, so its status is in local memory,
                 * and no view shows it.
                 */
                static dynpgext_status_table *
                private_table(void)
                {
                	static union
                	{
                		dynpgext_status_table table;
                		char		room[offsetof(dynpgext_status_table, rows) + sizeof(dynpgext_status)];
                	}			alone;
                	static bool initialized = false;

                	/* only this process takes the lock, so any tranche will do */
                	if (!initialized)
                		LWLockInitialize(&alone.table.lock, LWTRANCHE_LOCK_MANAGER);
                	initialized = true;
                	return &alone.table;
                }

                /* The table that holds the rows of a worker. */
                dynpgext_status_table *
                dynpgext_worker_table(const dynpgext_worker *worker)
                {
                	return dynpgext_attach(worker->is_local ? dynpgext_this.local_status
                						   : dynpgext_this.global_status);
                }

                /*
                 * The number of this process among those of its worker; 0 if it is the only one.
                 */
                int
                dynpgext_my_instance(void)
                {
                	int			instance;

                	memcpy(&instance, MyBgworkerEntry->bgw_extra + INSTANCE_OFFSET, sizeof(instance));
                	return instance;
                }

                /* Finds the row of this process. */
                void
                dynpgext_find_row(const dynpgext_worker *worker)
                {
                	dynpgext_table = worker->is_shown ? dynpgext_worker_table(worker) : private_table();
                	dynpgext_my_row = &dynpgext_table->rows[worker->row + Max(dynpgext_my_instance() - 1, 0)];
                }

                /*
                 * Report the state of this process, which owns the row from here on.
                 */
                void
                dynpgext_report_state(dynpgext_state state, TimestampTz next)
                {
                	LWLockAcquire(&dynpgext_table->lock, LW_EXCLUSIVE);
                	dynpgext_my_row->pid = MyProcPid;
                	dynpgext_my_row->process = MyProcNumber;
                	dynpgext_my_row->state = state;
                	dynpgext_my_row->next = next == DT_NOEND ? 0 : next;
                	LWLockRelease(&dynpgext_table->lock);
                }

                /*
                 * Mark the row as stopped when the process exits, unless the row already belongs
                 * to a new process of the worker.
                 */
                void
                dynpgext_release_row(int code, Datum arg)
                {
                	LWLockReleaseAll();
                	LWLockAcquire(&dynpgext_table->lock, LW_EXCLUSIVE);
                	if (dynpgext_my_row->pid == MyProcPid)
                	{
                		dynpgext_my_row->pid = 0;
                		dynpgext_my_row->next = 0;
                		if (dynpgext_my_row->state != DYNPGEXT_DONE && dynpgext_my_row->state != DYNPGEXT_GAVE_UP)
                			dynpgext_my_row->state = DYNPGEXT_STOPPED;
                	}
                	LWLockRelease(&dynpgext_table->lock);
                }

                /* Reports the message of an ERROR. */
                void
                dynpgext_report_error(const char *message)
                {
                	int			length;

                	if (message == NULL)		/* ereport() without errmsg() */
                		message = "missing error text";
                	length = pg_mbcliplen(message, strlen(message), sizeof(dynpgext_my_row->error) - 1);
                	LWLockAcquire(&dynpgext_table->lock, LW_EXCLUSIVE);
                	memcpy(dynpgext_my_row->error, message, length);
                	dynpgext_my_row->error[length] = '\0';
                	dynpgext_my_row->error_at = GetCurrentTimestamp();
                	LWLockRelease(&dynpgext_table->lock);
                }

                /*
                 * The worker that a row of the view shows.  *instance is set to the number of
                 * the process among those of the worker, from 0.
                 */
                static const dynpgext_worker *
                worker_of_row(int number, int *instance)
                {
                	for (int i = 0; dynpgext_this.workers[i] != NULL; i++)
                	{
                		const dynpgext_worker *worker = dynpgext_this.workers[i];
                		int			processes = Max(worker->instances, 1);

                		if (!worker->is_shown)
                			continue;
                		if (number >= 0 && number < processes)
                		{
                			*instance = number;
                			return worker;
                		}
                		number -= processes;
                	}
                	ereport(ERROR,
                			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                			 errmsg("there is no such worker")));
                }

                /*
                 * May the user read the errors of a worker?  Those of a global worker tell about
                 * another database, and whoever creates a trusted extension may read the view.
                 */
                static bool
                may_read_error(const dynpgext_worker *worker)
                {
                	return worker->is_local || has_privs_of_role(GetUserId(), ROLE_PG_READ_ALL_STATS);
                }

                /*
                 * Return the row with this number of the view of workers.
                 */
                Datum
                dynpgext_workers_row(FunctionCallInfo fcinfo)
                {
                	static const Column columns[] = {
                		{"worker", TEXTOID},
                		{"instance", INT4OID},
                		{"pid", INT4OID},
                		{"state", TEXTOID},
                		{"ticks", INT8OID},
                		{"errors", INT8OID},
                		{"last_error", TEXTOID},
                		{"last_error_at", TIMESTAMPTZOID},
                		{"last_duration", INTERVALOID},
                		{"next_tick", TIMESTAMPTZOID}
                	};
                	static const char *const states[] = {
                		"stopped", "idle", "working", "failing", "disabled", "done", "gave up"
                	};
                	int			instance;
                	const dynpgext_worker *worker = worker_of_row(PG_GETARG_INT32(0), &instance);
                	dynpgext_status_table *table = dynpgext_worker_table(worker);
                	dynpgext_status row;
                	Interval   *duration = palloc0(sizeof(Interval));
                	Datum		values[lengthof(columns)];
                	bool		nulls[lengthof(columns)] = {false};

                	LWLockAcquire(&table->lock, LW_SHARED);
                	row = table->rows[worker->row + instance];
                	LWLockRelease(&table->lock);

                	/* a global worker may be in a database with another encoding */
                	if (!pg_verifymbstr(row.error, strlen(row.error), true))
                		ascii_safe_strlcpy(row.error, pstrdup(row.error), sizeof(row.error));
                	duration->time = row.duration;

                	values[0] = CStringGetTextDatum(worker->name);
                	values[1] = Int32GetDatum(instance + 1);
                	values[2] = Int32GetDatum(row.pid);
                	nulls[2] = row.pid == 0;
                	values[3] = CStringGetTextDatum(states[row.state]);
                	values[4] = Int64GetDatum(row.ticks);
                	values[5] = Int64GetDatum(row.errors);
                	values[6] = CStringGetTextDatum(may_read_error(worker) ? row.error : "<insufficient privilege>");
                	nulls[6] = row.error_at == 0;
                	values[7] = TimestampTzGetDatum(row.error_at);
                	nulls[7] = row.error_at == 0;
                	values[8] = IntervalPGetDatum(duration);
                	nulls[8] = row.ticks == 0;
                	values[9] = TimestampTzGetDatum(row.next);
                	nulls[9] = row.next == 0;
                	return dynpgext_make_row(fcinfo, columns, lengthof(columns), values, nulls);
                }

                """##),
        File(
            path: "tick.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * tick.c
                 *	  Runs a tick: its timeout, and the recovery from an ERROR.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "jit/jit.h"
                #include "replication/slot.h"
                #include "storage/bufmgr.h"
                #include "storage/condition_variable.h"
                #include "storage/fd.h"
                #include "storage/ipc.h"
                #include "storage/latch.h"
                #include "storage/smgr.h"
                #include "tcop/tcopprot.h"
                #include "utils/hsearch.h"
                #include "utils/memutils.h"
                #include "utils/portal.h"
                #include "utils/timeout.h"
                #include "utils/timestamp.h"

                #include "internal.h"

                /* Milliseconds that a tick may go on after its timeout has canceled it. */
                #define GRACE 5000

                static TimeoutId end_timeout = MAX_TIMEOUTS;	/* not registered yet */
                static volatile sig_atomic_t overdue = false;

                /*
                 * Timeout handler: cancel the tick at its next CHECK_FOR_INTERRUPTS().
                 */
                static void
                cancel_tick(void)
                {
                	QueryCancelPending = true;
                	InterruptPending = true;
                	SetLatch(MyLatch);
                }

                /*
                 * Register a handler for STATEMENT_TIMEOUT, in a worker that does not connect.
                 * InitPostgres() has registered one in those that do.
                 */
                void
                dynpgext_register_cancel(const dynpgext_worker *worker)
                {
                	if (worker->timeout > 0)
                		(void) RegisterTimeout(STATEMENT_TIMEOUT, cancel_tick);
                }

                /*
                 * Timeout handler for a tick that has caught its cancel and goes on: end the
                 * process at the next CHECK_FOR_INTERRUPTS().  PG_TRY() cannot catch that.
                 */
                static void
                end_process(void)
                {
                	overdue = true;
                	ProcDiePending = true;
                	InterruptPending = true;
                	SetLatch(MyLatch);
                }

                static void
                report_overdue(int code, Datum arg)
                {
                	if (!overdue)
                		return;
                	ereport(LOG,
                			(errmsg("worker \"%s\" ends: its tick went on after its timeout",
                					MyBgworkerEntry->bgw_name),
                			 errhint("Code that catches a cancel must end within %d s.", GRACE / 1000)));
                	LWLockReleaseAll();
                	dynpgext_report_error("tick went on after its timeout");
                }

                /*
                 * Enable the timeouts that cancel the tick, and later end its process.  The
                 * timeout is in milliseconds; 0 is no limit.
                 */
                static void
                limit_tick(int timeout)
                {
                	if (timeout == 0)
                		return;
                	if (end_timeout == MAX_TIMEOUTS)
                	{
                		end_timeout = RegisterTimeout(USER_TIMEOUT, end_process);
                		before_shmem_exit(report_overdue, (Datum) 0);
                	}
                	enable_timeout_after(STATEMENT_TIMEOUT, timeout);
                	enable_timeout_after(end_timeout, Min(timeout, PG_INT32_MAX - GRACE) + GRACE);
                }

                static void
                unlimit_tick(int timeout)
                {
                	if (timeout == 0)
                		return;
                	disable_timeout(STATEMENT_TIMEOUT, false);
                	disable_timeout(end_timeout, false);
                }

                /*
                 * Clean up after an ERROR, as PostgresMain() does, and as AutoVacLauncherMain()
                 * does for an ERROR outside of a transaction.
                 */
                static void
                clean_up(void)
                {
                	AbortOutOfAnyTransaction();
                	LWLockReleaseAll();
                	ConditionVariableCancelSleep();
                	pgstat_report_wait_end();
                	pgaio_error_cleanup();
                	UnlockBuffers();
                	AtEOXact_Buffers(false);
                	AtEOXact_SMgr();
                	AtEOXact_Files(false);
                	AtEOXact_HashTables(false);

                	/* a process that is not connected has no portals */
                	if (MyBgworkerEntry->bgw_flags & BGWORKER_BACKEND_DATABASE_CONNECTION)
                		PortalErrorCleanup();
                	SPICleanup();
                	if (MyReplicationSlot != NULL)
                		ReplicationSlotRelease();
                	DYNPGEXT_DROP_TEMPORARY_SLOTS();
                	jit_reset_after_error();
                	pgstat_report_stat(true);
                }

                /*
                 * Report an ERROR in the log and in the row of the worker, and clean up.
                 */
                static void
                recover_from_error(MemoryContext memory)
                {
                	ErrorData  *error;

                	HOLD_INTERRUPTS();
                	disable_all_timeouts(false);
                	QueryCancelPending = false; /* after the timeouts, which may set it */
                	MemoryContextSwitchTo(memory);
                	error = CopyErrorData();
                	EmitErrorReport();
                	debug_query_string = NULL;
                	clean_up();
                	MemoryContextSwitchTo(memory);
                	FlushErrorState();
                	dynpgext_report_error(error->message);
                	RESUME_INTERRUPTS();
                }

                /*
                 * Run one tick; return false if it failed.  An ERROR has then been logged.
                 */
                bool
                dynpgext_run_tick(const dynpgext_worker *worker, dynpgext_tick tick, dynpgext_context *context,
                				  MemoryContext memory)
                {
                	volatile bool ok = false;

                	/* the timeout applies in the session, not in the worker that waits for it */
                	const int	timeout = worker->session != NULL && tick == worker->tick ? 0 : worker->timeout;

                	PG_TRY();
                	{
                		limit_tick(timeout);
                		ok = tick(worker, context);
                		unlimit_tick(timeout);
                	}
                	PG_CATCH();
                	{
                		recover_from_error(memory);
                		ok = false;
                	}
                	PG_END_TRY();

                	debug_query_string = NULL;
                	pgstat_report_activity(STATE_IDLE, NULL);
                	MemoryContextSwitchTo(memory);
                	MemoryContextReset(memory);
                	return ok;
                }

                """##),
        File(
            path: "transaction.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * transaction.c
                 *	  Ticks in transactions: one for the whole tick, or one for each of its
                 *	  statements.
                 *
                 * The work runs as the owner of the extension, or as the role that its worker
                 * names, in a security-restricted operation.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "executor/spi.h"
                #include "tcop/tcopprot.h"
                #include "utils/acl.h"
                #include "utils/guc.h"
                #include "utils/snapmgr.h"

                #include "internal.h"

                /*
                 * Restore the user that the process is connected as.
                 */
                static void
                restore_user(void)
                {
                	Oid			user = GetAuthenticatedUserId();

                	SetUserIdAndSecContext(user, 0);
                	if (GetSessionUserId() != user)
                		SetSessionAuthorization(user, true);
                }

                void
                dynpgext_begin_transaction(void)
                {
                	restore_user();				/* the last transaction may have been aborted */
                	SetCurrentStatementStartTimestamp();
                	StartTransactionCommand();
                	PushActiveSnapshot(GetTransactionSnapshot());
                }

                void
                dynpgext_commit_transaction(void)
                {
                	PopActiveSnapshot();
                	CommitTransactionCommand();
                	restore_user();
                	pgstat_report_stat(true);	/* never inside a transaction */
                }

                /*
                 * Switch to the role until the end of the transaction, in a security-restricted
                 * operation.  session_user is switched, too, also in parallel workers: it would
                 * be a superuser otherwise, and functions may trust it.
                 */
                void
                dynpgext_set_user(Oid role)
                {
                	(void) set_config_option("session_authorization", GetUserNameFromId(role, false),
                							 PGC_SUSET, PGC_S_SESSION, GUC_ACTION_LOCAL, true, 0, false);
                	SetUserIdAndSecContext(role, SECURITY_RESTRICTED_OPERATION);
                }

                /*
                 * Report the query in pg_stat_activity, and in the log if there is an ERROR.
                 */
                void
                dynpgext_report_running(const char *query)
                {
                	debug_query_string = query;
                	pgstat_report_activity(STATE_RUNNING, query);
                }

                static void
                execute(const char *query)
                {
                	int			result;

                	dynpgext_report_running(query);
                	result = SPI_execute(query, false, 0);
                	if (result < 0)
                		elog(ERROR, "SPI_execute failed: %s", SPI_result_code_string(result));
                }

                /*
                 * Begin a transaction as the role that the work runs as.
                 */
                static void
                begin_work(const dynpgext_worker *worker)
                {
                	ExtensionRow row;

                	dynpgext_begin_transaction();
                	if (worker->connect != DYNPGEXT_SHARED_CATALOGS)
                	{
                		dynpgext_check_extension(worker, &row);
                		dynpgext_switch_role(dynpgext_role(worker, &row), &row);
                	}
                	else if (worker->role != NULL)
                		dynpgext_set_user(get_role_oid(worker->role, false));
                }

                /*
                 * A tick that is one transaction.
                 */
                bool
                dynpgext_tick_in_transaction(const dynpgext_worker *worker, dynpgext_context *context)
                {
                	begin_work(worker);
                	if (worker->run != NULL)
                	{
                		dynpgext_report_running(worker->run_name);
                		worker->run(context);
                	}
                	else
                	{
                		SPI_connect();
                		for (int i = 0; worker->statements[i] != NULL; i++)
                			execute(worker->statements[i]);
                		SPI_finish();
                	}
                	dynpgext_commit_transaction();
                	return true;
                }

                /*
                 * A tick in which each statement is a transaction.
                 */
                bool
                dynpgext_tick_by_statement(const dynpgext_worker *worker, dynpgext_context *context)
                {
                	for (int i = 0; worker->statements[i] != NULL; i++)
                	{
                		begin_work(worker);
                		SPI_connect();
                		execute(worker->statements[i]);
                		SPI_finish();
                		dynpgext_commit_transaction();
                	}
                	return true;
                }

                """##),
        File(
            path: "trust.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * trust.c
                 *	  Checks that no other role can make a worker run its code.
                 *
                 * A worker uses the objects in the schema of its extension.  Every role that owns
                 * one of them, may create one, or may put a trigger on a table there must have
                 * the privileges of the role of the work.  Otherwise the worker does not run.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/genam.h"
                #include "access/htup_details.h"
                #include "access/table.h"
                #include "catalog/dependency.h"
                #include "catalog/indexing.h"
                #include "catalog/objectaddress.h"
                #include "catalog/pg_class.h"
                #include "catalog/pg_depend.h"
                #include "catalog/pg_inherits.h"
                #include "catalog/pg_namespace.h"
                #include "catalog/pg_trigger.h"
                #include "utils/acl.h"
                #include "utils/builtins.h"
                #include "utils/fmgroids.h"
                #include "utils/inval.h"
                #include "utils/lsyscache.h"
                #include "utils/rel.h"
                #include "utils/snapmgr.h"
                #include "utils/syscache.h"

                #include "internal.h"

                /* The role of the work, and the schema to check. */
                typedef struct Judgement
                {
                	Oid			role;
                	Oid			schema;
                } Judgement;

                /*
                 * Raise an ERROR unless the other role has the privileges of the role of the
                 * work.  If it has them, it gains nothing by making the worker run its code.
                 */
                static void
                check_role(const Judgement *judged, Oid other, const char *what, Relation catalog, Oid object)
                {
                	ObjectAddress address = {RelationGetRelid(catalog), object, 0};
                	AttrNumber	key = get_object_attnum_oid(address.classId);
                	char	   *name;

                	if (other != ACL_ID_PUBLIC && has_privs_of_role(other, judged->role))
                		return;
                	name = other == ACL_ID_PUBLIC ? "public" : GetUserNameFromId(other, true);
                	ereport(ERROR,
                			(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
                			 errmsg("worker \"%s\" stays off: schema \"%s\" is open to others than role \"%s\"",
                					MyBgworkerEntry->bgw_name, get_namespace_name(judged->schema),
                					GetUserNameFromId(judged->role, false)),
                			 errdetail("Role \"%s\" %s %s.", name != NULL ? name : "(dropped)", what,
                					   get_catalog_object_by_oid(catalog, key, object) == NULL ?
                					   "an object that a transaction is making" : DYNPGEXT_DESCRIBE_OBJECT(&address)),
                			 errhint("Drop what others have made, or look through it before you take it over. Let nobody else own or create objects there, or have the privileges TRIGGER and REFERENCES on its tables.")));
                }

                /*
                 * Check the owner of an object, and the roles that have the privilege to create
                 * objects in it or triggers on it.  The dirty snapshot also shows what
                 * transactions in progress have changed: their commit would not be checked.
                 */
                static void
                check_object(const Judgement *judged, Oid class, Oid object)
                {
                	AttrNumber	owner = get_object_attnum_owner(class);
                	AclMode		adding = class == NamespaceRelationId ? ACL_CREATE :
                		class == RelationRelationId ? ACL_TRIGGER | ACL_REFERENCES : 0;
                	Relation	catalog = table_open(class, AccessShareLock);
                	SnapshotData dirty;
                	ScanKeyData key;
                	SysScanDesc scan;
                	HeapTuple	tuple;

                	InitDirtySnapshot(dirty);
                	ScanKeyInit(&key, get_object_attnum_oid(class), BTEqualStrategyNumber, F_OIDEQ,
                				ObjectIdGetDatum(object));
                	scan = systable_beginscan(catalog, get_object_oid_index(class), true, &dirty, 1, &key);
                	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
                	{
                		TupleDesc	columns = RelationGetDescr(catalog);
                		bool		isnull;
                		Oid			owned_by = DatumGetObjectId(heap_getattr(tuple, owner, columns, &isnull));
                		Datum		datum;

                		check_role(judged, owned_by, "owns", catalog, object);
                		datum = adding == 0 ? (Datum) 0 :
                			heap_getattr(tuple, get_object_attnum_acl(class), columns, &isnull);
                		if (adding != 0 && !isnull)
                		{
                			Acl		   *acl = DatumGetAclP(datum);
                			Oid		   *roles;
                			int			count = aclmembers(acl, &roles);

                			if (aclmask(acl, ACL_ID_PUBLIC, owned_by, adding, ACLMASK_ANY) != 0)
                				check_role(judged, ACL_ID_PUBLIC, "may add to", catalog, object);
                			for (int i = 0; i < count; i++)
                				if (aclmask(acl, roles[i], owned_by, adding, ACLMASK_ANY) != 0)
                					check_role(judged, roles[i], "may add to", catalog, object);
                		}
                	}
                	systable_endscan(scan);
                	table_close(catalog, AccessShareLock);
                }

                /*
                 * Begin a scan of pg_depend by the dependent or by the referenced object.
                 */
                static SysScanDesc
                scan_dependencies(Relation depend, bool referenced, Oid class, Oid object, Snapshot snapshot)
                {
                	ScanKeyData keys[2];

                	ScanKeyInit(&keys[0], referenced ? Anum_pg_depend_refclassid : Anum_pg_depend_classid,
                				BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(class));
                	ScanKeyInit(&keys[1], referenced ? Anum_pg_depend_refobjid : Anum_pg_depend_objid,
                				BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(object));
                	return systable_beginscan(depend, referenced ? DependReferenceIndexId : DependDependerIndexId,
                							  true, snapshot, 2, keys);
                }

                /*
                 * Do the objects of this catalog have an owner?
                 */
                static bool
                has_owner(Oid class)
                {
                	return is_objectclass_supported(class) && get_object_attnum_owner(class) != InvalidAttrNumber;
                }

                /*
                 * Raise an ERROR for a trigger with arguments or a condition.  That is text of
                 * whoever made it, who may have had the privilege for that only once, and what it
                 * calls is no proof: query_to_xml() runs a text, and a condition is evaluated
                 * without EXECUTE of its maker.
                 */
                static void
                check_no_text(const Judgement *judged, Form_pg_trigger trigger, bool has_condition)
                {
                	if (trigger->tgnargs == 0 && !has_condition)
                		return;
                	ereport(ERROR,
                			(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
                			 errmsg("worker \"%s\" stays off: schema \"%s\" is open to others than role \"%s\"",
                					MyBgworkerEntry->bgw_name, get_namespace_name(judged->schema),
                					GetUserNameFromId(judged->role, false)),
                			 errdetail("Trigger \"%s\" of table \"%s\" has arguments or a condition, and anybody could have made it.",
                					   NameStr(trigger->tgname), get_rel_name(trigger->tgrelid)),
                			 errhint("Drop it, or vouch for it as the owner of the table: ALTER TRIGGER ... DEPENDS ON EXTENSION %s.",
                					 quote_identifier(dynpgext_this.name))));
                }

                /*
                 * Does that dependency of a trigger tell that the owner of the table wants it?
                 * One of a partition is judged where it comes from.
                 */
                static bool
                is_vouched(Form_pg_depend call)
                {
                	return call->deptype == DEPENDENCY_AUTO_EXTENSION || call->refclassid == TriggerRelationId;
                }

                /*
                 * Check the triggers of a table.  A trigger has no owner, and the role that
                 * created it need not own the table.  So check the functions that it calls, and
                 * the other table of a foreign key, which may have triggers itself.
                 */
                static void
                check_triggers(const Judgement *judged, Oid table, Relation depend)
                {
                	Relation	triggers = table_open(TriggerRelationId, AccessShareLock);
                	SnapshotData dirty;
                	ScanKeyData key;
                	SysScanDesc scan;
                	HeapTuple	tuple;

                	InitDirtySnapshot(dirty);
                	ScanKeyInit(&key, Anum_pg_trigger_tgrelid, BTEqualStrategyNumber, F_OIDEQ,
                				ObjectIdGetDatum(table));
                	scan = systable_beginscan(triggers, TriggerRelidNameIndexId, true, &dirty, 1, &key);
                	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
                	{
                		Form_pg_trigger trigger = (Form_pg_trigger) GETSTRUCT(tuple);
                		SnapshotData inner;
                		SysScanDesc calls;
                		bool		has_condition = !heap_attisnull(tuple, Anum_pg_trigger_tgqual, NULL);
                		bool		vouched = trigger->tgisinternal;

                		InitDirtySnapshot(inner);
                		if (OidIsValid(trigger->tgconstrrelid))
                			check_object(judged, RelationRelationId, trigger->tgconstrrelid);
                		calls = scan_dependencies(depend, false, TriggerRelationId, trigger->oid, &inner);
                		while (HeapTupleIsValid(tuple = systable_getnext(calls)))
                		{
                			Form_pg_depend call = (Form_pg_depend) GETSTRUCT(tuple);

                			if (has_owner(call->refclassid))
                				check_object(judged, call->refclassid, call->refobjid);
                			vouched |= is_vouched(call);
                		}
                		systable_endscan(calls);
                		if (!vouched)
                			check_no_text(judged, trigger, has_condition);
                	}
                	systable_endscan(scan);
                	table_close(triggers, AccessShareLock);
                }

                /*
                 * Judge what statements about a table do to others: its triggers, its children,
                 * which may be in another schema, and the triggers of these.
                 */
                static void
                check_table(const Judgement *judged, Oid table, Relation depend)
                {
                	ListCell   *cell;

                	foreach(cell, find_all_inheritors(table, NoLock, NULL))
                	{
                		if (lfirst_oid(cell) != table)
                			check_object(judged, RelationRelationId, lfirst_oid(cell));
                		check_triggers(judged, lfirst_oid(cell), depend);
                	}
                }

                /*
                 * Raise an ERROR unless the schema, and all objects in it, belong to roles that
                 * have the privileges of the role of the work.
                 */
                void
                dynpgext_check_schema(Oid schema, Oid role)
                {
                	Judgement	judgement = {role, schema};
                	const Judgement *judged = &judgement;
                	Relation	depend = table_open(DependRelationId, AccessShareLock);
                	SnapshotData dirty;
                	SysScanDesc scan;
                	HeapTuple	tuple;

                	check_object(judged, NamespaceRelationId, judged->schema);

                	/* every object in a schema depends on it */
                	InitDirtySnapshot(dirty);
                	scan = scan_dependencies(depend, true, NamespaceRelationId, judged->schema, &dirty);
                	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
                	{
                		Form_pg_depend object = (Form_pg_depend) GETSTRUCT(tuple);

                		if (has_owner(object->classid))
                			check_object(judged, object->classid, object->objid);
                		if (object->classid == RelationRelationId)
                			check_table(judged, object->objid, depend);
                	}
                	systable_endscan(scan);
                	table_close(depend, AccessShareLock);
                }

                /* Counts invalidations that may concern the check; 0: not registered yet. */
                static uint64 changes = 0;

                static void
                count_change(Datum arg, int cache, uint32 hash)
                {
                	changes++;
                }

                static void
                count_table(Datum arg, Oid table)
                {
                	changes++;
                }

                /*
                 * Register for invalidations of roles, schemas, and all objects of a schema.
                 */
                static void
                watch_catalogs(void)
                {
                	static const int caches[] = {
                		AUTHOID, AUTHMEMROLEMEM, NAMESPACEOID, PROCOID, OPEROID, TYPEOID, CLAOID, OPFAMILYOID,
                		COLLOID, CONVOID, STATEXTOID, TSCONFIGOID, TSDICTOID
                	};

                	for (int i = 0; i < (int) lengthof(caches); i++)
                		CacheRegisterSyscacheCallback(caches[i], count_change, (Datum) 0);
                	CacheRegisterRelcacheCallback(count_table, (Datum) 0);	/* and triggers */
                	changes = 1;
                }

                /*
                 * A number that changes whenever the check of a schema has to be repeated.
                 */
                uint64
                dynpgext_trust_changes(void)
                {
                	if (changes == 0)
                		watch_catalogs();
                	return changes;
                }

                """##),
        File(
            path: "wake.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * wake.c
                 *	  Wakes a worker, so that it runs a tick.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "nodes/pg_list.h"
                #include "storage/latch.h"
                #include "storage/proc.h"
                #include "utils/memutils.h"

                #include "internal.h"

                /* A worker to wake, and the table that holds its rows. */
                typedef struct Wake
                {
                	const dynpgext_worker *worker;
                	dynpgext_status_table *table;
                } Wake;

                /* Workers to wake when this transaction has committed. */
                static List *wakes = NIL;

                /*
                 * Mark the rows of a worker as woken, and set the latches of its processes.
                 */
                static void
                wake_now(const dynpgext_worker *worker, dynpgext_status_table *table)
                {
                	LWLockAcquire(&table->lock, LW_EXCLUSIVE);
                	for (int i = worker->row; i < worker->row + Max(worker->instances, 1); i++)
                	{
                		table->rows[i].woken = true;
                		if (table->rows[i].pid != 0)
                			SetLatch(&GetPGProcByNumber(table->rows[i].process)->procLatch);
                	}
                	LWLockRelease(&table->lock);
                }

                /*
                 * Wake the workers after the commit.  Before it they would not see what the
                 * transaction has done.
                 */
                static void
                wake_at_commit(XactEvent event, void *arg)
                {
                	ListCell   *cell;

                	if (event != XACT_EVENT_COMMIT && event != XACT_EVENT_ABORT && event != XACT_EVENT_PREPARE)
                		return;
                	if (event == XACT_EVENT_COMMIT)
                	{
                		foreach(cell, wakes)
                		{
                			Wake	   *wake = lfirst(cell);

                			wake_now(wake->worker, wake->table);
                		}
                	}
                	wakes = NIL;				/* it was allocated in TopTransactionContext */
                }

                /*
                 * Wake a worker.  Inside a transaction that happens when it commits, and never if
                 * it is prepared; outside of one it happens at once.  A worker whose last tick
                 * has failed still waits until its pause is over.
                 */
                void
                dynpgext_wake(const dynpgext_worker *worker)
                {
                	static bool registered = false;
                	dynpgext_status_table *table = dynpgext_worker_table(worker);
                	MemoryContext previous;
                	ListCell   *cell;
                	Wake	   *wake;

                	if (!IsTransactionState())
                	{
                		wake_now(worker, table);
                		return;
                	}
                	if (!registered)
                		RegisterXactCallback(wake_at_commit, NULL);
                	registered = true;

                	foreach(cell, wakes)
                	{
                		if (((Wake *) lfirst(cell))->worker == worker)
                			return;
                	}
                	previous = MemoryContextSwitchTo(TopTransactionContext);
                	wake = palloc(sizeof(Wake));
                	wake->worker = worker;
                	wake->table = table;
                	wakes = lappend(wakes, wake);
                	MemoryContextSwitchTo(previous);
                }

                """##),
        File(
            path: "worker.c",
            contents: ##"""
                /* Code generated by dynpgext-gen. DO NOT EDIT. */
                /*-------------------------------------------------------------------------
                 *
                 * worker.c
                 *	  The main loop of workers.
                 *
                 * A worker waits on its latch until its next tick is due.  An ERROR in a tick is
                 * logged, and the wait before the next tick doubles each time.  SIGTERM and the
                 * death of the postmaster end a worker with exit status 1; then the loader may
                 * restart it.
                 *
                 *-------------------------------------------------------------------------
                 */
                #include "postgres.h"

                #include "access/xlog.h"
                #include "commands/dbcommands.h"
                #include "libpq/pqsignal.h"
                #include "postmaster/interrupt.h"
                #include "storage/ipc.h"
                #include "storage/latch.h"
                #include "storage/sinval.h"
                #include "tcop/tcopprot.h"
                #include "utils/guc.h"
                #include "utils/lsyscache.h"
                #include "utils/memutils.h"
                #include "utils/ps_status.h"
                #include "utils/timestamp.h"

                #include "internal.h"

                /*
                 * Set up the signal handlers.  With die(), SIGTERM ends an idle worker at
                 * once, and a working one at its next CHECK_FOR_INTERRUPTS().
                 */
                void
                dynpgext_accept_signals(void)
                {
                	pqsignal(SIGHUP, SignalHandlerForConfigReload);
                	pqsignal(SIGTERM, die);
                	BackgroundWorkerUnblockSignals();
                }

                /*
                 * Override settings that a database or a role may have and that ticks must not
                 * follow: the same as autovacuum workers override.
                 */
                void
                dynpgext_override_settings(void)
                {
                	SetConfigOption("search_path", "", PGC_SUSET, PGC_S_OVERRIDE);
                	SetConfigOption("statement_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
                #if PG_VERSION_NUM >= 170000
                	SetConfigOption("transaction_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
                #endif
                	SetConfigOption("lock_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
                	SetConfigOption("idle_in_transaction_session_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
                	SetConfigOption("default_transaction_isolation", "read committed", PGC_SUSET, PGC_S_OVERRIDE);
                	SetConfigOption("application_name", MyBgworkerEntry->bgw_name, PGC_USERSET, PGC_S_OVERRIDE);

                	/* the database in the process title, as autovacuum shows it */
                	if (OidIsValid(MyDatabaseId))
                	{
                		StartTransactionCommand();
                		set_ps_display(get_database_name(MyDatabaseId));
                		CommitTransactionCommand();
                	}
                }

                /*
                 * If the worker finishes its ticks, let SIGTERM only set ShutdownRequestPending,
                 * which is checked after the tick.
                 */
                void
                dynpgext_defer_shutdown(const dynpgext_worker *worker)
                {
                	if (worker->finish)
                		pqsignal(SIGTERM, SignalHandlerForShutdownRequest);
                }

                static void
                connect_worker(const dynpgext_worker *worker, Datum main_arg)
                {
                	switch (worker->connect)
                	{
                		case DYNPGEXT_NO_CONNECTION:
                			dynpgext_register_cancel(worker);
                			return;
                		case DYNPGEXT_OWN_DATABASE:
                			dynpgext_save_settings();
                			BackgroundWorkerInitializeConnectionByOid(DatumGetObjectId(main_arg), InvalidOid, 0);
                			break;
                		case DYNPGEXT_NAMED_DATABASE:
                			dynpgext_save_settings();
                			BackgroundWorkerInitializeConnection(worker->database, NULL, 0);
                			break;
                		case DYNPGEXT_SHARED_CATALOGS:
                			BackgroundWorkerInitializeConnection(NULL, NULL, 0);
                			break;
                	}
                	dynpgext_override_settings();
                }

                /*
                 * Handle signals between ticks.  A cancel request is ignored here: there is no
                 * tick to cancel, and its ERROR would end the worker.
                 */
                static void
                handle_interrupts(void)
                {
                	MemoryContext memory = CurrentMemoryContext;

                	HOLD_CANCEL_INTERRUPTS();
                	CHECK_FOR_INTERRUPTS();
                	QueryCancelPending = false;
                	RESUME_CANCEL_INTERRUPTS();

                	if (ShutdownRequestPending)
                		proc_exit(1);
                	if (ConfigReloadPending)
                	{
                		ConfigReloadPending = false;
                		ProcessConfigFile(PGC_SIGHUP);
                	}

                	/* take part in catchup, as an idle backend does */
                	ProcessCatchupInterrupt();
                	MemoryContextSwitchTo(memory);
                }

                /*
                 * Wait until that time, or until the latch is set.  DT_NOEND is no time limit.
                 */
                static void
                worker_sleep(dynpgext_state state, TimestampTz until)
                {
                	static uint32 wait_event = 0;
                	int			events = WL_LATCH_SET | WL_EXIT_ON_PM_DEATH;
                	long		milliseconds = -1;

                	if (wait_event == 0)
                		wait_event = WaitEventExtensionNew(dynpgext_this.name);
                	if (until != DT_NOEND)
                	{
                		events |= WL_TIMEOUT;
                		milliseconds = TimestampDifferenceMilliseconds(GetCurrentTimestamp(), until);
                	}
                	dynpgext_report_state(state, until);
                	(void) WaitLatch(MyLatch, events, milliseconds, wait_event);
                	ResetLatch(MyLatch);
                }

                /*
                 * A tick that calls the hook without a transaction.
                 */
                bool
                dynpgext_tick_alone(const dynpgext_worker *worker, dynpgext_context *context)
                {
                	worker->run(context);
                	return true;
                }

                /*
                 * Has this worker been woken?  The flag is first read without the lock: a
                 * process that sets it sets our latch afterwards, so we cannot miss it.
                 */
                static bool
                take_wake(void)
                {
                	bool		woken;

                	if (!dynpgext_my_row->woken)
                		return false;
                	LWLockAcquire(&dynpgext_table->lock, LW_EXCLUSIVE);
                	woken = dynpgext_my_row->woken;
                	dynpgext_my_row->woken = false;
                	LWLockRelease(&dynpgext_table->lock);
                	return woken;
                }

                /* Is the worker enabled by its setting? */
                static bool
                is_enabled(const dynpgext_worker *worker)
                {
                	return worker->shared_enabled != NULL ? **worker->shared_enabled : *worker->enabled;
                }

                /* Milliseconds between two ticks; 0: ticks only when woken. */
                static int64
                period_of(const dynpgext_worker *worker)
                {
                	if (worker->shared_every != NULL)
                		return **worker->shared_every;
                	return worker->every != NULL ? *worker->every : 0;
                }

                /*
                 * Milliseconds until the next tick after a number of failed ones: the pause
                 * doubles each time.  Up to a quarter is added, so that workers that have failed
                 * at the same time do not all retry at the same time.
                 */
                static int64
                pause_after(const dynpgext_worker *worker, int failures)
                {
                	int64		pause = Min((int64) worker->backoff << Min(failures - 1, 30), worker->backoff_max);

                	return pause + GetCurrentTimestamp() % (pause / 4 + 1);
                }

                /*
                 * When the next tick is due; the first one is due at once.
                 */
                static TimestampTz
                next_due(const dynpgext_worker *worker, TimestampTz now, TimestampTz last, int64 pause)
                {
                	int64		period = period_of(worker);

                	if (pause > 0)
                		return TimestampTzPlusMilliseconds(last, pause);
                	if (period == 0 && !worker->once)
                		return DT_NOEND;
                	if (last == 0)
                		return now;
                	return TimestampTzPlusMilliseconds(last, period);
                }

                /*
                 * The latest time, not after now, at which a tick was due.  So ticks that were
                 * missed are skipped.
                 */
                static TimestampTz
                last_due(const dynpgext_worker *worker, TimestampTz due)
                {
                	TimestampTz now = GetCurrentTimestamp();
                	int64		period = period_of(worker);

                	return period == 0 ? now : now - (now - due) % (period * INT64CONST(1000));
                }

                /*
                 * Run one tick and update the counters; return whether it succeeded.
                 */
                static bool
                run_tick(const dynpgext_worker *worker, dynpgext_context *context, MemoryContext memory)
                {
                	TimestampTz begun = GetCurrentTimestamp();
                	bool		ok;

                	context->in_recovery = RecoveryInProgress();
                	dynpgext_report_state(DYNPGEXT_WORKING, context->due);
                	ok = dynpgext_run_tick(worker, worker->tick, context, memory);

                	LWLockAcquire(&dynpgext_table->lock, LW_EXCLUSIVE);
                	dynpgext_my_row->ticks++;
                	dynpgext_my_row->errors += ok ? 0 : 1;
                	dynpgext_my_row->duration = GetCurrentTimestamp() - begun;
                	LWLockRelease(&dynpgext_table->lock);
                	return ok;
                }

                /*
                 * Exit without a restart, until the extension is updated or the server restarts.
                 */
                static void
                give_up(int failures)
                {
                	ereport(LOG,
                			(errmsg("worker \"%s\" gives up after %d failed ticks in a row",
                					MyBgworkerEntry->bgw_name, failures),
                			 errhint("Mend what the errors above tell; dynpgext.restart() starts it again.")));
                	dynpgext_report_state(DYNPGEXT_GAVE_UP, DT_NOEND);
                	proc_exit(0);				/* no restart is wanted */
                }

                /*
                 * Run ticks until the process is ended, or, if the worker runs once, until a tick
                 * has succeeded.
                 */
                static void
                run_worker(const dynpgext_worker *worker)
                {
                	dynpgext_context context = {
                		.instance = dynpgext_my_instance(),
                		.argument = worker->argument,
                		.extra = worker->extra != NULL ? worker->extra : ""
                	};
                	MemoryContext memory = AllocSetContextCreate(TopMemoryContext, "tick", ALLOCSET_DEFAULT_SIZES);
                	TimestampTz last = 0;		/* when the last tick was due; 0: there was
                								 * none */
                	int64		pause = 0;		/* milliseconds; 0 after a good tick */
                	int			failures = 0;	/* in a row */

                	MemoryContextSwitchTo(memory);
                	pgstat_report_activity(STATE_IDLE, NULL);
                	for (;;)
                	{
                		TimestampTz now;

                		handle_interrupts();

                		/*
                		 * compute it each time: a reload may change the period, and the clock
                		 * may be set back
                		 */
                		now = GetCurrentTimestamp();
                		last = Min(last, now);
                		context.due = next_due(worker, now, last, pause);
                		if (is_enabled(worker) && pause == 0 && take_wake())
                			context.due = now;

                		if (!is_enabled(worker))
                			worker_sleep(DYNPGEXT_DISABLED, DT_NOEND);
                		else if (now < context.due)
                			worker_sleep(failures > 0 ? DYNPGEXT_FAILING : DYNPGEXT_IDLE, context.due);
                		else
                		{
                			bool		ok = run_tick(worker, &context, memory);

                			if (ok && worker->once)
                				break;
                			failures = ok ? 0 : failures + 1;
                			if (worker->give_up_after > 0 && failures >= worker->give_up_after)
                				give_up(failures);
                			pause = ok ? 0 : pause_after(worker, failures);
                			last = ok ? last_due(worker, context.due) : GetCurrentTimestamp();
                			context.tick++;
                		}
                	}
                }

                /*
                 * What the main function of each worker calls.
                 */
                void
                dynpgext_worker_main(const dynpgext_worker *worker, Datum main_arg)
                {
                	dynpgext_accept_signals();
                	connect_worker(worker, main_arg);
                	dynpgext_defer_shutdown(worker);

                	dynpgext_find_row(worker);
                	dynpgext_report_state(DYNPGEXT_IDLE, DT_NOEND);
                	before_shmem_exit(dynpgext_release_row, (Datum) 0);
                	run_worker(worker);
                	/* exit status 0: no restart is wanted */
                	dynpgext_report_state(DYNPGEXT_DONE, DT_NOEND);
                }

                """##),
    ]
}
