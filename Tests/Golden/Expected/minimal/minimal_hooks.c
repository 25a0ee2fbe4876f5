/*-------------------------------------------------------------------------
 *
 * minimal_hooks.c
 *	  The C code of "minimal" that is yours.
 *
 * dynpgext-gen wrote this file once and never touches it again.  minimal.h
 * declares what you can use here.
 *
 *-------------------------------------------------------------------------
 */

#include "postgres.h"

#include "minimal.h"
