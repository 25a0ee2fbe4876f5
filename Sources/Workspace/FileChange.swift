/// What one file needs so that the directory holds what the spec says.
package struct FileChange: Sendable, Equatable {
    package enum Kind: Sendable, Equatable, CaseIterable {
        /// Not there yet.
        case create
        /// Ours by the lock file, and gone.
        case missing
        /// Ours and untouched, and the spec now says otherwise.
        case update
        /// As it shall be; a file of the user's always is.
        case unchanged
        /// The user's, who asked to put something at its end.
        case extend
        /// Ours and untouched, and no longer generated: it goes.
        case stale
        /// No longer generated, and no longer as we wrote it: it stays and is the user's from now on.
        case abandoned
        /// Ours, edited by hand, and not what shall be there: refused.
        case edited
        /// In our way, and not ours by the lock file: refused.
        case foreign
    }

    package let path: String
    package let kind: Kind
    /// What is on the disk; nil when there is nothing, or when it does not matter.
    package let old: [UInt8]?
    /// What shall be on the disk; nil when nothing is to be written.
    package let new: [UInt8]?

    init(_ kind: Kind, _ path: String, old: [UInt8]? = nil, new: [UInt8]? = nil) {
        self.path = path
        self.kind = kind
        self.old = old
        self.new = new
    }

    /// Whether writing would destroy what is not ours.
    package var isConflict: Bool { kind == .edited || kind == .foreign }

    /// From what is there to what shall be.
    package var diff: [UInt8] {
        kind == .abandoned ? [] : unifiedDiff(from: old, to: new, path: path)
    }
}

/// A directory compared with what the spec says.
package struct Comparison: Sendable {
    /// Sorted by path; the lock file is one of them.
    package let changes: [FileChange]
    /// What the lock file shall say.
    let lock: LockFile
    /// What a run that was cut off left; nil when none was.
    let journal: Journal?
    /// What the journal is believed of.
    let provenance: Provenance

    package var followsInterruption: Bool { journal != nil }

    package var conflicts: [FileChange] { changes.filter(\.isConflict) }

    /// The same with text at the end of a file of the user's, as the user asked for; `beginning` is for a file that is gone.
    package func extending(
        _ path: String, in directory: Directory, with text: String, beginning: String
    ) throws(FileFailure) -> Comparison {
        let old = try directory.contents(of: path)
        var new = old ?? Array(beginning.utf8)
        if let last = new.last, last != UInt8(ascii: "\n") { new.append(UInt8(ascii: "\n")) }
        if !new.isEmpty { new.append(UInt8(ascii: "\n")) }
        let change = FileChange(.extend, path, old: old, new: new + text.utf8)
        return Comparison(
            changes: changes.map { $0.path == path ? change : $0 }, lock: lock, journal: journal,
            provenance: provenance)
    }

    /// Whether `apply` has nothing to do.
    package var isClean: Bool {
        journal == nil && changes.allSatisfy { $0.kind == .unchanged }
    }
}

/// Why a directory was not compared or not changed.
package enum WorkspaceFailure: Error, Sendable, Equatable {
    case file(FileFailure)
    case lockFile(path: String, LockFileRejected)
    /// A file that only an earlier run could make is not as it wrote it: it was edited, or is gone.
    case notOriginal(path: String, isThere: Bool)
    /// A file of the user's that must go into a script.
    case notUTF8(path: String)
    /// Nothing was written, because these would be lost.
    case refused([FileChange])
    /// Something failed when the first files were in place; the journal stays, and the next run mends it.
    case unfinished(FileFailure)
}
