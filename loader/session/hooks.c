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
