/*-------------------------------------------------------------------------
 *
 * statements.h
 *	  Which statements want a database for themselves.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_STATEMENTS_H
#define DYNPGEXT_STATEMENTS_H

#include "nodes/nodes.h"

extern Oid	statement_clears(Node *statement);

#endif							/* DYNPGEXT_STATEMENTS_H */
