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
    var isBareHook: Bool { !isConnected && timeout == nil }

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

    /// Does any worker do its work in a transaction, as another role than it is connected as?
    var actsAs: Bool { workers.contains { $0.hasDatabase && !$0.hasSessions } }

    /// Does any worker become a role in its transactions, be it to read the shared catalogs only?
    var becomes: Bool { actsAs || workers.contains { !$0.hasDatabase && $0.role != nil } }

    /// Does any worker work in sessions of its own?
    var hasSessions: Bool { workers.contains(where: \.hasSessions) }
}
