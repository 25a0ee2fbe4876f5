import CodeText
import Model

/// How a process finds the blocks.
func attachments(of model: ExtensionModel) -> Code<C> {
    guard model.hasSharedMemory else { return .empty }
    return blocks {
        attachment(model)
        for block in model.blocks { attach(block, model) }
        for scope in model.status?.scopes ?? [] { workersAttach(scope, in: model) }
    }
}

private func attachment(_ model: ExtensionModel) -> Code<C> {
    #"""
    /* A block as this process found it. */
    typedef struct attachment
    {
        void       *block;          /* NULL before the first lookup */
        uint64      generation;     /* the loader's number at that time */
    } attachment;

    /*
     * The loader's number moves when it removes a block, after which a pointer to
     * it may be anyone's memory.  A loader without the number removes nothing.
     */
    static inline uint64
    current_generation(void)
    {
        return &dynpgext_generation != NULL ? *dynpgext_generation : 0;
    }

    static inline bool
    is_attached(const attachment *here)
    {
        return here->block != NULL && here->generation == current_generation();
    }

    /*
     * Look a block up, or say what keeps it away.
     */
    static void *
    attach(attachment *here, const char *key)
    {
        uint64      generation = current_generation();

        if (dynpgext_lookup_shmem == NULL)
            ereport(ERROR,
                    (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                     errmsg("shared memory block \"%s\" needs a Dynpgext loader", key),
                     errhint("Add \"dynpgext\" to \"shared_preload_libraries\" and restart the server.")));

        here->block = dynpgext_lookup_shmem(key);
        here->generation = generation;
        if (here->block == NULL)
            ereport(ERROR,
                    (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                     errmsg("shared memory block \"%s\" does not exist here", key),
                     errhint("Create extension \"%s\" in this database; if it is there, see the server log.",
                             \#(literal: model.name.text))));
        return here->block;
    }
    """#
}

private func attach(_ block: BlockModel, _ model: ExtensionModel) -> Code<C> {
    block.hasLock ? attachLocked(block, model) : attachPlain(block, model)
}

private func attachPlain(_ block: BlockModel, _ model: ExtensionModel) -> Code<C> {
    #"""
    \#(model.structure(block)) *
    \#(model.attach(block))(void)
    {
        static attachment here;

        if (!is_attached(&here))
            attach(&here, \#(model.keyMacro(block)));
        return here.block;
    }
    """#
}

private func attachLocked(_ block: BlockModel, _ model: ExtensionModel) -> Code<C> {
    #"""
    \#(model.structure(block)) *
    \#(model.attach(block))(void)
    {
        static attachment here;

        if (!is_attached(&here))
        {
            \#(declaration("\(model.structure(block))", "*block = attach(&here, \(model.keyMacro(block)))"))

            /* each process must know the name of the lock */
            LWLockRegisterTranche(block->lock.tranche, \#(literal: model.tranche(block)));
        }
        return here.block;
    }

    \#(model.structure(block)) *
    \#(model.lock(block))(LWLockMode mode)
    {
        \#(declaration("\(model.structure(block))", "*block = \(model.attach(block))()"))

        LWLockAcquire(&block->lock, mode);
        return block;
    }

    void
    \#(model.unlock(block))(\#(model.structure(block)) *block)
    {
        LWLockRelease(&block->lock);
    }
    """#
}
