/*-------------------------------------------------------------------------
 *
 * cron_hooks.c
 *	  The C code of "cron" that is yours.
 *
 * dynpgext-gen wrote this file once and never touches it again.  cron.h
 * declares what you can use here.
 *
 *-------------------------------------------------------------------------
 */

#include "postgres.h"

#include "cron.h"
