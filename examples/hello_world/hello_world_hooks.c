/*-------------------------------------------------------------------------
 *
 * hello_world_hooks.c
 *	  The C code of "hello_world" that is yours.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "hello_world.h"

void
hello_world_hello_run(hello_world_hello_context *context)
{
	ereport(LOG, (errmsg("Hello World!")));
}
