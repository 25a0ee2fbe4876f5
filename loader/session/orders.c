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
