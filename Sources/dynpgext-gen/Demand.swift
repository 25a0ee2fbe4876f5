import Model
import PostgreSQL
import SpecLanguage

/// What an extension takes of a server.
struct Demand {
    let bytes: Int64
    /// A segment for each block.
    let segments: Int64
    let workers: Int64

    /// The supervisor, and the slot that stays free for the scanner.
    static let loaderProcesses: Int64 = 2
    /// The default of max_worker_processes, for parallel queries and other extensions.
    static let otherProcesses: Int64 = 8
}

extension ExtensionModel {
    /// The whole demand of a server where so many databases have the extension.
    func demand(databases: Int64) -> Demand {
        // Without any database nobody has it.
        let servers: Int64 = databases == 0 ? 0 : 1
        let times = { (scope: Scope) in scope == .global ? servers : databases }
        return Demand(
            bytes: Scope.allCases.reduce(0) { $0 + times($1) * bytes(of: $1) },
            segments: blocks.reduce(0) { $0 + times($1.scope) }
                + (status?.scopes ?? []).reduce(0) { $0 + times($1) },
            workers: workers.reduce(0) { $0 + $1.slots * times($1.scope) })
    }

    /// The bytes of the blocks of one scope, once; one is where its workers tell of themselves.
    func bytes(of scope: Scope) -> Int64 {
        blocks.filter { $0.scope == scope }.reduce(0) { $0 + $1.layout.size }
            + (status.flatMap { $0.scopes.contains(scope) ? $0.blockSize : nil } ?? 0)
    }
}

extension WorkerStatus {
    /// The bytes of a block: its layout, a lock, and a row for each process, as runtime/runtime.h declares them.
    var blockSize: Int64 {
        let (head, row): (Int64, Int64) = (24, 320)
        return (head + rowsInBlock * row).rounded(up: SharedTypes.cacheLine)
    }
}

extension WorkerModel {
    /// The slots that it takes, in the server or in each database: a tick outside of transactions runs in a session
    /// that takes another one.
    fileprivate var slots: Int64 { processes * (hasSessions ? 2 : 1) }
}

extension Scope {
    /// As a sentence goes on.
    var reach: String { self == .global ? "one for the server" : "one in each database" }
}
