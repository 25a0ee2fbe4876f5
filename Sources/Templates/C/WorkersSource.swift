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
        }
        constants()
        types(of: model)
        startFunctions(of: model)
        transactionFunctions(of: model)
        loopFunctions(of: model)
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
    let runsSQL = model.workers.contains { !$0.runsHook }
    let headers: [(name: Code<C>, isNeeded: Bool)] = [
        ("access/genam.h", hasDatabase),
        ("access/htup_details.h", hasDatabase),
        ("access/table.h", hasDatabase),
        ("access/xact.h", true),
        ("catalog/indexing.h", hasDatabase),
        ("catalog/pg_extension.h", hasDatabase),
        ("catalog/pg_namespace.h", hasDatabase),
        ("commands/dbcommands.h", hasDatabase),
        ("executor/spi.h", runsSQL),
        ("libpq/pqsignal.h", true),
        ("miscadmin.h", true),
        ("postmaster/bgworker.h", true),
        ("postmaster/interrupt.h", true),
        ("storage/condition_variable.h", true),
        ("storage/ipc.h", hasDatabase),
        ("storage/latch.h", true),
        ("storage/lwlock.h", true),
        ("tcop/tcopprot.h", true),
        ("utils/acl.h", hasDatabase || model.workers.contains { $0.role != nil }),
        ("utils/builtins.h", hasDatabase),
        ("utils/fmgroids.h", hasDatabase),
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

private func constants() -> Code<C> {
    #"""
    /* Milliseconds after a failed tick: they double up to the maximum. */
    #define BACKOFF_INITIAL 1000
    #define BACKOFF_MAX     60000
    """#
}

private func types(of model: ExtensionModel) -> Code<C> {
    blocks {
        "typedef void (*tick_function) (\(model.context) *context);" as Code<C>
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

/// One worker: its tick, where it needs more than the hook, and its main function.
private func workerMain(_ worker: WorkerModel, _ model: ExtensionModel) -> Code<C> {
    blocks {
        lines {
            #"""
            /*
             * \#(worker.name)\#(worker.comment.map { ": \(comment: $0)" } ?? .empty)
             */
            """# as Code<C>
            if worker.isConnected {
                tick(of: worker, in: model)
            } else {
                main(of: worker, in: model)
            }
        }
        if worker.isConnected { main(of: worker, in: model) }
    }
}

private func tick(of worker: WorkerModel, in model: ExtensionModel) -> Code<C> {
    #"""
    static void
    \#(model.tick(worker))(\#(model.context) *context)
    {
        \#(worker.hasDatabase ? "extension_row extension;" : .empty)

        \#(beginning(of: worker))
        \#(work(of: worker, in: model))
        commit_transaction();
    }
    """#
}

private func beginning(of worker: WorkerModel) -> Code<C> {
    let role: Code<C> =
        worker.role.map { "get_role_oid(\(literal: $0), false)" } ?? "extension.owner"
    switch (worker.hasDatabase, worker.role) {
    case (true, _):
        return """
            begin_transaction();
            expect_extension(&extension);
            act_as(\(role), &extension);
            """
    case (false, nil): return "begin_transaction();"
    case (false, _?):
        return """
            begin_transaction();
            SetUserIdAndSecContext(\(role), SECURITY_RESTRICTED_OPERATION);
            """
    }
}

private func work(of worker: WorkerModel, in model: ExtensionModel) -> Code<C> {
    switch worker.work {
    case .c:
        """
        report_running("\(model.hook(worker))");
        \(model.hook(worker))(context);
        """
    case .sql(let statements):
        """
        SPI_connect();
        \(lines { for statement in statements { "execute(\(literal: statement));" as Code<C> } })
        SPI_finish();
        """
    }
}

private func main(of worker: WorkerModel, in model: ExtensionModel) -> Code<C> {
    let function: Code<C> = worker.isConnected ? "\(model.tick(worker))" : "\(model.hook(worker))"
    let body: (constant: Code<C>, address: Code<C>) =
        switch worker.period {
        case .milliseconds(let period):
            ("static const int period = \(period); /* ms */", "&period")
        case .setting(let setting): (.empty, "&\(model.symbol(of: setting))")
        }
    return #"""
        void
        \#(model.main(worker))(Datum main_arg)
        {
            \#(body.constant)

            accept_signals();
            \#(connecting(worker))
            run_worker(\#(function), \#(body.address));
        }
        """#
}

private func connecting(_ worker: WorkerModel) -> Code<C> {
    switch worker.connection {
    case .none: .empty
    case .ownDatabase:
        """
        BackgroundWorkerInitializeConnectionByOid(DatumGetObjectId(main_arg), InvalidOid, 0);
        settle_session();
        """
    case .database(let name):
        """
        BackgroundWorkerInitializeConnection(\(literal: name), NULL, 0);
        settle_session();
        """
    case .sharedCatalogs:
        """
        BackgroundWorkerInitializeConnection(NULL, NULL, 0);
        settle_session();
        """
    }
}
