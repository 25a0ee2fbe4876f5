import SpecLanguage

/// Where the workers tell of themselves: a block in each database, and one for the server.
package struct WorkerStatus: Sendable {
    /// The workers of both blocks, in the order of the spec: one that is started for a database but not connected
    /// to it reaches no block of it.
    package let workers: [WorkerModel]

    /// The first row of each worker in the block of its scope, by name.
    private let firstRows: [String: Int64]

    package init(workers: [WorkerModel]) {
        self.workers = workers
        var counts: [Scope: Int64] = [:]
        var rows: [String: Int64] = [:]
        for worker in workers {
            rows[worker.name.text] = counts[worker.scope, default: 0]
            counts[worker.scope, default: 0] += worker.processes
        }
        firstRows = rows
    }

    /// The scopes that have workers, and so a block.
    package var scopes: [Scope] {
        Scope.allCases.filter { scope in workers.contains { $0.scope == scope } }
    }

    /// The first row of a worker in the block of its scope.
    package func row(of worker: WorkerModel) -> Int64 { firstRows[worker.name.text] ?? 0 }

    /// The rows of each block, which are as many as the larger one needs.
    package var rowsInBlock: Int64 {
        scopes.map { scope in
            workers.filter { $0.scope == scope }.map(\.processes).reduce(0, +)
        }.max() ?? 1
    }

    /// The rows of the view.
    package var rows: Int64 { workers.map(\.processes).reduce(0, +) }

    /// Whether rows hold what it takes to wake a worker.
    package var hasWake: Bool { workers.contains(where: \.hasWake) }

    /// Whether rows hold how a session of its own has ended.
    package var hasSessions: Bool { workers.contains(where: \.hasSessions) }

    /// Tells apart what two versions keep in these blocks: a row belongs to a worker by its place.
    package var fingerprint: String {
        let rows = workers.map { "\($0.name.text) \($0.scope.rawValue) \($0.processes)" }
        let options = [hasWake ? "wake" : "", hasSessions ? "sessions with ticks" : ""]
        return digits(of: (["status 1"] + options + rows).joined(separator: "\n"))
    }
}

extension WorkerStatus {
    /// What the workers of a whole extension tell of themselves; nil if nobody can read it.
    init?(of all: [WorkerModel]) {
        let shown = all.filter(\.isShown)
        guard !shown.isEmpty else { return nil }
        self.init(workers: shown)
    }
}

extension ExtensionModel {
    /// Whether there is shared memory of any kind.
    package var hasSharedMemory: Bool { !blocks.isEmpty || status != nil }

    /// C: the struct of the blocks, and of a row.
    package var workersStructure: Name { Name(joining: name.text, "workers") }
    package var statusStructure: Name { Name(joining: name.text, "worker_status") }
    package var workersInitialiser: Name { Name(joining: name.text, "workers_init") }
    /// C: finds the block of a scope.
    package func workersAttach(_ scope: Scope) -> Name {
        switch scope {
        case .database: Name(joining: name.text, "workers_attach")
        case .global: Name(joining: name.text, "global_workers_attach")
        }
    }
    /// C: the macro that holds the key of a scope's block.
    package func workersKeyMacro(_ scope: Scope) -> Name {
        switch scope {
        case .database: Name(macro: name.text, "workers_key")
        case .global: Name(macro: name.text, "global_workers_key")
        }
    }
    /// The name under which the loader keeps a scope's block.
    package func workersKey(_ scope: Scope, _ status: WorkerStatus) -> String {
        switch scope {
        case .database: "\(name.text):workers:\(status.fingerprint)"
        case .global: "\(name.text):global_workers:\(status.fingerprint)"
        }
    }
    /// SQL: the view.
    package static let workersView = Name(joining: "workers")
    /// C: a constant of the state that a worker is in.
    package func state(_ state: String) -> Name { Name(macro: name.text, "worker", state) }
    /// C: the type of the states.
    package var stateType: Name { Name(joining: name.text, "worker_state") }
    /// C: the macro that says where bgw_extra tells a process its number.
    package var instanceMacro: Name { Name(macro: name.text, "instance_offset") }
    /// C: the function behind the view of the workers.
    package var workersRowFunction: Name { Name(joining: name.text, "workers_row") }
    /// What each process of a worker is called: its title, with a number if several run.
    package func processTitles(_ worker: WorkerModel) -> [String] {
        guard let instances = worker.instances else { return [title(worker)] }
        return (1...instances).map { "\(title(worker)) \($0)" }
    }
    /// The name of the lock in pg_stat_activity.
    package var workersTranche: String { "\(name.text):workers" }
}

extension WorkerModel {
    /// How many run, in the server or in each database.
    package var processes: Int64 { instances ?? 1 }

    /// Whether it does its work in sessions of its own, as another role.
    package var hasSessions: Bool { transaction == .none }

    /// Whether a process of the worker reaches the block of its scope.
    package var isShown: Bool { scope == .global || connection != .none }
}
