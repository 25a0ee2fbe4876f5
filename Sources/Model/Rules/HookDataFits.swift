import PostgreSQL
import SpecLanguage

/// What a worker is given beside its name fits.
enum HookDataFits: Rule {
    static let reason = """
        A worker gets a number in `bgw_main_arg`, which in a database holds the database's \
        OID, and a text in `bgw_extra`. Statements see neither.
        """
    static let source = """
        `BackgroundWorker` of `postmaster/bgworker.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.workers.flatMap { worker in
            if case .sql = worker.work.value {
                return [
                    ("arg", worker.argument?.range), ("extra", worker.extra?.range),
                ].compactMap { key, range in range.map { unseen(key, by: worker, at: $0) } }
            }
            return [argumentBreach(worker), extraBreach(worker)].compactMap(\.self)
        }
    }

    private static func unseen(
        _ key: String, by worker: Worker, at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            .error,
            "\"\(key)\" is for a hook, and worker \"\(worker.name.value)\" runs SQL", at: range,
            hint: "Remove it, and write the value into the statements.")
    }

    private static func argumentBreach(_ worker: Worker) -> Diagnostic? {
        guard let argument = worker.argument else { return nil }
        if worker.scope.value == .database {
            return Diagnostic(
                .error,
                "worker \"\(worker.name.value)\" has no \"arg\" of its own: in a database that is the database's OID",
                at: argument.range, hint: "Use \"extra\", or \"scope\": \"global\".")
        }
        guard !Limits.integerSetting.contains(argument.value) else { return nil }
        return Diagnostic(
            .error, "\"arg\" \(argument.value) does not fit into 32 bits", at: argument.range,
            hint: "Use \(Limits.integerSetting.lowerBound) to \(Limits.integerSetting.upperBound).")
    }

    private static func extraBreach(_ worker: Worker) -> Diagnostic? {
        guard let extra = worker.extra else { return nil }
        let size = extra.value.utf8.count
        guard size > Limits.workerExtra else { return nil }
        return Diagnostic(
            .error, "\"extra\" has \(size) bytes; a worker has room for \(Limits.workerExtra)",
            at: extra.range, hint: "Shorten it, or use a setting.")
    }
}
