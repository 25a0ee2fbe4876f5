import CodeText

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

    package var conflicts: [FileChange] { changes.filter(\.isConflict) }

    /// Whether `apply` has nothing to do.
    package var isClean: Bool { changes.allSatisfy { $0.kind == .unchanged } }
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
}
