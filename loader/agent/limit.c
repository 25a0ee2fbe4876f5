/*-------------------------------------------------------------------------
 *
 * limit.c
 *	  The time that an extension's code has in the agent.
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

/* The time that an extension has for each call. */
#define CALL_LIMIT_MS	10000

/* The time that it then has to leave by itself, or to give back a lock. */
#define CALL_GRACE_MS	2000
#define LOCK_GRACE_MS	100

/* What is wrong with a module whose code has ended the agent. */
#define OVERDUE	"its code did not return in time, or ended the process"

static TimeoutId call_timeout;

/* The module whose code is running, or NULL. */
static const ModuleKey *volatile key = NULL;

/* Has it used up its time?  Is the agent being ended because of that? */
static volatile bool is_late = false;
static volatile bool is_leaving = false;

/* What the log is told then. */
static char last_words[sizeof(ModuleKey) + 100];

/*
 * Ends the agent in a signal handler, wherever the extension's code is: perhaps
 * in malloc() or stdio, which must not be entered again.  So nothing is
 * formatted, and no buffer is written.  The server needs shared memory as
 * proc_exit() leaves it, or it would take us for crashed, and that gets by
 * without the heap.
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
 * The extension's code takes too long.  First the agent is asked to leave when
 * that checks for interrupts, as all that waits in PostgreSQL does.  If it does
 * not, or has held them, the agent is ended; unless the code has called us and
 * holds a lock, then a little later.  Interrupts are held once by who calls
 * this, see handle_sig_alarm(), and once while init or fini runs, or
 * proc_exit().
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

/* An agent that goes while the extension's code runs blames the extension. */
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

/* The extension's code follows. */
void
limit_begin(const ModuleKey *running)
{
	key = running;
	snprintf(last_words, sizeof(last_words),
			 "LOG:  extension \"%s\" version \"%s\" took too long, and its agent was ended\n",
			 key->name, key->version);
	enable_timeout_after(call_timeout, CALL_LIMIT_MS);
}

/* The extension's code has returned. */
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

/* For the start of the agent. */
void
limit_install(void)
{
	call_timeout = RegisterTimeout(USER_TIMEOUT, call_timed_out);
	before_shmem_exit(agent_exit, (Datum) 0);
}
