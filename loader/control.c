/*-------------------------------------------------------------------------
 *
 * control.c
 *	  Which library belongs to a version of an extension.
 *
 * The control files are read with the server's own parser, in the server's
 * order: NAME.control, then NAME--VERSION.control, which overrides it.  A
 * file that cannot be read or parsed is a problem to report, never an ERROR:
 * an extension that is installed with broken files must not disturb others.
 *
 * Locking: none.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include <sys/stat.h>

#include "commands/extension.h"
#include "miscadmin.h"
#include "storage/fd.h"

#include "compat.h"
#include "control.h"

/* Is it a name that can stand in a file's name? */
static bool
is_file_name_part(const char *name)
{
	return name[0] != '\0' && strchr(name, '/') == NULL &&
		strstr(name, "..") == NULL && strlen(name) < MAXPGPATH / 4;
}

/* The path in one directory of the search path, or NULL if there is none. */
static char *
existing_file(const char *directory, size_t length, const char *file)
{
	char		system[MAXPGPATH];
	char	   *path;
	struct stat status;

	if (length >= strlen("$system") && strncmp(directory, "$system", strlen("$system")) == 0)
	{
		get_share_path(my_exec_path, system);
		path = psprintf("%s%.*s/extension/%s", system,
						(int) (length - strlen("$system")), directory + strlen("$system"), file);
	}
	else
		path = psprintf("%.*s/extension/%s", (int) length, directory, file);

	if (stat(path, &status) == 0 && S_ISREG(status.st_mode))
		return path;
	pfree(path);
	return NULL;
}

/* The first NAME.control on the search path, or NULL. */
static char *
find_control_file(const char *name)
{
	const char *path = LOADER_CONTROL_PATH;
	char	   *file = psprintf("%s.control", name);
	char	   *found = NULL;

	if (path == NULL || path[0] == '\0')
		path = "$system";
	while (found == NULL && *path != '\0')
	{
		size_t		length = strcspn(path, ":");

		found = existing_file(path, length, file);
		path += length + (path[length] == ':' ? 1 : 0);
	}
	pfree(file);
	return found;
}

/* Sets *value to the file's module_pathname, if it has one; false: broken. */
static bool
read_module_pathname(const char *path, char **value)
{
	FILE	   *file = AllocateFile(path, "r");
	ConfigVariable *head = NULL;
	ConfigVariable *tail = NULL;
	bool		parsed;

	if (file == NULL)
		return false;
	parsed = ParseConfigFp(file, path, 0, DEBUG1, &head, &tail);
	FreeFile(file);
	for (ConfigVariable *item = head; parsed && item != NULL; item = item->next)
	{
		if (strcmp(item->name, "module_pathname") == 0 && item->value != NULL)
			*value = pstrdup(item->value);
	}
	FreeConfigVariables(head);
	return parsed;
}

/*
 * What the control files say about the library, in palloc'd memory; NULL and
 * a literal in *problem if they are missing, broken or silent about it.
 */
char *
control_module_pathname(const ModuleKey *key, const char **problem)
{
	char	   *value = NULL;
	char	   *path;
	char	   *auxiliary;
	struct stat status;

	*problem = NULL;
	if (!is_file_name_part(key->name) || !is_file_name_part(key->version))
	{
		*problem = "its name or version cannot be part of a file name";
		return NULL;
	}
	path = find_control_file(key->name);
	if (path == NULL)
	{
		*problem = "its control file is missing";
		return NULL;
	}
	auxiliary = psprintf("%.*s--%s.control",
						 (int) (strlen(path) - strlen(".control")), path, key->version);
	if (!read_module_pathname(path, &value) ||
		(stat(auxiliary, &status) == 0 && !read_module_pathname(auxiliary, &value)))
		*problem = "its control file cannot be read";
	else if (value == NULL)
		*problem = "its control file names no library";
	return *problem == NULL ? value : NULL;
}
