import CodeText
import Model

/// How a process finds the blocks.
func attachments(of model: ExtensionModel) -> Code<C> {
    guard model.hasSharedMemory else { return .empty }
    return blocks {
        generation(model)
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

    static uint64_t
    read_generation(void)
    {
        if (&dynpgext_generation != NULL)
            \#(model.generation) = dynpgext_generation;
        return *\#(model.generation);
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
    find_block(const char *key)
    {
        void       *block;

        if (dynpgext_lookup_shmem == NULL)
            ereport(ERROR,
                    (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                     errmsg("shared memory block \"%s\" needs a Dynpgext loader", key),
                     errhint("Add \"dynpgext\" to \"shared_preload_libraries\" and restart the server.")));
        if (GetConfigOption("dynpgext.loader_present", true, false) == NULL)
            ereport(ERROR,
                    (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                     errmsg("shared memory block \"%s\" needs a Dynpgext loader that is preloaded", key),
                     errdetail("The loader was loaded after the server had started."),
                     errhint("Add \"dynpgext\" to \"shared_preload_libraries\" and restart the server.")));

        block = dynpgext_lookup_shmem(key);
        if (block == NULL)
            ereport(ERROR,
                    (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                     errmsg("shared memory block \"%s\" does not exist here", key),
                     IsTransactionState() && OidIsValid(get_extension_oid(\#(literal: model.name.text), true)) ?
                     errhint("The loader has refused extension \"%s\"; the server log and the view dynpgext.extensions say why.",
                             \#(literal: model.name.text)) :
                     errhint("Create extension \"%s\" in this database.", \#(literal: model.name.text))));
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
            uint64_t    generation = read_generation();
            \#(declaration("\(model.structure(block))", "*block"))

            \#(block.scope == .database ? "expect_database(\(model.keyMacro(block)));" : .empty)
            block = find_block(\#(model.keyMacro(block)));
            \#(guarded)
            \#(named)
            \#(here).block = block;
            \#(here).generation = generation;
            return block;
        }
        """#
}
