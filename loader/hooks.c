/*-------------------------------------------------------------------------
 *
 * hooks.c
 *	  Hints from sessions: some catalog has perhaps changed.
 *
 * A change of pg_extension or pg_database is noted in the session, and passed
 * to the supervisor when its transaction ends; also when it aborts, because
 * blocks may have been made in it.  What exactly changed is of no interest:
 * the catalog will be read.  The end of a prepared transaction brings no
 * object event, so it always counts as a change.
 *
 * DROP DATABASE stops the workers of its database: the hook fires after the
 * check of the privilege and before the count of the sessions.  Other
 * statements that workers would hinder have no such hook; see statements.c.
 * The workers stay away until the transaction has ended.
 *
 * Locking: marks_lock, in state.c.  Nothing here can fail after a commit.
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

#include "compat.h"
#include "hooks.h"
#include "runs.h"
#include "state.h"
#include "statements.h"
#include "steady.h"

/* How long a statement waits for the workers. */
#define PATIENCE_MS	5000
#define LOOK_AGAIN_MS	10

static object_access_hook_type previous_object_hook = NULL;
static ProcessUtility_hook_type previous_utility_hook = NULL;

/* What the current transaction may have changed. */
static bool extensions_changed = false;
static bool databases_changed = false;

/* Does this session hold a lease? */
static bool holds_lease = false;

/* Gives the lease up. */
static void
release_lease(void)
{
	if (holds_lease)
		lease_release();
	holds_lease = false;
}

/*
 * Sends the workers of an extension, or of all if it is "", away from a
 * database and waits until they have gone.
 */
static void
clear_database(Oid database, const char *extension)
{
	TimestampTz begin = steady_now();
	int			remaining;

	if (!lease_take(database, extension))
		return;
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
		extensions_changed = true;
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

/* Sends away those whom the statement must not meet. */
static void
clear_the_way(Node *statement, bool toplevel)
{
	Oid			database = toplevel ? statement_clears(statement) : InvalidOid;
	ListCell   *cell;

	if (OidIsValid(database))
		clear_database(database, "");
	foreach(cell, statement_replaces(statement))
		clear_database(MyDatabaseId, lfirst(cell));
}

/* Notes the end of a prepared transaction, and sends workers away. */
static void
on_utility(UTILITY_PARAMETERS)
{
	if (state_usable())
	{
		if (ends_prepared(pstmt))
			extensions_changed = databases_changed = true;
		clear_the_way(pstmt->utilityStmt, context == PROCESS_UTILITY_TOPLEVEL);
	}
	if (previous_utility_hook)
		previous_utility_hook(UTILITY_ARGUMENTS);
	else
		standard_ProcessUtility(UTILITY_ARGUMENTS);
}

/* Leaves the hints that the transaction has noted. */
static void
pass_on_changes(void)
{
	Marks		marks;

	if (!extensions_changed && !databases_changed)
		return;
	memset(&marks, 0, sizeof(marks));
	marks.databases = databases_changed;
	if (extensions_changed)
		marks.dirty[marks.count++] = MyDatabaseId;
	extensions_changed = databases_changed = false;
	marks_add(&marks);
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
	pass_on_changes();
	release_lease();
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
}
