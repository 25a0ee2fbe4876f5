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
        let options = [hasWake ? "wake" : "", hasSessions ? "sessions" : ""]
        return digits(of: (["status 2"] + options + rows).joined(separator: "\n"))
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

    /// C: the block of a scope as the runtime knows it.
    package func workersAttachment(_ scope: Scope) -> Name {
        switch scope {
        case .database: name(.localRows)
        case .global: name(.globalRows)
        }
    }
    /// The name under which the loader keeps a scope's block.
    package func workersKey(_ scope: Scope, _ status: WorkerStatus) -> String {
        switch scope {
        case .database: Symbols.key(Symbols.workersBlock, status.fingerprint, in: name.text)
        case .global: Symbols.key(Symbols.globalWorkersBlock, status.fingerprint, in: name.text)
        }
    }
    /// SQL: the view.
    package static let workersView = Name(joining: Symbols.workersView)
    /// C: the function behind the view of the workers.
    package var workersRowFunction: Name { name(.rowFunction) }
    /// What each process of a worker is called: its title, with a number if several run.
    package func processTitles(_ worker: WorkerModel) -> [String] {
        guard let instances = worker.instances else { return [title(worker)] }
        return (1...instances).map { Symbols.process($0, of: title(worker)) }
    }
    /// The name of the lock in pg_stat_activity.
    package var workersTranche: String {
        Symbols.lock(Symbols.workersBlock, in: name.text)
    }
}

extension WorkerModel {
    /// How many run, in the server or in each database.
    package var processes: Int64 { instances ?? 1 }

    /// Whether it does its work in sessions of its own, as another role.
    package var hasSessions: Bool { transaction == .none }

    /// Whether a process of the worker reaches the block of its scope.
    package var isShown: Bool { scope == .global || connection != .none }
}
