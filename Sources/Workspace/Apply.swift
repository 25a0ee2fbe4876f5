/// Makes a directory hold what a comparison says.
///
/// All files are written aside before the first is put in place, so that a full disk or a missing permission changes
/// nothing. The lock file comes last: when a run is cut off, the next one finds some files already as they shall be,
/// and takes them for its own. With `force`, what was edited by hand or is not ours is overwritten.
package func apply(
    _ comparison: Comparison, to directory: Directory, force: Bool
) throws(WorkspaceFailure) {
    if !force, !comparison.conflicts.isEmpty { throw .refused(comparison.conflicts) }
    do throws(FileFailure) {
        try write(comparison.changes, to: directory)
    } catch {
        throw .file(error)
    }
}

private func write(_ changes: [FileChange], to directory: Directory) throws(FileFailure) {
    let written = changes.filter { $0.new != nil && $0.path != LockFile.path }
    let lock = changes.filter { $0.new != nil && $0.path == LockFile.path }
    var made: [String] = []
    do throws(FileFailure) {
        for change in lock + written {
            try directory.stage(change.new ?? [], for: change.path, made: &made)
        }
        for change in changes where change.kind == .stale { try directory.remove(change.path) }
        for change in written + lock { try directory.commit(change.path) }
    } catch {
        for change in lock + written { directory.discardStaged(change.path) }
        for path in made.reversed() { directory.removeIfEmpty(path) }
        throw error
    }
}
