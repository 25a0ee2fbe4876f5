import CodeText
import Model

/// What the loader calls: initialisers of blocks, _Dynpgext_init() and _Dynpgext_fini().
func requests(of model: ExtensionModel) -> Code<C> {
    blocks {
        if !model.workers.isEmpty { registerWorker(revision: model.interface) }
        #"""
        /*
         * Tell the loader what this extension needs.  It may ask in several processes.
         */
        void
        _Dynpgext_init(const dynpgext_handle *handle)
        {
            \#(lines { for block in model.blocks { allocation(of: block, in: model) } })

            \#(lines { for worker in model.workers { registration(of: worker, in: model) } })
        }

        /*
         * Nothing to undo: the blocks and the workers belong to the loader.
         */
        void
        _Dynpgext_fini(const dynpgext_handle *handle)
        {
        }
        """# as Code<C>
    }
}

/// One function for each block.
func blockInitialisers(of model: ExtensionModel) -> Code<C> {
    guard !model.blocks.isEmpty else { return .empty }
    return lines {
        #"""
        /*
         * Initialisers of the blocks.  The memory may hold anything, since not every
         * loader zeroes it, and nothing may raise an ERROR.
         */
        """# as Code<C>
        blocks { for block in model.blocks { initialiser(of: block, in: model) } }
    }
}

private func initialiser(of block: BlockModel, in model: ExtensionModel) -> Code<C> {
    let published: Code<C> =
        block.carriesLayout
        ? """
        /* last: who finds it finds a block that is ready */
        pg_write_barrier();
        block->_layout = \(model.layoutMacro(block));
        """ : .empty
    return #"""
        static void
        \#(model.initialiser(block))(void *memory, void *data)
        {
            \#(block.hasLock ? "static int  tranche = 0;" : .empty)
            \#(declaration("\(model.structure(block))", "*block = memory"))

            \#(blocks {
                lines {
                    "memset(block, 0, sizeof(*block));" as Code<C>
                    if block.hasLock { lockInitialisation() }
                    for field in block.fields { field.initialisation }
                    if block.hasHook { "\(model.hook(block))(block);" as Code<C> }
                }
                published
            })
        }
        """#
}

/// A number for the name of the lock, one for all blocks of this name that a process makes.
private func lockInitialisation() -> Code<C> {
    """
    if (tranche == 0)
        tranche = LWLockNewTrancheId();
    LWLockInitialize(&block->lock, tranche);
    """
}

private func registerWorker(revision: Int) -> Code<C> {
    #"""
    /*
     * Ask for one worker.  The loader may be in the middle of a commit, so that
     * nothing here may raise an ERROR.
     */
    static void
    register_worker(const dynpgext_handle *handle, const char *name, const char *function,
                    int connection, int scope)
    {
        BackgroundWorker worker;

        memset(&worker, 0, sizeof(worker));
        strlcpy(worker.bgw_name, name, sizeof(worker.bgw_name));
        strlcpy(worker.bgw_type, name, sizeof(worker.bgw_type));
        strlcpy(worker.bgw_function_name, function, sizeof(worker.bgw_function_name));
        worker.bgw_flags = BGWORKER_SHMEM_ACCESS | connection;
        worker.bgw_start_time = BgWorkerStart_RecoveryFinished;
        worker.bgw_restart_time = BGW_NEVER_RESTART;    /* the loader restarts it */
        if (strlcpy(worker.bgw_library_name, handle->library_name,
                    sizeof(worker.bgw_library_name)) >= sizeof(worker.bgw_library_name))
        {
            ereport(WARNING,
                    (errcode(ERRCODE_NAME_TOO_LONG),
                     errmsg("worker \"%s\" cannot start: the name of its library is too long", name),
                     errdetail("The library is \"%s\".", handle->library_name)));
            return;
        }
        handle->register_bgworker(handle, &worker, \#(revision == 1 ? "NULL, NULL, " : .empty)scope);
    }
    """#
}

private func allocation(of block: BlockModel, in model: ExtensionModel) -> Code<C> {
    #"""
    handle->allocate_shmem(handle, \#(model.keyMacro(block)), CACHELINEALIGN(sizeof(\#(model.structure(block)))),
                           \#(model.initialiser(block)), NULL, \#(block.scope.flag));
    """#
}

private func registration(of worker: WorkerModel, in model: ExtensionModel) -> Code<C> {
    #"""
    register_worker(handle, \#(literal: model.title(worker)), "\#(model.main(worker))",
                    \#(worker.isConnected ? "BGWORKER_BACKEND_DATABASE_CONNECTION" : "0"), \#(worker.scope.flag));
    """#
}
