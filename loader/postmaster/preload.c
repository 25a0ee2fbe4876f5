/*-------------------------------------------------------------------------
 *
 * preload.c
 *	  Asking the installed extensions while the server starts.
 *
 * Whoever was asked by the postmaster need not be asked by its children, which
 * inherit the library and the requests.  Nothing else follows from it: blocks
 * and workers come with CREATE EXTENSION, and an extension that was replaced
 * since, or cannot be preloaded, is asked by those who need it.
 *
 * A process that dies here takes the server's start with it.  So all is tried
 * in a child first, and the time for all of them is bounded;
 * "dynpgext.preload" and "dynpgext.disable" keep it from being done at all.
 *
 * Locking: none; there is no shared memory yet.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "utils/memutils.h"

#include "base/settings.h"
#include "base/steady.h"
#include "extension/control.h"
#include "extension/module.h"
#include "extension/trial.h"
#include "postmaster/preload.h"

/* After so long nobody is asked any more: the server has to start. */
#define PRELOAD_LIMIT_MS	6000

/* Asks one version of an extension; returns why that cannot be, or NULL. */
static char *
preload(const ModuleKey *key)
{
	bool		declined = false;
	char	   *failure = trial_run(key, &declined);
	Module	   *module;

	if (failure != NULL || declined)
		return failure;
	module = module_open(key);
	if (module == NULL)
		return pstrdup("its files have just changed");
	/* whoever needs it shall try it anew */
	if (module->failure != NULL || module->declined)
		module_forget(module);
	return module->failure;
}

/* Asks one version of an extension, if it speaks Dynpgext and it is not too late. */
static void
consider(const ModuleKey *key, bool late)
{
	char	   *name;
	char	   *path;
	const char *problem;
	const char *failure = NULL;
	ModuleStatus status = module_find(key, &name, &path, &problem);

	if (extension_disabled(key->name))
		return;
	if (status == MODULE_FOUND)
		failure = late ? "the others have taken too long" : preload(key);
	else if (status == MODULE_BROKEN)
		failure = problem;
	if (failure != NULL)
		ereport(WARNING,
				(errmsg("dynpgext does not preload extension \"%s\" version \"%s\": %s",
						key->name, key->version, failure)));
}

/* Asks every installed extension; for _PG_init(). */
void
preload_extensions(void)
{
	MemoryContext scratch = AllocSetContextCreate(CurrentMemoryContext, "dynpgext preload",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext previous = MemoryContextSwitchTo(scratch);
	TimestampTz begin = steady_now();
	ListCell   *cell;

	foreach(cell, control_installed())
		consider(lfirst(cell),
				 TimestampDifferenceExceeds(begin, steady_now(), PRELOAD_LIMIT_MS));
	MemoryContextSwitchTo(previous);
	MemoryContextDelete(scratch);
}
