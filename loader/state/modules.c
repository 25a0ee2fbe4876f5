/*-------------------------------------------------------------------------
 *
 * modules.c
 *	  The versions of extensions that are known to all processes.
 *
 * A module's row outlives the module's last database until its workers have
 * left and fini was called; see agent.c.
 *
 * Locking: the caller of every function but module_fail() holds tables_lock.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "state/modules.h"

/* The index of a module's row, or -1. */
int
module_index(const ModuleKey *key)
{
	SharedTable *modules = &loader_state->modules;

	for (uint32 i = 0; i < modules->count; i++)
	{
		if (module_key_equal(&((ModuleRow *) table_row(modules, i))->key, key))
			return (int) i;
	}
	return -1;
}

/* Removes the worker requests of a module. */
void
module_remove_specs(const ModuleKey *key)
{
	SharedTable *specs = &loader_state->specs;

	for (uint32 i = specs->count; i-- > 0;)
	{
		if (module_key_equal(&((SpecRow *) table_row(specs, i))->key, key))
			table_remove(specs, i);
	}
}

/* Removes a module and its requests. */
void
module_remove(uint32 index)
{
	module_remove_specs(&((ModuleRow *) table_row(&loader_state->modules, index))->key);
	table_remove(&loader_state->modules, index);
}

/* Marks a module that no database has any more. */
void
module_end(const ModuleKey *key)
{
	int			index = module_index(key);
	ModuleRow  *row;

	if (index < 0)
		return;
	row = table_row(&loader_state->modules, (uint32) index);
	/* who was never asked has nothing to finish */
	row->ended = row->status == MODULE_READY;
}

/* Marks a module as failed.  Takes tables_lock itself. */
void
module_fail(const ModuleKey *key, const char *message)
{
	int			index;

	LWLockAcquire(loader_state->tables_lock, LW_EXCLUSIVE);
	index = module_index(key);
	if (index >= 0)
	{
		ModuleRow  *row = table_row(&loader_state->modules, (uint32) index);

		row->status = MODULE_FAILED;
		strlcpy(row->message, message, sizeof(row->message));
	}
	LWLockRelease(loader_state->tables_lock);
}

/* Must fini be called before the module may be used again? */
bool
module_ended(const ModuleKey *key)
{
	int			index = module_index(key);

	return index >= 0 && ((ModuleRow *) table_row(&loader_state->modules, (uint32) index))->ended;
}

/*
 * Is an extension of this name known, and has none of its versions workers?
 * One that nobody has asked yet may have some.
 */
bool
modules_lack_workers(const char *name)
{
	SharedTable *modules = &loader_state->modules;
	SharedTable *specs = &loader_state->specs;
	SharedTable *workers = &loader_state->workers;
	bool		known = false;

	for (uint32 i = 0; i < modules->count; i++)
	{
		ModuleRow  *row = table_row(modules, i);

		if (strcmp(row->key.name, name) != 0)
			continue;
		if (row->status == MODULE_FOUND)
			return false;
		known = true;
	}
	for (uint32 i = 0; i < specs->count; i++)
	{
		if (strcmp(((SpecRow *) table_row(specs, i))->key.name, name) == 0)
			return false;
	}
	/* those of a version that has failed since may still run */
	for (uint32 i = 0; i < workers->count; i++)
	{
		if (strcmp(((WorkerRow *) table_row(workers, i))->key.name, name) == 0)
			return false;
	}
	return known;
}

/* Lets the init of modules that have failed be tried again. */
void
modules_retry(void)
{
	SharedTable *modules = &loader_state->modules;

	for (uint32 i = 0; i < modules->count; i++)
	{
		ModuleRow  *row = table_row(modules, i);

		if (row->status != MODULE_FAILED)
			continue;
		row->status = MODULE_FOUND;
		row->message[0] = '\0';
	}
}
