import CodeText
import Model

/// `NAME_workers.c`, top to bottom.
func workersSource(_ model: ExtensionModel) -> Code<C> {
    blocks {
        lines {
            generatedHeading(
                file: "\(model.name)_workers.c",
                purpose: "The background workers of \"\(model.name)\".",
                notes: notes(on: model))
            workerIncludes(of: model)
        }
        lines {
            for worker in model.workers {
                "extern PGDLLEXPORT void \(model.main(worker))(Datum main_arg);" as Code<C>
            }
            for worker in model.workers where worker.hasSessions {
                "extern PGDLLEXPORT void \(model.session(worker))(Datum main_arg);" as Code<C>
            }
        }
        types(of: model)
        startFunctions(of: model)
        statusFunctions(of: model)
        transactionFunctions(of: model)
        loopFunctions(of: model)
        if model.hasSessions { sessionFunctions(of: model) }
        for worker in model.workers { workerMain(worker, model) }
    }
}

private func notes(on model: ExtensionModel) -> Code<C> {
    blocks {
        """
        A worker sleeps on its latch until its next tick is due.  An ERROR in a tick is
        logged, and the next try waits longer each time.  SIGTERM and the end of the
        postmaster end a worker with exit status 1, after which the loader may start it
        again.
        """ as Code<C>
        if model.workers.contains(where: \.hasDatabase) {
            """
            A tick with a database is one transaction.  It runs as the owner of the
            extension, or as the role that its worker names, in a security-restricted
            operation.  A worker leaves with exit status 0 once its extension is gone or has
            another version.
            """ as Code<C>
        }
    }
}

private func workerIncludes(of model: ExtensionModel) -> Code<C> {
    let hasDatabase = model.workers.contains(where: \.hasDatabase)
    let isConnected = model.workers.contains(where: \.isConnected)
    let runsSQL = model.workers.contains { !$0.runsHook && !$0.hasSessions }
    let headers: [(name: Code<C>, isNeeded: Bool)] = [
        ("access/genam.h", hasDatabase),
        ("access/htup_details.h", hasDatabase),
        ("access/table.h", hasDatabase),
        ("access/xact.h", true),
        ("access/xlog.h", model.tellsRecovery),
        ("catalog/indexing.h", hasDatabase),
        ("catalog/namespace.h", model.actsAs),
        ("catalog/objectaddress.h", hasDatabase),
        ("catalog/pg_class.h", hasDatabase),
        ("catalog/pg_database.h", hasDatabase),
        ("catalog/pg_depend.h", hasDatabase),
        ("catalog/pg_extension.h", hasDatabase),
        ("catalog/pg_namespace.h", hasDatabase),
        ("catalog/pg_trigger.h", hasDatabase),
        ("commands/dbcommands.h", hasDatabase),
        ("executor/spi.h", runsSQL),
        ("libpq/pqsignal.h", true),
        ("mb/pg_wchar.h", true),
        ("miscadmin.h", true),
        ("parser/analyze.h", model.hasSessions),
        ("postmaster/bgworker.h", true),
        ("postmaster/interrupt.h", true),
        ("storage/condition_variable.h", true),
        ("storage/ipc.h", true),
        ("storage/latch.h", true),
        ("storage/lwlock.h", true),
        ("storage/proc.h", model.workers.contains(where: \.hasWake)),
        ("tcop/pquery.h", model.hasSessions),
        ("tcop/tcopprot.h", true),
        ("tcop/utility.h", model.hasSessions),
        ("utils/acl.h", hasDatabase || model.workers.contains { $0.role != nil }),
        ("utils/builtins.h", hasDatabase),
        ("utils/fmgroids.h", hasDatabase),
        ("utils/guc_tables.h", hasDatabase),
        ("utils/inval.h", model.actsAs),
        ("utils/lsyscache.h", hasDatabase),
        ("utils/memutils.h", true),
        ("utils/ps_status.h", hasDatabase),
        ("utils/rel.h", hasDatabase),
        ("utils/snapmgr.h", isConnected),
        ("utils/syscache.h", hasDatabase),
        ("utils/timeout.h", true),
        ("utils/timestamp.h", true),
    ]
    return blocks {
        "#include \"postgres.h\"" as Code<C>
        lines {
            for header in headers where header.isNeeded { "#include \"\(header.name)\"" as Code<C> }
        }
        lines {
            "#include \"pg_compat.h\"" as Code<C>
            "#include \"\(model.name).h\"" as Code<C>
        }
    }
}

private func types(of model: ExtensionModel) -> Code<C> {
    blocks {
        "typedef void (*tick_function) (\(model.context) *context);" as Code<C>
        workerStructure(model)
        if model.workers.contains(where: \.hasDatabase) {
            #"""
            /* What a worker needs of its extension's row in pg_extension. */
            typedef struct extension_row
            {
                Oid         oid;
                Oid         owner;
                Oid         schema;
                char       *version;
            } extension_row;
            """# as Code<C>
        }
    }
}

private func workerStructure(_ model: ExtensionModel) -> Code<C> {
    let workers = model.workers
    let period: Code<C> =
        workers.allSatisfy { $0.period != nil }
        ? "const int  *period;         /* milliseconds; a setting may change it */"
        : "const int  *period;         /* milliseconds; NULL: no tick comes by itself */"
    return #"""
        /* What the loop has to know of a worker. */
        typedef struct worker
        {
            tick_function tick;
            \#(workers.contains { $0.period != nil } ? period : .empty)
            const bool *enabled;        /* the setting that switches it */
            \#(workers.contains(where: \.runsOnce) ? "bool        once;           /* a good tick is the last one */" : .empty)
            int         backoff;        /* milliseconds after a failed tick; they double */
            int         backoff_max;
            \#(workers.contains { $0.onError.giveUpAfter != nil } ? "int         give_up_after;  /* failed ticks in a row; 0: never */" : .empty)
            \#(model.workersStructure) *(*attach) (void);
            int         row;            /* its first one there */
        } worker;
        """#
}

extension WorkerModel {
    /// What the loop has to know of this one, as the members of an initialiser.
    func members(tick: Name, in model: ExtensionModel) -> Code<C> {
        let period: Code<C> =
            switch self.period {
            case .milliseconds?: ".period = &period"
            case .setting(let setting)?: ".period = &\(model.symbol(of: setting))"
            case nil: .empty
            }
        let attach: Code<C> = isShown ? "\(model.workersAttach(scope))" : "own_workers"
        return list(
            [
                ".tick = \(tick)", period, ".enabled = &\(model.enabled(self))",
                runsOnce ? ".once = true" : .empty, ".backoff = \(onError.initial)",
                ".backoff_max = \(onError.maximum)",
                onError.giveUpAfter.map { ".give_up_after = \($0)" } ?? .empty,
                ".attach = \(attach)", ".row = \(model.status?.row(of: self) ?? 0)",
            ], separator: ",\n")
    }
}
