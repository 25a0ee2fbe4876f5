/*-------------------------------------------------------------------------
 *
 * lookup.c
 *	  dynpgext_lookup_shmem(): from a name to a pointer.
 *
 * A process caches each pointer that a lookup returned, with the generation of
 * that time.  While the generation has not changed, a lookup takes no lock.
 * Otherwise it searches for the extension that has requested the name: first the
 * extension whose worker this process is, then those that the transaction sees
 * in this database (which include one that it has just created), then, for global
 * blocks, those of other databases.  Only files and libraries of extensions
 * that may have requested the name are read.
 *
 * A pointer may still be in use when its block has been removed; see segments.c.
 *
 * Locking: none is held while an extension's code runs.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "access/xact.h"
#include "miscadmin.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"

#include "base/settings.h"
#include "blocks/blocks.h"
#include "blocks/lookup.h"
#include "blocks/segments.h"
#include "extension/module.h"
#include "extension/requests.h"
#include "extension/trial.h"
#include "state/catalog.h"
#include "state/facts.h"
#include "state/modules.h"

/* The key of the cache. */
typedef struct MappingKey
{
	Oid			database;
	char		name[LOADER_BLOCK_NAME_LEN];
} MappingKey;

typedef struct Mapping
{
	MappingKey	key;			/* first, for the hash table */
	void	   *block;
	uint64		generation;
} Mapping;

static HTAB *mappings = NULL;

/* The extension whose worker this process is. */
static bool has_own_module = false;
static ModuleKey own_module;

/* Sets the extension whose worker this process is; its version is searched first. */
void
blocks_own_module(const ModuleKey *key)
{
	has_own_module = true;
	own_module = *key;
}

/* The cache entry for a name in the current database, created if "make". */
static Mapping *
find_mapping(const char *name, bool make)
{
	MappingKey	key;
	bool		found;

	memset(&key, 0, sizeof(key));
	key.database = MyDatabaseId;
	strlcpy(key.name, name, sizeof(key.name));
	if (mappings == NULL)
	{
		HASHCTL		control;

		memset(&control, 0, sizeof(control));
		control.keysize = sizeof(MappingKey);
		control.entrysize = sizeof(Mapping);
		mappings = hash_create("dynpgext blocks", 16, &control, HASH_ELEM | HASH_BLOBS);
	}
	return hash_search(mappings, &key, make ? HASH_ENTER : HASH_FIND, &found);
}

/* The extensions that this database is known to have. */
static List *
extensions_here(void)
{
	List	   *here = NIL;
	ListCell   *cell;
	ExtensionSeen *own = NULL;

	if (OidIsValid(MyDatabaseId))
		here = IsTransactionState() ? catalog_extensions() : shared_extensions(MyDatabaseId);
	if (!has_own_module)
		return here;

	foreach(cell, here)
	{
		if (strcmp(((ExtensionSeen *) lfirst(cell))->key.name, own_module.name) == 0)
			own = lfirst(cell);
	}
	if (own == NULL)
		own = palloc0(sizeof(ExtensionSeen));
	else
		here = list_delete_ptr(here, own);
	own->key = own_module;
	return lcons(own, here);
}

/* The status that an agent has entered; MODULE_FOUND if there is none. */
static ModuleStatus
known_status(const ModuleKey *key)
{
	ModuleStatus status = MODULE_FOUND;
	int			index;

	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
	index = module_index(key);
	if (index >= 0)
		status = ((ModuleRow *) table_row(&loader_state->modules, (uint32) index))->status;
	LWLockRelease(loader_state->tables_lock);
	return status;
}

/* Opens a module that no agent has opened before, if that succeeds in a child. */
static Module *
try_module(const ModuleKey *key)
{
	char	   *name;
	char	   *path;
	const char *problem;
	bool		declined;
	char	   *failure;

	if (module_find(key, &name, &path, &problem) != MODULE_FOUND)
		return NULL;
	failure = trial_run(key, &declined);
	return failure != NULL ? module_refuse(key, failure) : module_open(key);
}

/* The module, opened in this process, or NULL if its code must not run here. */
static Module *
usable_module(const ModuleKey *key)
{
	ModuleStatus status = known_status(key);
	Module	   *module;

	if (extension_disabled(key->name) || (status != MODULE_FOUND && status != MODULE_READY))
		return NULL;
	module = module_known(key);
	/* it has worked elsewhere since */
	if (module != NULL && module->failure != NULL && status == MODULE_READY)
	{
		module_forget(module);
		module = NULL;
	}
	if (module == NULL)
		module = status == MODULE_FOUND ? try_module(key) : module_open(key);
	if (module != NULL && module->failure != NULL)
	{
		ereport(WARNING,
				(errmsg("extension \"%s\" cannot be used: %s", key->name, module->failure)));
		return NULL;
	}
	return module;
}

