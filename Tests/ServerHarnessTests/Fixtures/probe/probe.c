/* The smallest extension: one function that answers 42. */
#include "postgres.h"

#include "fmgr.h"

PG_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(probe);

/* The answer. */
Datum
probe(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(42);
}
