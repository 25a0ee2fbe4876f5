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
