/*-------------------------------------------------------------------------
 *
 * catalog.c
 *	  Reads pg_database and pg_extension.
 *
 * Locking: AccessShareLock on the catalog, for as long as it is read.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/heapam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/pg_database.h"
#include "catalog/pg_extension.h"
#include "utils/builtins.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "state/catalog.h"

/* The mark of a database whose DROP was interrupted; named since 17. */
#define CONNECTION_LIMIT_INVALID	(-2)

/*
 * The extensions of this process's database as its transaction sees them;
 * files are not looked at.
 */
List *
catalog_extensions(void)
{
	Relation	relation = table_open(ExtensionRelationId, AccessShareLock);
	SysScanDesc scan = systable_beginscan(relation, InvalidOid, false, NULL, 0, NULL);
	List	   *seen = NIL;
	HeapTuple	tuple;

	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		Form_pg_extension form = (Form_pg_extension) GETSTRUCT(tuple);
		ExtensionSeen *extension = palloc0(sizeof(ExtensionSeen));
		bool		is_null;
		Datum		version = heap_getattr(tuple, Anum_pg_extension_extversion,
										   RelationGetDescr(relation), &is_null);

		extension->oid = form->oid;
		extension->owner = form->extowner;
		extension->committed =
			!TransactionIdIsCurrentTransactionId(HeapTupleHeaderGetXmin(tuple->t_data));
		strlcpy(extension->key.name, NameStr(form->extname), sizeof(extension->key.name));
		if (!is_null &&
			strlcpy(extension->key.version, TextDatumGetCString(version),
					sizeof(extension->key.version)) < sizeof(extension->key.version))
			seen = lappend(seen, extension);
	}
	systable_endscan(scan);
	table_close(relation, AccessShareLock);
	return seen;
}

/* Why the loader leaves a database alone. */
static Reason
skip_reason(Form_pg_database form)
{
	if (form->datconnlimit == CONNECTION_LIMIT_INVALID)
		return REASON_INVALID;
	if (form->datistemplate)
		return REASON_TEMPLATE;
	if (!form->datallowconn)
		return REASON_NO_CONNECTIONS;
	return REASON_NONE;
}

/*
 * All databases, as a list of DatabaseRow in the caller's memory context.
 * Runs a transaction of its own.
 */
List *
catalog_databases(void)
{
	MemoryContext caller = CurrentMemoryContext;
	List	   *databases = NIL;
	Relation	relation;
	TableScanDesc scan;
	HeapTuple	tuple;

	StartTransactionCommand();
	(void) GetTransactionSnapshot();
	relation = table_open(DatabaseRelationId, AccessShareLock);
	scan = table_beginscan_catalog(relation, 0, NULL);
	while (HeapTupleIsValid(tuple = heap_getnext(scan, ForwardScanDirection)))
	{
		Form_pg_database form = (Form_pg_database) GETSTRUCT(tuple);
		MemoryContext transaction = MemoryContextSwitchTo(caller);
		DatabaseRow *row = palloc0(sizeof(DatabaseRow));

		row->oid = form->oid;
		strlcpy(row->name, NameStr(form->datname), sizeof(row->name));
		row->skipped = skip_reason(form);
		databases = lappend(databases, row);
		MemoryContextSwitchTo(transaction);
	}
	table_endscan(scan);
	table_close(relation, AccessShareLock);
	CommitTransactionCommand();
	MemoryContextSwitchTo(caller);
	return databases;
}
