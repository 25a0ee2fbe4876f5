import SpecLanguage

/// Work has the transactions that it can have.
enum TransactionFitsWork: Rule {
    static let reason = """
        Only statements can have a transaction each. A hook with a database runs in one, or \
        in none and then in a session of the extension's owner; without a database there are \
        none.
        """
    static let source = """
        the generated C
        """

    static func breaches(in spec: Extension) -> [Diagnostic] { spec.workers.compactMap(breach) }

    private static func breach(in worker: Worker) -> Diagnostic? {
        guard let transaction = worker.transaction, case .c = worker.work.value else { return nil }
        if transaction.value == .statement {
            return Diagnostic(
                .error,
                "worker \"\(worker.name.value)\" runs a hook, which has no statements to part",
                at: transaction.range, hint: "Use \"tick\" or \"none\".")
        }
        guard transaction.value == .none, !hasDatabase(worker) else { return nil }
        return Diagnostic(
            .error,
            "worker \"\(worker.name.value)\" is in no database, where there are no transactions anyway",
            at: transaction.range, hint: "Remove \"transaction\".")
    }

    private static func hasDatabase(_ worker: Worker) -> Bool {
        switch worker.connection?.value {
        case nil: worker.scope.value == .database
        case .some(.none), .sharedCatalogs: false
        case .ownDatabase, .database: true
        }
    }
}
