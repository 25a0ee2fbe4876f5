/* loner.c - an extension with one worker, a global one that connects to a database of its own choice. */
#define EXTENSION "loner"
#include "postgres.h"

#include "dynpgext.h"

#include "../fixture.c"

PG_MODULE_MAGIC;
DYNPGEXT_MAGIC;

EXPORT void loner_main(Datum argument);

/* The global worker. */
void
loner_main(Datum argument)
{
	pqsignal(SIGTERM, die);
	BackgroundWorkerUnblockSignals();
	BackgroundWorkerInitializeConnection("postgres", NULL, 0);
	serve(InvalidOid, EXTENSION ":global");
}

void
_Dynpgext_init(const dynpgext_handle *handle)
{
	BackgroundWorker worker;

	ask_blocks(handle);
	describe(&worker, "loner global", "loner_main", handle);
	handle->register_bgworker(handle, &worker, NULL, NULL, DYNPGEXT_SCOPE_GLOBAL);
}