/*
 * The first extension in the list that asked for the name; one without an
 * OID is not in this database and has only global blocks.
 */
static BlockRequest *
owner_of(List *extensions, const char *name, ExtensionSeen **owner)
{
	ListCell   *cell;

	foreach(cell, extensions)
	{
		ExtensionSeen *extension = lfirst(cell);
		Module	   *module = usable_module(&extension->key);
		BlockRequest *request = module != NULL ? module_block(module, name) : NULL;

		if (request != NULL && (!request->local || OidIsValid(extension->oid)))
		{
			*owner = extension;
			return request;
		}
	}
	return NULL;
}

/* The clock, before the catalogs are read. */
static uint64
read_clock(void)
{
	uint64		clock;

	LWLockAcquire(loader_state->tables_lock, LW_SHARED);
	clock = loader_state->clock;
	LWLockRelease(loader_state->tables_lock);
	return clock;
}

/* The extension that asked for the name, here or elsewhere, and its request. */
static BlockRequest *
find_request(const char *name, ExtensionSeen **owner)
{
	BlockRequest *request = owner_of(extensions_here(), name, owner);
	List	   *elsewhere;
	ListCell   *cell;

	if (request != NULL)
		return request;
	elsewhere = shared_extensions(InvalidOid);
	foreach(cell, elsewhere)
		((ExtensionSeen *) lfirst(cell))->oid = InvalidOid;
	return owner_of(elsewhere, name, owner);
}

/* The row to find or to add. */
static BlockRow
wanted_block(const BlockRequest *request, const ExtensionSeen *owner)
{
	BlockRow	wanted;

	memset(&wanted, 0, sizeof(wanted));
	strlcpy(wanted.extension_name, owner->key.name, sizeof(wanted.extension_name));
	strlcpy(wanted.name, request->name, sizeof(wanted.name));
	wanted.size = request->size;
	if (request->local)
	{
		wanted.database = MyDatabaseId;
		wanted.extension = owner->oid;
	}
	else if (request->of_version)
		strlcpy(wanted.version, owner->key.version, sizeof(wanted.version));
	if (OidIsValid(owner->oid))
	{
		wanted.made_in = MyDatabaseId;
		wanted.made_under = owner->oid;
		if (IsTransactionState())
			wanted.xid = GetTopFullTransactionIdIfAny();
	}
	return wanted;
}

/*
 * May this process keep pointers into the block for longer than a transaction?
 * The extension's own workers may, and those that they start, which have its
 * library.  So do libraries built with the historic header.
 */
static bool
keeps_pointers(const BlockRequest *request, const ModuleKey *owner)
{
	return request->historic ||
		(has_own_module && strcmp(owner->name, own_module.name) == 0) ||
		(MyBgworkerEntry != NULL &&
		 strcmp(MyBgworkerEntry->bgw_library_name, request->library) == 0);
}

/* Searches all extensions; NULL if none has requested the name. */
static void *
resolve(const char *name)
{
	uint64		clock = read_clock();
	ExtensionSeen *owner;
	BlockRequest *request = find_request(name, &owner);
	BlockRow	wanted;
	dsm_segment *segment;

	if (request == NULL)
		return NULL;
	wanted = wanted_block(request, owner);
	wanted.made = owner->committed ? clock : 0;
	segment = block_get(&wanted, &owner->key, request->callback, request->data);
	if (segment == NULL)
		return NULL;
	segment_hold(segment, keeps_pointers(request, &owner->key));
	return dsm_segment_address(segment);
}

/* See dynpgext.h. */
void *
dynpgext_lookup_shmem(const char *name)
{
	Mapping    *mapping;
	MemoryContext scratch;
	MemoryContext previous;
	uint64		generation;
	void	   *block;

	if (!state_usable() || name == NULL || strlen(name) >= LOADER_BLOCK_NAME_LEN ||
		module_calling())
	{
		ereport(LOG,
				(errmsg("shared memory block \"%s\" was looked up where there can be none",
						name ? name : "")));
		return NULL;
	}
	generation = *dynpgext_generation;
	mapping = find_mapping(name, false);
	if (mapping != NULL && mapping->generation == generation)
		return mapping->block;

	scratch = AllocSetContextCreate(CurrentMemoryContext, "dynpgext lookup",
									ALLOCSET_DEFAULT_SIZES);
	previous = MemoryContextSwitchTo(scratch);
	block = resolve(name);
	MemoryContextSwitchTo(previous);
	MemoryContextDelete(scratch);

	if (block != NULL)
	{
		mapping = find_mapping(name, true);
		mapping->block = block;
		mapping->generation = generation;
	}
	return block;
}
