import PostgreSQL
import SpecLanguage

/// A worker runs as often as there can be processes.
enum InstancesFit: Rule {
    static let reason = """
        Each process takes one of `max_worker_processes`, in each database if the worker runs \
        there, and keeps a row of shared memory.
        """
    static let source = """
        `max_worker_processes` of `miscadmin.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.workers.compactMap { worker in
            guard let count = worker.instances, !Limits.instances.contains(count.value) else {
                return nil
            }
            return Diagnostic(
                .error, "worker \"\(worker.name.value)\" cannot run \(count.value) times",
                at: count.range,
                hint:
                    "Use \(Limits.instances.lowerBound) to \(Limits.instances.upperBound): each takes one of \"max_worker_processes\"."
            )
        }
    }
}
