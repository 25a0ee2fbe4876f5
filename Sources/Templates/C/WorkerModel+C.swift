import CodeText
import Model

extension WorkerModel {
    var runsHook: Bool {
        switch work {
        case .c: true
        case .sql: false
        }
    }

    /// Is it connected to a database, and not only to the shared catalogs?
    var hasDatabase: Bool {
        switch connection {
        case .ownDatabase, .database: true
        case .none, .sharedCatalogs: false
        }
    }

    /// Does it begin transactions, and so show what it does in pg_stat_activity?
    var isConnected: Bool { connection != .none }

    /// Does its main function give the hook to the loop, with nothing around it?
    var isBareHook: Bool { !isConnected }

    /// Does a tick come without anybody asking?
    var period: Period? {
        switch schedule {
        case .every(let period): period
        case .once, .onDemand: nil
        }
    }

    var runsOnce: Bool {
        switch schedule {
        case .once: true
        case .every, .onDemand: false
        }
    }

    /// Does it wait to be asked, and never tick else?
    var waitsToBeAsked: Bool {
        switch schedule {
        case .onDemand: true
        case .every, .once: false
        }
    }
}

extension ExtensionModel {
    /// Does a hook work in sessions of its own, and execute statements there?
    var hooksExecute: Bool { workers.contains { $0.runsHook && $0.hasSessions } }

    /// Is a hook told whether the server is in recovery?
    var tellsRecovery: Bool {
        workers.contains { $0.runsHook && $0.start != .recoveryFinished }
    }

    /// Has a tick of any worker a limit?
    var limitsTicks: Bool { workers.contains { $0.timeout != nil } }

    /// Is any hook told a number, or a text, of the spec?
    var tellsArgument: Bool { workers.contains { $0.runsHook && $0.argument != nil } }
    var tellsExtra: Bool { workers.contains { $0.runsHook && $0.extra != nil } }

    /// Does any worker do its work in a transaction, as another role than it is connected as?
    var actsAs: Bool { workers.contains { $0.hasDatabase && !$0.hasSessions } }

    /// Does any worker work in sessions of its own?
    var hasSessions: Bool { workers.contains(where: \.hasSessions) }
}
