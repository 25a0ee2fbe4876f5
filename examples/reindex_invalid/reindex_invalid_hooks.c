/*-------------------------------------------------------------------------
 *
 * reindex_invalid_hooks.c
 *	  The C code of "reindex_invalid" that is yours.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "access/xact.h"
#include "executor/spi.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "reindex_invalid.h"

/*
 * Note the next attempt and return its command, or NULL if there is nothing to
 * do.  It is noted before it begins, so that one that fails is not the next one
 * again.
 */
static char *
next_command(void)
{
	MemoryContext memory = CurrentMemoryContext;
	char	   *command = NULL;

	StartTransactionCommand();
	PushActiveSnapshot(GetTransactionSnapshot());
	SPI_connect();
	if (SPI_execute("INSERT INTO attempts (index, name, command) "
					"SELECT index, name, command FROM due LIMIT 1 RETURNING command",
					false, 0) != SPI_OK_INSERT_RETURNING)
		elog(ERROR, "cannot note an attempt");
	if (SPI_processed > 0)
		command = MemoryContextStrdup(memory, SPI_getvalue(SPI_tuptable->vals[0],
														   SPI_tuptable->tupdesc, 1));
	SPI_finish();
	PopActiveSnapshot();
	CommitTransactionCommand();
	MemoryContextSwitchTo(memory);
	return command;
}

void
reindex_invalid_rebuild_run(reindex_invalid_rebuild_context *context)
{
	char	   *command;

	while ((command = next_command()) != NULL)
		reindex_invalid_execute(command);
}
