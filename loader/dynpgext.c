/*-------------------------------------------------------------------------
 *
 * dynpgext.c
 *	  The loader's module: what happens when the postmaster loads it.
 *
 * Preloaded with shared_preload_libraries it gives Dynpgext extensions their
 * shared memory and workers, in every database, without a restart.  The
 * README beside this file tells how the processes work together.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "miscadmin.h"
#include "storage/fd.h"

#include "base/compat.h"
#include "base/settings.h"
#include "dynpgext.h"
#include "postmaster/preload.h"
#include "postmaster/shmem.h"
#include "session/hooks.h"
#include "state/owners.h"
#include "state/tranches.h"
#include "supervisor/supervisor.h"

LOADER_MODULE_MAGIC;

extern DYNPGEXT_EXPORT void _PG_init(void);

/*
 * Is this "postgres -C", which since 15 comes so far for some settings?  Then
 * the postmaster is silent (postmaster.c), and its command line has that option.
 */
static bool
prints_a_setting(void)
{
	FILE	   *file = LOADER_LOG_LEVEL == FATAL ? AllocateFile("/proc/self/cmdline", "r") : NULL;
	char		argument[MAXPGPATH];
	size_t		length = 0;
	bool		found = false;
	int			next;

	while (file != NULL && (next = fgetc(file)) != EOF)
	{
		argument[length] = (char) next;
		if (next == '\0')
			found |= strncmp(argument, "-C", strlen("-C")) == 0;
		length = next == '\0' ? 0 : Min(length + 1, sizeof(argument) - 1);
	}
	if (file != NULL)
		FreeFile(file);
	return found;
}

/* Lets extensions find the loader, whichever of the two was loaded first. */
static void
offer_loader(void)
{
	static dynpgext_loader loader = {
		sizeof(dynpgext_loader), DYNPGEXT_LOADER_VERSION,
		dynpgext_lookup_shmem, &dynpgext_generation, tranche_of, owner_before
	};

	*find_rendezvous_variable("dynpgext") = &loader;
}

/*
 * Without shared_preload_libraries the library only serves its SQL functions,
 * which say what is missing.
 */
void
_PG_init(void)
{
	if (!process_shared_preload_libraries_in_progress)
		return;
#ifdef EXEC_BACKEND
	ereport(ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
			 errmsg("dynpgext is not supported where processes are not forked")));
#endif
	settings_define();
	if (IsBinaryUpgrade)
		return;
	shmem_install();
	/* what it prints may be the size of shared memory */
	if (prints_a_setting())
		return;
	offer_loader();
	hooks_install();
	supervisor_register();
	if (setting_preload && IsPostmasterEnvironment)
		preload_extensions();
}
