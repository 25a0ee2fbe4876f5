/*-------------------------------------------------------------------------
 *
 * idle_killer_hooks.c
 *	  The C code of "idle_killer" that is yours.
 *
 * dynpgext-gen wrote this file once and never touches it again.  idle_killer.h
 * declares what you can use here.
 *
 *-------------------------------------------------------------------------
 */

#include "postgres.h"

#include "idle_killer.h"
