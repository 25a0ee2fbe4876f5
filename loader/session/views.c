/*-------------------------------------------------------------------------
 *
 * views.c
 *	  The functions behind the views.
 *
 * Locking: the tables are copied under tables_lock, and shown without it.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "base/steady.h"
#include "dynpgext.h"
#include "state/runs.h"
#include "state/state.h"

PG_FUNCTION_INFO_V1(dynpgext_workers);
PG_FUNCTION_INFO_V1(dynpgext_extensions);
PG_FUNCTION_INFO_V1(dynpgext_databases);
PG_FUNCTION_INFO_V1(dynpgext_blocks);

/* A private copy of a table. */
typedef struct Rows
{
	char	   *first;
	uint32		count;
	uint32		width;
} Rows;

/* Row i of a copy. */
#define ROW(rows, i) ((void *) ((rows).first + (Size) (i) * (rows).width))

/* Copies a table; the caller holds tables_lock. */
static Rows
copy_rows(SharedTable *table)
{
	Rows		rows;

	rows.width = table->width;
	rows.first = table_copy(table, &rows.count);
	return rows;
}

/* Prepares the result of a set-returning function in materialize mode. */
static ReturnSetInfo *
begin_result(FunctionCallInfo fcinfo)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	TupleDesc	descriptor;
	MemoryContext previous;

	if (result == NULL || !IsA(result, ReturnSetInfo) ||
		(result->allowedModes & SFRM_Materialize) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("set-valued function called in context that cannot accept a set")));
	previous = MemoryContextSwitchTo(result->econtext->ecxt_per_query_memory);
	if (get_call_result_type(fcinfo, NULL, &descriptor) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	result->returnMode = SFRM_Materialize;
	result->setResult = tuplestore_begin_heap((result->allowedModes & SFRM_Materialize_Random) != 0,
											  false, work_mem);
	result->setDesc = descriptor;
	MemoryContextSwitchTo(previous);
	return result;
}

/* Sets a text column, NULL for NULL. */
static void
set_text(Datum *value, bool *is_null, const char *text)
{
	*is_null = text == NULL;

	if (text !=NULL)
		*value = CStringGetTextDatum(text);
}

/* Sets a timestamp column, NULL unless it is given. */
static void
set_time(Datum *value, bool *is_null, bool given, TimestampTz time)
{
	*is_null = !given;
	*value = TimestampTzGetDatum(time);
}

/* The name of a database in a copied table, or NULL. */
static const char *
database_name(Rows databases, Oid oid)
{
	for (uint32 i = 0; i < databases.count; i++)
	{
		DatabaseRow *row = ROW(databases, i);

		if (row->oid == oid)
			return row->name;
	}
	return NULL;
}

/* A worker's state in a word; *pid is set if it runs. */
static const char *
worker_state(const WorkerRow *row, pid_t *pid)
{
	RunSlot		slot;

	*pid = 0;
	if (row->run < 0)
		return row->done ? "done" : "waiting";
	run_look(row->run, &slot);
	*pid = slot.pid;
	if (slot.state == RUN_CLAIMED)
		return "starting";
	if (slot.state != RUN_ALIVE)
		return "exited";
	return slot.stop_asked ? "stopping" : "running";
}

