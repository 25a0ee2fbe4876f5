/*-------------------------------------------------------------------------
 *
 * hostile_hooks.c
 *	  The C code of "hostile" that is yours.
 *
 * dynpgext-gen wrote this file once and never touches it again.  hostile.h
 * declares what you can use here.
 *
 *-------------------------------------------------------------------------
 */

#include "postgres.h"

#include "hostile.h"

/*
 * One tick of the worker "hook": "q" 's' \ b / * * / ? ?/ // 🐘 U+202Ebidi $(rm -rf x) `id` %s %n ${HOME} MODULE_PATHNAME @extschema@ @extowner@ $$ U+1 \ echo x $(shell id) #
 *
 * It runs in a transaction, which an ERROR rolls back.  Call
 * CHECK_FOR_INTERRUPTS() in loops, or it cannot be stopped.
 */
void
hostile_hook_run(hostile_hook_context *context)
{
}
