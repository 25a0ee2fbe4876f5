import SpecLanguage

/// A worker that starts with the postmaster has no connection.
enum StartFitsConnection: Rule {
    static let reason = """
        No worker that starts with the postmaster has a connection: there is nothing to \
        connect to yet.
        """
    static let source = """
        `SanityCheckBackgroundWorker()` of `postmaster/bgworker.c`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] { spec.workers.compactMap(breach) }

    private static func breach(in worker: Worker) -> Diagnostic? {
        guard let start = worker.start, start.value == .postmasterStart else { return nil }
        switch (worker.scope.value, worker.connection?.value) {
        case (.global, nil), (_, .some(.none)): return nil
        default:
            return Diagnostic(
                .error,
                "worker \"\(worker.name.value)\" is connected, and cannot start with the postmaster",
                at: start.range,
                hint: "Use \"consistent_state\", or \"connect\": false.")
        }
    }
}
