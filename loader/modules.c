/*-------------------------------------------------------------------------
 *
 * modules.c
 *	  The versions of extensions that are known to all processes.
 *
 * A module's row outlives the module's last database until its workers have
 * left and fini was called; see agent.c.
 *
 * Locking: the caller of every function holds tables_lock.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "modules.h"

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

/* Forgets what a module asked for. */
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

/* Forgets a module. */
void
module_remove(uint32 index)
{
	module_remove_specs(&((ModuleRow *) table_row(&loader_state->modules, index))->key);
	table_remove(&loader_state->modules, index);
}

/* Notes that the last database has lost a module. */
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

/* Must the module finish before it may go on? */
bool
module_ended(const ModuleKey *key)
{
	int			index = module_index(key);

	return index >= 0 && ((ModuleRow *) table_row(&loader_state->modules, (uint32) index))->ended;
}

/* Gives modules that have failed another chance. */
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
