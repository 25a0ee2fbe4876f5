import CodeText
import Model

/// How a process finds the blocks.
func attachments(of model: ExtensionModel) -> Code<C> {
    guard model.hasSharedMemory else { return .empty }
    return blocks {
        generation(model)
        findLoader()
        expectLoader()
        if model.blocks.contains(where: { $0.scope == .database }) { expectDatabase() }
        findBlock(model)
        if model.blocks.contains(where: \.carriesLayout) { expectLayout(model) }
        for block in model.blocks { find(block, model) }
        for scope in model.status?.scopes ?? [] { workersAttach(scope, in: model) }
    }
}

private func generation(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * The loader's number moves when it removes a block: from then on a pointer to
     * it sees what nobody else sees.  A loader without the number removes nothing.
     */
    static const uint64_t nothing_removed = 0;
    const volatile uint64_t *\#(model.generation) = &nothing_removed;

    /* The number of a block that was not found yet; the loader never gets there. */
    #define NOT_FOUND PG_UINT64_MAX

    """#
}

private func findLoader() -> Code<C> {
    #"""
    /* What a lookup needs of the loader. */
    typedef struct loader_access
    {
        void       *(*lookup) (const char *name);   /* NULL: there is no loader */
        const volatile uint64_t *generation;
    } loader_access;

    /*
     * Ask at each lookup, because the loader may come after this library.  An older
     * one exports its function and, not always, its number.
     */
    static loader_access
    find_loader(void)
    {
        const dynpgext_loader *loader = dynpgext_find_loader();
        const volatile uint64_t *const *exported;
        loader_access found = {NULL, &nothing_removed};

        if (DYNPGEXT_LOADER_HAS(loader, generation))
        {
            found.lookup = loader->lookup_shmem;
            found.generation = *loader->generation;
            return found;
        }
        found.lookup = (void *(*) (const char *)) dlsym(RTLD_DEFAULT, "dynpgext_lookup_shmem");
        exported = dlsym(RTLD_DEFAULT, "dynpgext_generation");
        if (exported != NULL)
            found.generation = *exported;
        return found;
    }
    """#
}

private func expectLoader() -> Code<C> {
    #"""
    /*
     * Say what keeps all blocks away.
     */
    static void
    expect_loader(const char *key, bool found)
    {
        const char *hint = "Add \"dynpgext\" to \"shared_preload_libraries\" and restart the server.";

        if (IsPostmasterEnvironment && !IsUnderPostmaster)
            ereport(ERROR,
                    (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                     errmsg("shared memory block \"%s\" cannot be used by the postmaster", key),
                     errhint("Use it in sessions and background workers.")));
        if (!found)
            ereport(ERROR,
                    (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                     errmsg("shared memory block \"%s\" needs a Dynpgext loader", key),
                     errhint("%s", hint)));
        if (GetConfigOption("dynpgext.loader_present", true, false) == NULL)
            ereport(ERROR,
                    (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                     errmsg("shared memory block \"%s\" needs a Dynpgext loader that is preloaded", key),
                     errdetail("The loader was loaded after the server had started."),
                     errhint("%s", hint)));
    }
    """#
}

private func expectDatabase() -> Code<C> {
    #"""
    static void
    expect_database(const char *key)
    {
        if (!OidIsValid(MyDatabaseId))
            ereport(ERROR,
                    (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                     errmsg("shared memory block \"%s\" is one in each database, and this process is connected to none",
                            key)));
    }
    """#
}

private func findBlock(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * Look a block up, or say what keeps it away.
     */
    static void *
    find_block(const char *key, uint64_t *generation)
    {
        loader_access loader = find_loader();
        void       *block;

        expect_loader(key, loader.lookup != NULL);
        *generation = *loader.generation;
        block = loader.lookup(key);
        if (block == NULL)
            ereport(ERROR,
                    (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                     errmsg("shared memory block \"%s\" does not exist here", key),
                     IsTransactionState() && OidIsValid(get_extension_oid(\#(literal: model.name.text), true)) ?
                     errhint("The loader has refused extension \"%s\"; the server log and the view dynpgext.extensions say why.",
                             \#(literal: model.name.text)) :
                     OidIsValid(MyDatabaseId) ?
                     errhint("Create extension \"%s\" in this database.", \#(literal: model.name.text)) :
                     errhint("Create extension \"%s\" in any database.", \#(literal: model.name.text))));
        \#(model.generation) = loader.generation;
        return block;
    }
    """#
}

private func expectLayout(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * Another version may keep something else under the same key.
     */
    static void
    expect_layout(const char *key, uint32 found, uint32 expected)
    {
        if (found == expected)
            return;
        ereport(ERROR,
                (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                 errmsg("shared memory block \"%s\" has another layout than this library of extension \"%s\" knows",
                        key, \#(literal: model.name.text)),
                 errdetail("The block has layout %08x, the library %08x.", found, expected),
                 errhint("Drop the extension in every database that has it, or restart the server, to get a new block.")));
    }
    """#
}

private func find(_ block: BlockModel, _ model: ExtensionModel) -> Code<C> {
    let here = model.attachment(block)
    let guarded: Code<C> =
        block.carriesLayout
        ? "expect_layout(\(model.keyMacro(block)), block->_layout, \(model.layoutMacro(block)));"
        : .empty
    let named: Code<C> =
        block.hasLock
        ? """
        /* each process must know the name of the lock */
        LWLockRegisterTranche(block->lock.tranche, \(literal: model.tranche(block)));
        """ : .empty
    return #"""
        \#(model.attachmentType) \#(here) = {NULL, NOT_FOUND};

        \#(model.structure(block)) *
        \#(model.find(block))(void)
        {
            uint64_t    generation;
            \#(declaration("\(model.structure(block))", "*block"))

            \#(block.scope == .database ? "expect_database(\(model.keyMacro(block)));" : .empty)
            block = find_block(\#(model.keyMacro(block)), &generation);
            \#(guarded)
            \#(named)
            \#(here).block = block;
            \#(here).generation = generation;
            return block;
        }
        """#
}
