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

#include "state/state.h"

extern List *shared_extensions(Oid database);
extern DatabaseRow *database_row(Oid oid);
extern bool facts_have_module(const ModuleKey *key);
extern bool facts_have_other_version(const ModuleKey *key, Oid database);
extern bool facts_have_extension(const char *name, Oid database, Oid extension);

#endif							/* DYNPGEXT_FACTS_H */
