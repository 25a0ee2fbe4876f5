import SpecLanguage

/// A worker that is done after one tick has no period, and nobody can ask it for another. One that is in no
/// database cannot be asked: the memory in which it would find that belongs to its database.
enum ScheduleFits: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.workers.flatMap { [onceBreach($0), wakeBreach($0)].compactMap(\.self) }
    }

    private static func onceBreach(_ worker: Worker) -> Diagnostic? {
        guard let once = worker.once else { return nil }
        let others = [("every", worker.every?.range), ("wake", worker.wake?.range)]
        for case (let key, let range?) in others {
            return Diagnostic(
                .error,
                "worker \"\(worker.name.value)\" works \"once\" and has \"\(key)\" as well",
                at: range, hint: "Remove one of the two: after its one tick the worker is done.",
                notes: [.init("\"once\" is here", at: once.range)])
        }
        return nil
    }

    private static func wakeBreach(_ worker: Worker) -> Diagnostic? {
        guard let wake = worker.wake, worker.scope.value == .database,
            worker.connection?.value == .some(.none)
        else { return nil }
        return Diagnostic(
            .error,
            "worker \"\(worker.name.value)\" cannot be woken: it is in no database, and its memory is in one",
            at: wake.range, hint: "Remove \"connect\": false, or use \"scope\": \"global\".")
    }
}
