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
