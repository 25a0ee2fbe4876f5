import ExtensionSpec

/// Which transactions there are is said of statements; a hook with a connection always runs in one. What statements
/// return is executed outside of a transaction.
enum TransactionFitsWork: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.workers.compactMap { hookBreach(in: $0) ?? resultsBreach(in: $0) }
    }

    private static func hookBreach(in worker: Worker) -> Diagnostic? {
        guard let transaction = worker.transaction, case .c = worker.work.value else { return nil }
        return Diagnostic(
            .error, "\"transaction\" is for SQL, and worker \"\(worker.name.value)\" runs a hook",
            at: transaction.range,
            hint:
                "Remove it: with a connection the hook runs in one transaction per tick, without one in none."
        )
    }

    private static func resultsBreach(in worker: Worker) -> Diagnostic? {
        guard let gexec = worker.gexec, worker.transaction?.value != .some(.none) else { return nil }
        if case .c = worker.work.value {
            return Diagnostic(
                .error, "\"gexec\" is for SQL, and worker \"\(worker.name.value)\" runs a hook",
                at: gexec.range, hint: "Remove it.")
        }
        return Diagnostic(
            .error, "worker \"\(worker.name.value)\" executes what its statements return in a transaction",
            at: gexec.range,
            hint: "Add \"transaction\": \"none\"; inside of a transaction EXECUTE of PL/pgSQL does it.")
    }
}
