import CodeText
import Model

extension WorkerModel {
    var runsHook: Bool {
        switch work {
        case .c: true
        case .sql: false
        }
    }

    /// Does it begin transactions, and so show what it does in pg_stat_activity?
    var isConnected: Bool { connection != .none }

    var runsOnce: Bool {
        switch schedule {
        case .once: true
        case .every, .onDemand: false
        }
    }
}

extension ExtensionModel {
    /// Does a hook work in sessions of its own, and execute statements there?
    var hooksExecute: Bool { workers.contains { $0.runsHook && $0.hasSessions } }
}
