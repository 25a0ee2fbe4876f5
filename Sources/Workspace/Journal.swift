/// What a run is about to write, put down before it begins and removed when it is done.
///
/// A run that is cut off leaves some files old and some new. The lock file, which is written last, knows the old ones
/// and the journal the new ones, so that the next run takes both for ours and makes of them what the spec says by then.
/// It is read as if an enemy had written it: all that it can do is what a lock file can.
package struct Journal: Sendable, Equatable {
    /// The name in the directory of the spec.
    package static let path = ".dynpgext.journal"

    /// The SHA-256 of each content that may be there and ours, by path; none for a file of the user's, which stands
    /// here only for what may lie beside it.
    private(set) var hashes: [String: Set<String>] = [:]

    init() {}

    /// Adds what is about to be written, as the lock file will know it; itself it does not know.
    mutating func add(_ changes: [FileChange], of lock: LockFile) {
        for change in changes where change.new != nil {
            switch lock.entries[change.path] {
            case .generated(let hash): hashes[change.path, default: []].insert(hash)
            case .yours: hashes[change.path, default: []].formUnion([])
            case nil: break
            }
        }
    }

    /// The whole file.
    var text: String {
        let head = [
            "# A run of dynpgext-gen was cut off; 'dynpgext-gen generate' mends what it left.",
            "format \(LockFile.format)",
        ]
        let body = hashes.sorted { $0.key < $1.key }.flatMap { path, hashes in
            hashes.isEmpty ? ["yours \(path)"] : hashes.sorted().map { "generated \($0) \(path)" }
        }
        return (head + body).map { $0 + "\n" }.joined()
    }

    /// Reads what `text` wrote: the lines of a lock file, but a path may have several contents.
    init(parsing bytes: [UInt8]) throws(LockFileRejected) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        guard lines.count > 1 else { throw LockFile.rejected(0, "no format line") }
        try LockFile.expectFormat(lines[1], at: 1)
        for (index, line) in lines.enumerated().dropFirst(2) {
            let (path, entry) = try LockFile.entry(of: line, at: index)
            switch entry {
            case .generated(let hash): hashes[path, default: []].insert(hash)
            case .yours: hashes[path, default: []].formUnion([])
            }
        }
    }
}

extension Directory {
    /// The journal of a run that was cut off, if one was; an empty one if that run did not get beyond writing it.
    func journal() throws(WorkspaceFailure) -> Journal? {
        let text: [UInt8]?
        do throws(FileFailure) {
            text = try contents(of: Journal.path)
            if text == nil { return try holdsStaged(Journal.path) ? Journal() : nil }
        } catch {
            throw .file(error)
        }
        do throws(LockFileRejected) {
            return try Journal(parsing: text ?? [])
        } catch {
            throw .lockFile(path: displayPath(of: Journal.path), error)
        }
    }

    /// Removes what a run that was cut off had written aside, which is beside files that this tool makes.
    func sweep(after journal: Journal, provenance: Provenance) throws(FileFailure) {
        let paths = journal.hashes.keys.filter { provenance.kind($0) != nil }.sorted()
        for path in paths + [LockFile.path, Journal.path] {
            // Where a link or a file stands in the way by now, nothing of ours lies behind it.
            if (try? holdsStaged(path)) == true { try discardStaged(path) }
            removeEmptyParents(of: path)
        }
    }
}
