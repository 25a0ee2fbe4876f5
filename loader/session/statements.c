/*-------------------------------------------------------------------------
 *
 * statements.c
 *	  Statements that workers would block.
 *
 * CREATE DATABASE from a template, ALTER DATABASE RENAME and SET TABLESPACE
 * fail while anybody is connected.  DROP EXTENSION and ALTER EXTENSION UPDATE
 * lock what the extension's workers may just use, such as a table whose index
 * one of them rebuilds concurrently: that waits for the transaction of the
 * statement, so that they deadlock.  No hook fires in the middle of them
 * before it is too late, so the loader has to act before they begin; and it
 * must not for somebody whom the server will refuse, who could otherwise stop
 * workers.  So the checks here are at least as strict as the server's.
 *
 * Locking: none is kept.  Names are resolved again by the statement; if they
 * have changed in between it fails, and nothing but a restart was lost.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/xact.h"
#include "catalog/pg_authid.h"
#include "catalog/pg_database.h"
#include "catalog/pg_extension.h"
#include "catalog/pg_tablespace.h"
#include "commands/dbcommands.h"
#include "commands/defrem.h"
#include "commands/extension.h"
#include "commands/tablespace.h"
#include "miscadmin.h"
#include "nodes/parsenodes.h"
#include "utils/acl.h"
#include "utils/syscache.h"

#include "base/compat.h"
#include "session/statements.h"

/* May the role create databases? */
static bool
may_create(void)
{
	HeapTuple	tuple;
	bool		may = false;

	if (superuser())
		return true;
	tuple = SearchSysCache1(AUTHOID, ObjectIdGetDatum(GetUserId()));
	if (HeapTupleIsValid(tuple))
	{
		may = ((Form_pg_authid) GETSTRUCT(tuple))->rolcreatedb;
		ReleaseSysCache(tuple);
	}
	return may;
}

/* Does the role own the database? */
static bool
owns(Oid database)
{
	return OidIsValid(database) && LOADER_OWNS_DATABASE(database, GetUserId());
}

/* The value of an option as text, or NULL if it is not given. */
static char *
option_text(List *options, const char *name)
{
	ListCell   *cell;

	foreach(cell, options)
	{
		DefElem    *option = lfirst(cell);

		if (strcmp(option->defname, name) == 0 && option->arg != NULL)
			return defGetString(option);
	}
	return NULL;
}

/*
 * The template that is to be copied.  Only a database that is no template
 * has workers, and that only its owner may copy.
 */
static Oid
template_of(CreatedbStmt *statement)
{
	char	   *name = option_text(statement->options, "template");
	Oid			database = name != NULL ? get_database_oid(name, true) : InvalidOid;

	return may_create() && owns(database) ? database : InvalidOid;
}

/* The database that is to be renamed. */
static Oid
renamed(RenameStmt *statement)
{
	Oid			database;

	if (statement->renameType != OBJECT_DATABASE)
		return InvalidOid;
	database = get_database_oid(statement->subname, true);
	return may_create() && owns(database) &&
		!OidIsValid(get_database_oid(statement->newname, true)) ? database : InvalidOid;
}

/* The database that is to be moved. */
static Oid
moved(AlterDatabaseStmt *statement)
{
	char	   *name = option_text(statement->options, "tablespace");
	Oid			tablespace = name != NULL ? get_tablespace_oid(name, true) : InvalidOid;
	Oid			database = get_database_oid(statement->dbname, true);

	return OidIsValid(tablespace) && owns(database) &&
		LOADER_MAY_USE_TABLESPACE(tablespace, GetUserId()) ? database : InvalidOid;
}

/*
 * The database that the statement wants for itself, if the role may run the
 * statement; an invalid OID otherwise.  Is it alone in its transaction?  In a
 * transaction block or a function a database can be renamed, no more.
 */
Oid
statement_clears(Node *statement, bool alone)
{
	if (!IsTransactionState() || XactReadOnly)
		return InvalidOid;
	if (IsA(statement, RenameStmt))
		return renamed((RenameStmt *) statement);
	if (alone && IsA(statement, CreatedbStmt))
		return template_of((CreatedbStmt *) statement);
	if (alone && IsA(statement, AlterDatabaseStmt))
		return moved((AlterDatabaseStmt *) statement);
	return InvalidOid;
}

/* The extension's name in a list of one, if the role owns it. */
static List *
owned_extension(char *name)
{
	Oid			extension = get_extension_oid(name, true);

	return OidIsValid(extension) && LOADER_OWNS_EXTENSION(extension, GetUserId()) ?
		list_make1(name) : NIL;
}

/*
 * The names of the extensions that the statement drops or updates, if the role
 * may run the statement.
 */
List *
statement_replaces(Node *statement)
{
	List	   *replaced = NIL;
	ListCell   *cell;

	if (!IsTransactionState() || XactReadOnly)
		return NIL;
	if (IsA(statement, AlterExtensionStmt))
		return owned_extension(((AlterExtensionStmt *) statement)->extname);
	if (!IsA(statement, DropStmt) || ((DropStmt *) statement)->removeType != OBJECT_EXTENSION)
		return NIL;
	foreach(cell, ((DropStmt *) statement)->objects)
		replaced = list_concat(replaced, owned_extension(strVal(lfirst(cell))));
	return replaced;
}
