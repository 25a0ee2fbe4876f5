import CodeText
import Model
import SpecLanguage

/// What the loader calls: initialisers of blocks, _Dynpgext_init() and _Dynpgext_fini().
func requests(of model: ExtensionModel) -> Code<C> {
    let options = RequestOptions(of: model)
    return blocks {
        if !model.isEagerlyPreloaded { eagerPreload() }
        if !model.workers.isEmpty { registerWorker(model, options) }
        #"""
        /*
         * Tell the loader what this extension needs.  It may ask in several processes.
         */
        void
        _Dynpgext_init(const dynpgext_handle *handle)
        {
            \#(lines {
                for block in model.blocks { allocation(of: block, in: model) }
                for scope in model.status?.scopes ?? [] { workersAllocation(scope, in: model) }
            })

            \#(lines { for worker in model.workers { registration(of: worker, in: model, options) } })
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

private func eagerPreload() -> Code<C> {
    #"""
    /*
     * The loader is not to ask while the server starts, but once a database needs it.
     */
    bool
    _Dynpgext_eager_preload(void)
    {
        return false;
    }
    """#
}

/// One function for each block.
func blockInitialisers(of model: ExtensionModel) -> Code<C> {
    guard model.hasSharedMemory else { return .empty }
    return blocks {
        trancheOf(model)
        lines {
            #"""
            /*
             * Initialisers of the blocks.  The memory may hold anything, since not every
             * loader zeroes it, and nothing but the loader may raise an ERROR.
             */
            """# as Code<C>
            blocks {
                for block in model.blocks { initialiser(of: block, in: model) }
                if let status = model.status { workersInitialiser(model, status) }
            }
        }
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
            \#(declaration("\(model.structure(block))", "*block = memory"))

            \#(blocks {
                lines {
                    "memset(block, 0, sizeof(*block));" as Code<C>
                    if block.hasLock {
                        "LWLockInitialize(&block->lock, tranche_of(\(literal: model.tranche(block))));"
                            as Code<C>
                    }
                    for field in block.fields { field.initialisation }
                    if block.hasHook { "\(model.hook(block))(block);" as Code<C> }
                }
                published
            })
        }
        """#
}

/// A number for the name of a lock, if there is any.
private func trancheOf(_ model: ExtensionModel) -> Code<C> {
    guard model.status != nil || model.blocks.contains(where: \.hasLock) else { return .empty }
    return """
        /*
         * The number of a lock's name, one for the whole server.  A loader that cannot
         * tell it makes each block once.
         */
        static int
        tranche_of(const char *name)
        {
            const dynpgext_loader *loader = dynpgext_find_loader();

            return DYNPGEXT_LOADER_HAS(loader, lock_tranche) ? loader->lock_tranche(name) : LWLockNewTrancheId();
        }
        """
}

/// What some workers ask for beyond the defaults: parameters of register_worker() that only these need.
private struct RequestOptions {
    let start: Bool
    let argument: Bool
    let extra: Bool
    let instances: Bool

    init(of model: ExtensionModel) {
        start = model.workers.contains { $0.start != .recoveryFinished }
        argument = model.workers.contains { $0.argument != nil }
        extra = model.workers.contains { $0.extra != nil }
        instances = model.workers.contains { $0.instances != nil }
    }

    var parameters: Code<C> {
        let all: [Code<C>] = [
            start ? ", BgWorkerStartTime start" : "", argument ? ", Datum argument" : "",
            extra ? ", const char *extra" : "", instances ? ", int instance" : "",
        ]
        return list(all, separator: "")
    }
}

private func registerWorker(_ model: ExtensionModel, _ options: RequestOptions) -> Code<C> {
    #"""
    /*
     * Ask for one worker.  The loader may be in the middle of a commit, so that
     * nothing here may raise an ERROR.
     */
    static void
    register_worker(const dynpgext_handle *handle, const char *name, const char *function,
                    int connection, int scope\#(options.parameters))
    {
        BackgroundWorker worker;

        memset(&worker, 0, sizeof(worker));
        strlcpy(worker.bgw_name, name, sizeof(worker.bgw_name));
        strlcpy(worker.bgw_type, name, sizeof(worker.bgw_type));
        strlcpy(worker.bgw_function_name, function, sizeof(worker.bgw_function_name));
        worker.bgw_flags = BGWORKER_SHMEM_ACCESS | connection;
        worker.bgw_start_time = \#(options.start ? "start" : "BgWorkerStart_RecoveryFinished");
        worker.bgw_restart_time = BGW_NEVER_RESTART;    /* the loader restarts it */
        \#(options.argument ? "worker.bgw_main_arg = argument;" : .empty)
        \#(options.extra ? "strlcpy(worker.bgw_extra, extra, sizeof(worker.bgw_extra));" : .empty)
        \#(options.instances ? numbering(model) : .empty)
        if (strlcpy(worker.bgw_library_name, handle->library_name,
                    sizeof(worker.bgw_library_name)) >= sizeof(worker.bgw_library_name))
        {
            ereport(WARNING,
                    (errcode(ERRCODE_NAME_TOO_LONG),
                     errmsg("worker \"%s\" cannot start: the name of its library is too long", name),
                     errdetail("The library is \"%s\".", handle->library_name)));
            return;
        }
        handle->register_bgworker(handle, &worker, \#(model.interface == 1 ? "NULL, NULL, " : .empty)scope);
    }
    """#
}

/// What tells the instances of a worker apart.
private func numbering(_ model: ExtensionModel) -> Code<C> {
    """
    if (instance > 0)
    {
        snprintf(worker.bgw_name, sizeof(worker.bgw_name), "%s %d", name, instance);
        memcpy(worker.bgw_extra + \(model.instanceMacro), &instance, sizeof(instance));
    }
    """
}

private func allocation(of block: BlockModel, in model: ExtensionModel) -> Code<C> {
    #"""
    handle->allocate_shmem(handle, \#(model.keyMacro(block)), CACHELINEALIGN(sizeof(\#(model.structure(block)))),
                           \#(model.initialiser(block)), NULL, \#(block.scope.flag));
    """#
}

private func registration(
    of worker: WorkerModel, in model: ExtensionModel, _ options: RequestOptions
) -> Code<C> {
    let scope: Code<C> =
        worker.notifies
        ? "\(worker.scope.flag) | DYNPGEXT_REGISTER_BGWORKER_NOTIFY" : worker.scope.flag
    let arguments: [Code<C>] = [
        options.start ? ", \(worker.start.constant)" : "",
        options.argument ? worker.argument.map { ", Int32GetDatum(\(integer($0)))" } ?? ", 0" : "",
        options.extra ? ", \(literal: worker.extra ?? "")" : "",
        options.instances ? (worker.instances == nil ? ", 0" : ", instance") : "",
    ]
    let request: Code<C> = #"""
        register_worker(handle, \#(literal: model.title(worker)), "\#(model.main(worker))",
                        \#(worker.isConnected ? "BGWORKER_BACKEND_DATABASE_CONNECTION" : "0"), \#(scope)\#(list(arguments, separator: "")));
        """#
    guard let instances = worker.instances else { return request }
    return """
        for (int instance = 1; instance <= \(instances); instance++)
            \(request)
        """
}

extension Worker.Start {
    /// The constant of postmaster/bgworker.h (13 to 18).
    var constant: Code<C> {
        switch self {
        case .recoveryFinished: "BgWorkerStart_RecoveryFinished"
        case .consistentState: "BgWorkerStart_ConsistentState"
        case .postmasterStart: "BgWorkerStart_PostmasterStart"
        }
    }
}
