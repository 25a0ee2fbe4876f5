/*-------------------------------------------------------------------------
 *
 * catalog.h
 *	  Reads pg_database and pg_extension.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_CATALOG_H
#define DYNPGEXT_CATALOG_H

#include "nodes/pg_list.h"

#include "state/state.h"

/* A row of pg_extension, with what its files said. */
typedef struct ExtensionSeen
{
	ModuleKey	key;
	Oid			oid;
	Oid			owner;
	bool		committed;		/* read from the catalog, and not of this
								 * transaction */
	ModuleStatus status;
	const char *problem;		/* a literal, or NULL */
	bool		is_news;		/* set when it is published: the log is to be
								 * told */
} ExtensionSeen;

extern List *catalog_extensions(void);
extern List *catalog_databases(void);

#endif							/* DYNPGEXT_CATALOG_H */
