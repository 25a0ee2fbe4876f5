/*-------------------------------------------------------------------------
 *
 * all_types_hooks.c
 *	  The C code of "all_types" that is yours.
 *
 * dynpgext-gen wrote this file once and never touches it again.  all_types.h
 * declares what you can use here.
 *
 *-------------------------------------------------------------------------
 */

#include "postgres.h"

#include "all_types.h"

/*
 * One tick of the worker "fill"
 *
 * It runs in a transaction, which an ERROR rolls back.  Call
 * CHECK_FOR_INTERRUPTS() in loops, or it cannot be stopped.
 */
void
all_types_fill_run(all_types_fill_context *context)
{
}

/*
 * One tick of the worker "lone"
 *
 * The worker is connected to no database.  Call CHECK_FOR_INTERRUPTS() in
 * loops, or it cannot be stopped.
 */
void
all_types_lone_run(all_types_lone_context *context)
{
}

/*
 * One tick of the worker "shared"
 *
 * It runs in a transaction, which an ERROR rolls back.  Call
 * CHECK_FOR_INTERRUPTS() in loops, or it cannot be stopped.
 */
void
all_types_shared_run(all_types_shared_context *context)
{
}

/*
 * One tick of the worker "reader"
 *
 * It runs in a transaction, which an ERROR rolls back.  Call
 * CHECK_FOR_INTERRUPTS() in loops, or it cannot be stopped.
 */
void
all_types_reader_run(all_types_reader_context *context)
{
}
