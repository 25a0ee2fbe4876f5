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
