/*-------------------------------------------------------------------------
 *
 * reindex_invalid_hooks.c
 *	  The C code of "reindex_invalid" that is yours.
 *
 * dynpgext-gen wrote this file once and never touches it again.  reindex_invalid.h
 * declares what you can use here.
 *
 *-------------------------------------------------------------------------
 */

#include "postgres.h"

#include "reindex_invalid.h"
