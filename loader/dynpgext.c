/*-------------------------------------------------------------------------
 *
 * dynpgext.c
 *	  The loader's module: settings, and what the postmaster does.
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
#include "utils/varlena.h"

#include "compat.h"
#include "dynpgext.h"
#include "hooks.h"
#include "owners.h"
#include "preload.h"
#include "process.h"
#include "settings.h"
#include "state.h"
#include "tranches.h"

LOADER_MODULE_MAGIC;

extern DYNPGEXT_EXPORT void _PG_init(void);

int			setting_check_interval = 60;
int			setting_assume_revision = 1;
char	   *setting_disable = NULL;
bool		setting_preload = true;

static bool setting_loader_present = true;

/* Is it a list of names? */
static bool
check_disable(char **value, void **extra, GucSource source)
{
	char	   *raw = pstrdup(*value);
	List	   *names;
	bool		valid = SplitIdentifierString(raw, ',', &names);

	if (!valid)
		GUC_check_errdetail("List syntax is invalid.");
	list_free(names);
	pfree(raw);
	return valid;
}

/* Defines the settings. */
static void
define_settings(void)
{
	DefineCustomBoolVariable("dynpgext.loader_present",
							 "Tells extensions that a Dynpgext loader is there.",
							 NULL,
							 &setting_loader_present,
							 true,
							 PGC_INTERNAL, GUC_NOT_IN_SAMPLE | GUC_DISALLOW_IN_FILE,
							 NULL, NULL, NULL);
	DefineCustomIntVariable("dynpgext.check_interval",
							"Time between two looks at pg_database without a hint.",
							"On a standby all databases are then looked at.",
							&setting_check_interval,
							60, 1, 3600,
							PGC_SIGHUP, GUC_UNIT_S,
							NULL, NULL, NULL);
	DefineCustomIntVariable("dynpgext.assume_revision",
							"Revision of the interface that is assumed for libraries that do not tell.",
							NULL,
							&setting_assume_revision,
							1, 1, 2,
							PGC_SIGHUP, 0,
							NULL, NULL, NULL);
	DefineCustomStringVariable("dynpgext.disable",
							   "Extensions whose code the loader does not run.",
							   NULL,
							   &setting_disable,
							   "",
							   PGC_SIGHUP, GUC_LIST_INPUT,
							   check_disable, NULL, NULL);
	DefineCustomBoolVariable("dynpgext.preload",
							 "Runs the init of installed extensions while the server starts.",
							 "It is tried in a child process first.",
							 &setting_preload,
							 true,
							 PGC_POSTMASTER, 0,
							 NULL, NULL, NULL);
	MarkGUCPrefixReserved("dynpgext");
}

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
	define_settings();
	if (IsBinaryUpgrade)
		return;
	state_install();
	/* what it prints may be the size of shared memory */
	if (prints_a_setting())
		return;
	offer_loader();
	hooks_install();
	supervisor_register();
	if (setting_preload && IsPostmasterEnvironment)
		preload_extensions();
}
