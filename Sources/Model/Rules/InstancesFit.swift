import SpecLanguage
import PostgreSQL

/// Each process takes one of `max_worker_processes`, in each database if the worker runs there, and keeps a row of
/// shared memory.
enum InstancesFit: Rule {
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