/* One row of dynpgext.workers. */
static void
put_worker(ReturnSetInfo *result, const WorkerRow *row, Rows databases)
{
	Datum		values[12];
	bool		nulls[12] = {false};
	pid_t		pid;
	bool		local = OidIsValid(row->database);
	bool		waits = row->run < 0 && !row->done;

	set_text(&values[0], &nulls[0], row->key.name);
	set_text(&values[1], &nulls[1], row->key.version);
	set_text(&values[2], &nulls[2], local ? database_name(databases, row->database) : NULL);
	set_text(&values[3], &nulls[3], local ? "database" : "global");
	set_text(&values[4], &nulls[4], row->name);
	set_text(&values[6], &nulls[6], worker_state (row, &pid));
	values[5] = Int32GetDatum((int32) pid);
	nulls[5] = pid == 0;
	values[7] = Int64GetDatum(row->starts);
	values[8] = Int32GetDatum(row->last_exit);
	nulls[8] = !row->has_exited;
	set_time(&values[9], &nulls[9], row->starts > 0, row->started_at);
	set_time(&values[10], &nulls[10], waits && row->next_start != 0,
			 GetCurrentTimestamp() + (row->next_start - steady_now()));
	set_text(&values[11], &nulls[11], reason_text(row->reason));
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* dynpgext.workers */
Datum
dynpgext_workers(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result;
	Rows		databases;
	Rows		workers;

	state_require();
	result = begin_result(fcinfo);
	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
	databases = copy_rows(&loader_state->databases);
	workers = copy_rows(&loader_state->workers);
	LWLockRelease(loader_state->tables_lock);
	for (uint32 i = 0; i < workers.count; i++)
		put_worker(result, ROW(workers, i), databases);
	return (Datum) 0;
}

/* A module's status in a word. */
static const char *
module_status_text(ModuleStatus status)
{
	switch (status)
	{
		case MODULE_FOUND:
			return "found";
		case MODULE_READY:
			return "ready";
		case MODULE_PLAIN:
			return "plain";
		case MODULE_BROKEN:
			return "broken";
		case MODULE_FAILED:
			return "failed";
	}
	return NULL;
}

/* dynpgext.extensions */
Datum
dynpgext_extensions(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result;
	Rows		modules;

	state_require();
	result = begin_result(fcinfo);
	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
	modules = copy_rows(&loader_state->modules);
	LWLockRelease(loader_state->tables_lock);
	for (uint32 i = 0; i < modules.count; i++)
	{
		ModuleRow  *row = ROW(modules, i);
		Datum		values[4];
		bool		nulls[4] = {false};

		set_text(&values[0], &nulls[0], row->key.name);
		set_text(&values[1], &nulls[1], row->key.version);
		set_text(&values[2], &nulls[2], module_status_text(row->status));
		set_text(&values[3], &nulls[3], row->message[0] != '\0' ? row->message : NULL);
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* dynpgext.databases */
Datum
dynpgext_databases(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result;
	Rows		databases;

	state_require();
	result = begin_result(fcinfo);
	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
	databases = copy_rows(&loader_state->databases);
	LWLockRelease(loader_state->tables_lock);
	for (uint32 i = 0; i < databases.count; i++)
	{
		DatabaseRow *row = ROW(databases, i);
		Reason		reason = row->skipped;
		Datum		values[3];
		bool		nulls[3] = {false};

		if (reason == REASON_NONE && row->failures > 0)
			reason = REASON_SCAN_FAILED;
		set_text(&values[0], &nulls[0], row->name);
		values[1] = BoolGetDatum(row->skipped == REASON_NONE && !row->dirty && !row->scanning);
		set_text(&values[2], &nulls[2], reason_text(reason));
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* dynpgext.blocks */
Datum
dynpgext_blocks(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result;
	Rows		databases;
	Rows		blocks;

	state_require();
	result = begin_result(fcinfo);
	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
	databases = copy_rows(&loader_state->databases);
	blocks = copy_rows(&loader_state->blocks);
	LWLockRelease(loader_state->tables_lock);
	for (uint32 i = 0; i < blocks.count; i++)
	{
		BlockRow   *row = ROW(blocks, i);
		bool		local = OidIsValid(row->database);
		Datum		values[6];
		bool		nulls[6] = {false};

		set_text(&values[0], &nulls[0], row->extension_name);
		set_text(&values[1], &nulls[1], row->name);
		set_text(&values[2], &nulls[2], local ? database_name(databases, row->database) : NULL);
		set_text(&values[3], &nulls[3], local ? "database" : "global");
		values[4] = Int64GetDatum((int64) row->size);
		values[5] = BoolGetDatum(row->ready);
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	return (Datum) 0;
}
