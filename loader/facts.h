/*-------------------------------------------------------------------------
 *
 * facts.h
 *	  What the catalogs said when they were last read.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_FACTS_H
#define DYNPGEXT_FACTS_H

#include "nodes/pg_list.h"

#include "state.h"

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
extern List *shared_extensions(Oid database);
extern List *catalog_databases(void);

extern uint64 facts_tick(void);
extern void databases_sync(List *databases, uint64 clock);
extern DatabaseRow *database_row(Oid oid);
extern uint64 facts_begin_scan(Oid database);
extern void facts_publish(Oid database, uint64 clock, List *extensions);
extern bool facts_have_module(const ModuleKey *key);
extern bool facts_have_other_version(const ModuleKey *key, Oid database);
extern bool facts_have_extension(const char *name, Oid database, Oid extension);

#endif							/* DYNPGEXT_FACTS_H */
