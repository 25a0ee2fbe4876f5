/*-------------------------------------------------------------------------
 *
 * hot_hooks.c
 *	  The C code of "hot" that is yours.
 *
 * dynpgext-gen wrote this file once and never touches it again.  hot.h
 * declares what you can use here.
 *
 *-------------------------------------------------------------------------
 */

#include "postgres.h"

#include "hot.h"

/*
 * One tick of the worker "tick"
 *
 * The worker is connected to no database.  Call CHECK_FOR_INTERRUPTS() in
 * loops, or it cannot be stopped.
 */
void
hot_tick_run(hot_tick_context *context)
{
}
