import SpecLanguage

/// A worker's connection fits its scope and its work.
enum ConnectionFitsWork: Rule {
    static let reason = """
        A worker has one connection for its life, or none, and SQL needs one to a database.
        """
    static let source = """
        `BackgroundWorkerInitializeConnection()` of `postmaster/bgworker.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] { spec.workers.compactMap(breach) }

    private static func breach(in worker: Worker) -> Diagnostic? {
        let name = worker.name.value
        let isSQL = if case .sql = worker.work.value { true } else { false }
        switch (worker.scope.value, worker.connection?.value) {
        case (.global, .ownDatabase), (.global, .database(nil, _)):
            return Diagnostic(
                .error, "worker \"\(name)\" is global and has no database of its own",
                at: place(of: worker),
                hint:
                    "Name one, such as {\"database\": \"postgres\"}, or use \"scope\": \"database\"."
            )
        case (.database, .database(_?, _)), (.database, .sharedCatalogs):
            return Diagnostic(
                .error, "worker \"\(name)\" runs in each database and connects to that one only",
                at: place(of: worker),
                hint: "Use \"connect\": true, or \"scope\": \"global\".")
        case (.global, nil) where isSQL, (_, .some(.none)) where isSQL:
            return Diagnostic(
                .error, "worker \"\(name)\" runs SQL without a connection", at: place(of: worker),
                hint:
                    "Add \"connect\": {\"database\": \"postgres\"}, or use \"scope\": \"database\"."
            )
        case (_, .sharedCatalogs) where isSQL:
            return Diagnostic(
                .error, "worker \"\(name)\" runs SQL without a database", at: place(of: worker),
                hint: "Name a database: the shared catalogs alone can only be read from C.")
        default: return nil
        }
    }

    private static func place(of worker: Worker) -> SourceRange {
        worker.connection?.range ?? worker.name.range
    }
}
