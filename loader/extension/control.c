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

#include <dirent.h>
#include <sys/stat.h>

#include "commands/extension.h"
#include "miscadmin.h"
#include "storage/fd.h"

#include "base/compat.h"
#include "extension/control.h"

/* Is it a name that can stand in a file's name? */
static bool
is_file_name_part(const char *name)
{
	return name[0] != '\0' && strchr(name, '/') == NULL &&
		strstr(name, "..") == NULL && strlen(name) < MAXPGPATH / 4;
}

/* The directory of control files that an element of the search path means. */
static char *
control_directory(const char *element, size_t length)
{
	char		system[MAXPGPATH];
	size_t		macro = strlen("$system");

	if (length < macro || strncmp(element, "$system", macro) != 0)
		return psprintf("%.*s/extension", (int) length, element);
	get_share_path(my_exec_path, system);
	return psprintf("%s%.*s/extension", system, (int) (length - macro), element + macro);
}

/* The directories of control files, in the server's order. */
static List *
control_directories(void)
{
	const char *path = LOADER_CONTROL_PATH;
	List	   *directories = NIL;

	if (path == NULL || path[0] == '\0')
		path = "$system";
	while (*path != '\0')
	{
		size_t		length = strcspn(path, ":");

		directories = lappend(directories, control_directory(path, length));
		path += length + (path[length] == ':' ? 1 : 0);
	}
	return directories;
}

/* The first NAME.control on the search path, or NULL. */
static char *
find_control_file(const char *name)
{
	ListCell   *cell;

	foreach(cell, control_directories())
	{
		char	   *file = psprintf("%s/%s.control", (char *) lfirst(cell), name);
		struct stat status;

		if (stat(file, &status) == 0 && S_ISREG(status.st_mode))
			return file;
	}
	return NULL;
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
 * What the control files say about the library, in palloc'd memory.  NULL, with
 * a literal in *problem, if they are silent about it or missing, which is
 * MODULE_PLAIN, or cannot be used, which is MODULE_BROKEN.
 */
char *
control_module_pathname(const ModuleKey *key, ModuleStatus *status, const char **problem)
{
	char	   *value = NULL;
	char	   *path;
	char	   *auxiliary;
	struct stat exists;

	*status = MODULE_BROKEN;
	*problem = "its name or version cannot be part of a file name";
	if (!is_file_name_part(key->name) || !is_file_name_part(key->version))
		return NULL;
	*status = MODULE_PLAIN;
	*problem = "its control file is missing";
	path = find_control_file(key->name);
	if (path == NULL)
		return NULL;

	auxiliary = psprintf("%.*s--%s.control",
						 (int) (strlen(path) - strlen(".control")), path, key->version);
	if (!read_module_pathname(path, &value) ||
		(stat(auxiliary, &exists) == 0 && !read_module_pathname(auxiliary, &value)))
	{
		*status = MODULE_BROKEN;
		*problem = "its control file cannot be read";
		return NULL;
	}
	*problem = value == NULL ? "its control file names no library" : NULL;
	return value;
}

/* Is it in the list? */
static bool
list_has_key(List *keys, const ModuleKey *key)
{
	ListCell   *cell;

	foreach(cell, keys)
	{
		if (module_key_equal(lfirst(cell), key))
			return true;
	}
	return false;
}

/*
 * The version that an install or update script makes, from its name: NAME--TO
 * or NAME--FROM--TO with ".sql" behind; false if it is no such name.
 */
static bool
script_key(const char *file, ModuleKey *key)
{
	size_t		length = strlen(file);
	const char *first = strstr(file, "--");
	const char *last = first;

	if (first == NULL || length <= strlen(".sql") ||
		strcmp(file + length - strlen(".sql"), ".sql") != 0)
		return false;
	for (const char *next = first; next != NULL; next = strstr(next + 2, "--"))
		last = next;
	memset(key, 0, sizeof(*key));
	length = file + length - strlen(".sql") - (last + 2);
	if ((size_t) (first - file) >= sizeof(key->name) || length >= sizeof(key->version))
		return false;
	memcpy(key->name, file, first - file);
	memcpy(key->version, last + 2, length);
	return is_file_name_part(key->name) && is_file_name_part(key->version);
}

/*
 * Every version of every extension whose scripts lie beside the control files,
 * as a list of ModuleKey.  Files with odd names are none.
 */
List *
control_installed(void)
{
	List	   *keys = NIL;
	ListCell   *cell;

	foreach(cell, control_directories())
	{
		const char *directory = lfirst(cell);
		DIR		   *opened = AllocateDir(directory);
		struct dirent *entry;

		while (opened != NULL && (entry = ReadDirExtended(opened, directory, LOG)) != NULL)
		{
			ModuleKey	key;

			if (script_key(entry->d_name, &key) && !list_has_key(keys, &key))
				keys = lappend(keys, memcpy(palloc(sizeof(key)), &key, sizeof(key)));
		}
		if (opened != NULL)
			FreeDir(opened);
	}
	return keys;
}
