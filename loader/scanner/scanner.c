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
