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
