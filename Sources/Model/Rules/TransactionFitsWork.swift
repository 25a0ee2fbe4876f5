import SpecLanguage

/// Transactions are said of statements.
enum TransactionFitsWork: Rule {
    static let reason = """
        Which transactions there are is said of statements; a hook with a connection always \
        runs in one.
        """
    static let source = """
        the generated C
        """

    static func breaches(in spec: Extension) -> [Diagnostic] { spec.workers.compactMap(breach) }

    private static func breach(in worker: Worker) -> Diagnostic? {
        guard let transaction = worker.transaction, case .c = worker.work.value else { return nil }
        return Diagnostic(
            .error, "\"transaction\" is for SQL, and worker \"\(worker.name.value)\" runs a hook",
            at: transaction.range,
            hint:
                "Remove it: with a connection the hook runs in one transaction per tick, without one in none."
        )
    }
}
