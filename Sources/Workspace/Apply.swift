/// Makes a directory hold what a comparison says.
///
/// A journal of what is to come is written first, then all files aside, and only then the first is put in place: a full
/// disk or a missing permission changes nothing, and after any other end, be it a kill, the next run knows what is ours.
/// What is put in place has reached the disk; in which order names do in a power cut is the file system's affair. New
/// files come first, since a frozen version is made of what others then replace; the lock file comes last. With `force`,
/// what was changed by hand or is not ours is overwritten.
package func apply(
    _ comparison: Comparison, to directory: Directory, force: Bool
) throws(WorkspaceFailure) {
    if !force, !comparison.conflicts.isEmpty { throw .refused(comparison.conflicts) }
    if comparison.isClean { return }
    let written = comparison.changes.filter { $0.new != nil }.sorted(by: comesFirst)
    var isBegun = comparison.journal != nil
    var aside = Aside()
    do throws(FileFailure) {
        try prepare(written, of: comparison, in: directory, aside: &aside)
        for change in comparison.changes where change.kind == .stale {
            try directory.remove(change.path)
            isBegun = true
            directory.removeEmptyParents(of: change.path)
        }
        for change in written {
            try directory.commit(change.path)
            isBegun = true
        }
        try directory.remove(Journal.path)
    } catch {
        let isSwept = aside.files.allSatisfy { (try? directory.discardStaged($0)) != nil }
        if isBegun || !isSwept { throw .unfinished(error) }
        for path in aside.directories.reversed() { directory.removeIfEmpty(path) }
        try? directory.remove(Journal.path)
        throw .file(error)
    }
}

private func comesFirst(_ one: FileChange, _ other: FileChange) -> Bool {
    rank(one) == rank(other) ? one.path < other.path : rank(one) < rank(other)
}

private func rank(_ change: FileChange) -> Int {
    change.path == LockFile.path ? 2 : change.old == nil ? 0 : 1
}

/// What a run has made that must go if it fails.
private struct Aside {
    var files: [String] = []
    var directories: [String] = []
}

/// Everything up to the first change that anybody can see.
private func prepare(
    _ changes: [FileChange], of comparison: Comparison, in directory: Directory,
    aside: inout Aside
) throws(FileFailure) {
    let earlier = comparison.journal
    if let earlier { try directory.sweep(after: earlier, provenance: comparison.provenance) }
    var journal = earlier ?? Journal()
    journal.add(changes, of: comparison.lock)
    try directory.write(Array(journal.text.utf8), to: Journal.path)
    for change in changes {
        try directory.stage(change.new ?? [], for: change.path, made: &aside.directories)
        aside.files.append(change.path)
    }
    directory.synchronise()
}
