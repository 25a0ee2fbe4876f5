/*-------------------------------------------------------------------------
 *
 * stat_snapshots_hooks.c
 *	  The C code of "stat_snapshots" that is yours.
 *
 * dynpgext-gen wrote this file once and never touches it again.  stat_snapshots.h
 * declares what you can use here.
 *
 *-------------------------------------------------------------------------
 */

#include "postgres.h"

#include "stat_snapshots.h"
