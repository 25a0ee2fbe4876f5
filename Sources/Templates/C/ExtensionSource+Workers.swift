import CodeText
import Model
import SpecLanguage

/// The workers, as the runtime knows them.
func workerDescriptions(of model: ExtensionModel) -> Code<C> {
    guard !model.workers.isEmpty else { return .empty }
    return blocks {
        section("Workers")
        for worker in model.workers {
            lines {
                "/* \(worker.name)\(worker.comment.map { ": \(comment: $0)" } ?? .empty) */"
                    as Code<C>
                description(of: worker, in: model)
                "DYNPGEXT_WORKER_MAIN(\(model.main(worker)), \(model.description(of: worker)));"
                    as Code<C>
                if worker.hasSessions {
                    "DYNPGEXT_SESSION_MAIN(\(model.session(worker)), \(model.description(of: worker)));"
                        as Code<C>
                }
                if worker.hasWake {
                    "DYNPGEXT_WORKER_WAKE(\(model.wake(worker)), \(model.wakeFunction(worker)), \(model.description(of: worker)));"
                        as Code<C>
                }
            }
        }
    }
}

private func description(of worker: WorkerModel, in model: ExtensionModel) -> Code<C> {
    let members: [Code<C>] = [
        ".name = \(literal: worker.name.text)",
        ".main = \"\(model.main(worker))\"",
        worker.hasSessions ? ".session = \"\(model.session(worker))\"" : .empty,
        worker.scope == .database ? ".is_local = true" : .empty,
        worker.connection.members,
        worker.role.map { ".role = \(literal: $0)" } ?? .empty,
        ".start = \(worker.start.constant)",
        worker.notifies ? ".notify = true" : .empty,
        worker.instances.map { ".instances = \($0)" } ?? .empty,
        worker.argument.map { ".argument = \(integer($0))" } ?? .empty,
        worker.extra.map { ".extra = \(literal: $0)" } ?? .empty,
        switchMember(of: worker, in: model),
        scheduleMember(of: worker, in: model),
        worker.timeout.map { ".timeout = \($0)" } ?? .empty,
        worker.stop == .finish ? ".finish = true" : .empty,
        ".backoff = \(worker.onError.initial)",
        ".backoff_max = \(worker.onError.maximum)",
        worker.onError.giveUpAfter.map { ".give_up_after = \($0)" } ?? .empty,
        ".tick = \(worker.tick)",
        work(of: worker, in: model),
        worker.isShown ? ".is_shown = true" : .empty,
        ".row = \(model.status?.row(of: worker) ?? 0)",
    ]
    return #"""
        static const dynpgext_worker \#(model.description(of: worker)) = {
            \#(list(members, separator: ",\n"))
        };
        """#
}

/// The setting that lets the worker work.
private func switchMember(of worker: WorkerModel, in model: ExtensionModel) -> Code<C> {
    guard model.hotUpgrade else { return ".enabled = &\(model.enabled(worker))" }
    return ".shared_enabled = &\(model.place(ofSwitch: worker))"
}

/// When ticks come by themselves.
private func scheduleMember(of worker: WorkerModel, in model: ExtensionModel) -> Code<C> {
    switch worker.schedule {
    case .once: ".once = true"
    case .onDemand: .empty
    case .every(.milliseconds(let period)): ".every = &(const int) {\(period)}"
    case .every(.setting(let setting)):
        model.hotUpgrade
            ? ".shared_every = &\(model.place(of: setting))"
            : ".every = &\(model.symbol(of: setting))"
    }
}

private func work(of worker: WorkerModel, in model: ExtensionModel) -> Code<C> {
    switch worker.work {
    case .c:
        """
        .run = \(model.hook(worker)),
        .run_name = "\(model.hook(worker))"
        """
    case .sql(let statements):
        #"""
        .statements = (const char *const[]) {
            \#(list(statements.map { "\(literal: $0)" } + ["NULL"], separator: ",\n"))
        }
        """#
    }
}

extension WorkerModel {
    /// The function of the runtime that does the work of a tick.
    fileprivate var tick: Code<C> {
        guard isConnected else { return "dynpgext_tick_alone" }
        return switch transaction {
        case .tick: "dynpgext_tick_in_transaction"
        case .statement: "dynpgext_tick_by_statement"
        case .none: "dynpgext_tick_in_session"
        }
    }
}

extension WorkerModel.Connection {
    /// What the worker connects to; nothing is the default of the struct.
    fileprivate var members: Code<C> {
        switch self {
        case .none: .empty
        case .ownDatabase: ".connect = DYNPGEXT_OWN_DATABASE"
        case .sharedCatalogs: ".connect = DYNPGEXT_SHARED_CATALOGS"
        case .database(let name):
            """
            .connect = DYNPGEXT_NAMED_DATABASE,
            .database = \(literal: name)
            """
        }
    }
}

extension Worker.Start {
    /// The constant of postmaster/bgworker.h (13 to 19).
    fileprivate var constant: Code<C> {
        switch self {
        case .recoveryFinished: "BgWorkerStart_RecoveryFinished"
        case .consistentState: "BgWorkerStart_ConsistentState"
        case .postmasterStart: "BgWorkerStart_PostmasterStart"
        }
    }
}
