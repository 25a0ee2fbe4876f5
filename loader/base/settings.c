/*-------------------------------------------------------------------------
 *
 * settings.c
 *	  The administrator's settings.
 *
 * Locking: none.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "utils/guc.h"
#include "utils/varlena.h"

#include "base/compat.h"
#include "base/settings.h"

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

/* Defines all of them; called once, by _PG_init(). */
void
settings_define(void)
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

/* Is the extension switched off by the administrator? */
bool
extension_disabled(const char *name)
{
	char	   *raw = pstrdup(setting_disable);
	List	   *names = NIL;
	ListCell   *cell;
	bool		found = false;

	/* the check hook has seen that it is a list */
	(void) SplitIdentifierString(raw, ',', &names);
	foreach(cell, names)
		found |= strcmp((char *) lfirst(cell), name) == 0;
	list_free(names);
	pfree(raw);
	return found;
}
