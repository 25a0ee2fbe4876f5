import SpecLanguage

/// A worker that finishes its tick does so in time.
enum StopIsBounded: Rule {
    static let reason = """
        A server that shuts down waits for its workers without a limit, so a tick that is \
        finished first has one.
        """
    static let source = """
        `postmaster/postmaster.c`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] { spec.workers.compactMap(breach) }

    private static func breach(in worker: Worker) -> Diagnostic? {
        guard let stop = worker.stop, stop.value == .finish, worker.timeout == nil else {
            return nil
        }
        return Diagnostic(
            .error,
            "worker \"\(worker.name.value)\" finishes its tick before it stops, however long that takes",
            at: stop.range,
            hint: "Add a \"timeout\" such as \"30s\": the server waits so long when it shuts down.")
    }
}
