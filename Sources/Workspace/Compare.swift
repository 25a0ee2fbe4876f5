import CodeText

/// Compares what the spec says with what a directory holds; changes nothing.
///
/// A file of the user's is made only while the lock file does not list it: who deletes it afterwards wants it gone.
/// The spec is never written or deleted, whatever the lock file says.
package func compare(
    _ files: [GeneratedFile], of versions: [LockFile.Version] = [], with directory: Directory,
    sparing spec: String
) throws(WorkspaceFailure) -> Comparison {
    let (lockText, known) = try readLockFile(in: directory)
    var changes: [FileChange] = []
    do throws(FileFailure) {
        for file in files {
            if file.path == spec {
                let path = directory.displayPath(of: spec)
                throw FileFailure("write", path, reason: "the spec itself has this name")
            }
            changes.append(try change(for: file, in: directory, known: known.entries[file.path]))
        }
        changes += try leftovers(in: directory, known: known, besides: files.map(\.path) + [spec])
    } catch {
        throw .file(error)
    }
    changes.append(lockChange(for: files, of: versions, old: lockText))
    return Comparison(changes: changes.sorted { $0.path < $1.path })
}

private func change(
    for file: GeneratedFile, in directory: Directory, known: LockFile.Entry?
) throws(FileFailure) -> FileChange {
    let new = Array(file.contents.utf8)
    if file.ownership == .yours {
        if known == .yours { return FileChange(.unchanged, file.path) }
        let isThere = try directory.holds(file.path)
        return isThere
            ? FileChange(.unchanged, file.path) : FileChange(.create, file.path, new: new)
    }
    let old = try directory.contents(of: file.path)
    switch (old, known) {
    case (nil, .generated): return FileChange(.missing, file.path, new: new)
    case (nil, _): return FileChange(.create, file.path, new: new)
    case (new, _): return FileChange(.unchanged, file.path)
    case (let old?, .generated(let hash)):
        let isOurs = SHA256.hexDigest(of: old) == hash
        return FileChange(isOurs ? .update : .edited, file.path, old: old, new: new)
    case (let old?, _): return FileChange(.foreign, file.path, old: old, new: new)
    }
}

/// What the lock file calls ours and the spec no longer asks for.
private func leftovers(
    in directory: Directory, known: LockFile, besides paths: [String]
) throws(FileFailure) -> [FileChange] {
    let wanted = Set(paths)
    var changes: [FileChange] = []
    for case (let path, .generated(let hash)) in known.entries where !wanted.contains(path) {
        // A link or a directory there is not what we wrote.
        guard let old = try? directory.contents(of: path) else {
            if (try? directory.holds(path)) == true { changes.append(FileChange(.abandoned, path)) }
            continue
        }
        let isOurs = SHA256.hexDigest(of: old) == hash
        changes.append(FileChange(isOurs ? .stale : .abandoned, path, old: old))
    }
    return changes
}

/// The lock file follows the others and is never in conflict: what it says is derived.
private func lockChange(
    for files: [GeneratedFile], of versions: [LockFile.Version], old: [UInt8]?
) -> FileChange {
    var lock = LockFile(versions: versions)
    for file in files {
        switch file.ownership {
        case .yours: lock.entries[file.path] = .yours
        case .generated:
            let hash = SHA256.hexDigest(of: Array(file.contents.utf8))
            lock.entries[file.path] = .generated(hash: hash)
        }
    }
    let new = Array(lock.text.utf8)
    if old == new { return FileChange(.unchanged, LockFile.path) }
    return FileChange(old == nil ? .create : .update, LockFile.path, old: old, new: new)
}
