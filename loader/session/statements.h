/*-------------------------------------------------------------------------
 *
 * statements.h
 *	  Which statements must not meet workers.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_STATEMENTS_H
#define DYNPGEXT_STATEMENTS_H

#include "nodes/pg_list.h"

extern Oid	statement_clears(Node *statement, bool alone);
extern List *statement_replaces(Node *statement);

#endif							/* DYNPGEXT_STATEMENTS_H */
