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
}
