import CodeText
import Model

/// One worker: its tick, where it needs more than the hook, and its main function.
func workerMain(_ worker: WorkerModel, _ model: ExtensionModel) -> Code<C> {
    let main = worker.hasSessions ? sessionMain(worker, model) : mainFunction(of: worker, in: model)
    return blocks {
        lines {
            #"""
            /*
             * \#(worker.name)\#(worker.comment.map { ": \(comment: $0)" } ?? .empty)
             */
            """# as Code<C>
            if worker.isBareHook { main } else { tick(of: worker, in: model) }
        }
        if !worker.isBareHook { main }
        if worker.hasSessions { mainFunction(of: worker, in: model) }
    }
}

private func tick(of worker: WorkerModel, in model: ExtensionModel) -> Code<C> {
    let timeout: (arm: Code<C>, disarm: Code<C>) =
        worker.hasSessions ? (.empty, .empty) : timer(of: worker)
    return #"""
        static void
        \#(model.tick(worker))(\#(model.context) *context)
        {
            \#(tickVariables(worker))

            \#(timeout.arm)
            \#(tickBody(worker, model))
            \#(timeout.disarm)
        }
        """#
}

/// What limits the time of a tick.
func timer(of worker: WorkerModel) -> (arm: Code<C>, disarm: Code<C>) {
    guard let timeout = worker.timeout else { return (.empty, .empty) }
    return (
        "enable_timeout_after(STATEMENT_TIMEOUT, \(timeout));",
        "disable_timeout(STATEMENT_TIMEOUT, false);"
    )
}

private func tickVariables(_ worker: WorkerModel) -> Code<C> {
    if worker.hasSessions {
        return """
            extension_row extension;
            Oid         role;
            """
    }
    guard case .sql(let statements) = worker.work, worker.transaction == .statement else {
        return worker.hasDatabase ? "extension_row extension;" : .empty
    }
    return """
        static const char *const statements[] = {
            \(list(statements.map { "\(literal: $0)" }, separator: ",\n"))
        };
        """
}

private func tickBody(_ worker: WorkerModel, _ model: ExtensionModel) -> Code<C> {
    guard worker.isConnected else { return "\(model.hook(worker))(context);" }
    switch worker.transaction {
    case .tick:
        return """
            \(beginning(of: worker))
            \(work(of: worker, in: model))
            commit_transaction();
            """
    case .statement:
        return """
            for (int i = 0; i < (int) lengthof(statements); i++)
            {
                extension_row extension;

                \(beginning(of: worker))
                SPI_connect();
                execute(statements[i]);
                SPI_finish();
                commit_transaction();
            }
            """
    case .none:
        return """
            begin_transaction();
            expect_extension(&extension);
            role = \(role(of: worker));
            commit_transaction();
            work_in_session("\(model.session(worker))", role);
            """
    }
}

/// Whom the work runs as.
private func role(of worker: WorkerModel) -> Code<C> {
    worker.role.map { "get_role_oid(\(literal: $0), false)" } ?? "extension.owner"
}

private func beginning(of worker: WorkerModel) -> Code<C> {
    switch (worker.hasDatabase, worker.role) {
    case (true, _):
        """
        begin_transaction();
        expect_extension(&extension);
        act_as(\(role(of: worker)), &extension);
        """
    case (false, nil): "begin_transaction();"
    case (false, _?):
        """
        begin_transaction();
        become(\(role(of: worker)));
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

private func mainFunction(of worker: WorkerModel, in model: ExtensionModel) -> Code<C> {
    let tick = worker.isBareHook ? model.hook(worker) : model.tick(worker)
    let constant: Code<C> =
        switch worker.period {
        case .milliseconds(let period)?: "static const int period = \(period); /* ms */"
        case .setting?, nil: .empty
        }
    return #"""
        void
        \#(model.main(worker))(Datum main_arg)
        {
            \#(constant)
            const worker self = {
                \#(worker.members(tick: tick, in: model))
            };

            \#(signals(worker))
            \#(connecting(worker))
            \#(finishing(worker))
            run_worker(&self);
        }
        """#
}

/// The first statements of every process.
func signals(_ worker: WorkerModel) -> Code<C> {
    let timer: Code<C> =
        !worker.isConnected && worker.timeout != nil
        ? "(void) RegisterTimeout(STATEMENT_TIMEOUT, cancel_tick);" : .empty
    return """
        accept_signals();
        \(timer)
        """
}

/// A worker that waits for its connection has no tick to finish, and could wait for who wants it to leave.
private func finishing(_ worker: WorkerModel) -> Code<C> {
    guard worker.stop == .finish else { return .empty }
    return """
        /* from now on SIGTERM leaves a note, which is read between ticks */
        pqsignal(SIGTERM, SignalHandlerForShutdownRequest);
        """
}

private func connecting(_ worker: WorkerModel) -> Code<C> {
    switch worker.connection {
    case .none: .empty
    case .ownDatabase:
        """
        note_settings();
        BackgroundWorkerInitializeConnectionByOid(DatumGetObjectId(main_arg), InvalidOid, 0);
        settle_session();
        """
    case .database(let name):
        """
        note_settings();
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
