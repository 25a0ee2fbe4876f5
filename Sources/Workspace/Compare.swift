import CodeText

/// Compares what the spec says with what a directory holds besides `originals`; changes nothing.
///
/// A file of the user's is made only while the lock file does not list it: who deletes it afterwards wants it gone.
/// The spec is never written or deleted, whatever the lock file or the journal of an earlier run says.
package func compare(
    _ files: [GeneratedFile], of versions: [LockFile.Version] = [], with originals: Originals,
    sparing spec: String
) throws(WorkspaceFailure) -> Comparison {
    let (directory, known, journal) = (originals.directory, originals.lock, originals.journal)
    var changes: [FileChange] = []
    do throws(FileFailure) {
        for file in files {
            if file.path == spec {
                let path = directory.displayPath(of: spec)
                throw FileFailure("write", path, reason: "the spec itself has this name")
            }
            let ours = ours(file.path, known: known, journal: journal)
            changes.append(
                try change(for: file, in: directory, known: known.entries[file.path], ours: ours))
        }
    } catch {
        throw .file(error)
    }
    let gone = Set(known.entries.keys).union(journal?.hashes.keys.map(\.self) ?? [])
        .subtracting(files.map(\.path) + [spec])
    changes += gone.compactMap {
        leftover($0, in: directory, ours: ours($0, known: known, journal: journal))
    }
    let lock = LockFile(versions: versions, files: files)
    changes.append(lockChange(to: lock, from: originals.lockText))
    return Comparison(
        changes: changes.sorted { $0.path < $1.path }, lock: lock, journal: journal)
}

/// The contents that we may have given to a file; none for one of the user's, whatever the journal says.
private func ours(_ path: String, known: LockFile, journal: Journal?) -> Set<String> {
    let claimed = journal?.hashes[path] ?? []
    switch known.entries[path] {
    case .yours: return []
    case .generated(let hash): return claimed.union([hash])
    case nil: return claimed
    }
}

private func change(
    for file: GeneratedFile, in directory: Directory, known: LockFile.Entry?, ours: Set<String>
) throws(FileFailure) -> FileChange {
    let new = Array(file.contents.utf8)
    if file.ownership == .yours {
        if known == .yours { return FileChange(.unchanged, file.path) }
        let isThere = try directory.holds(file.path)
        return isThere
            ? FileChange(.unchanged, file.path)
            : FileChange(.create, file.path, new: new)
    }
    guard let old = try directory.contents(of: file.path) else {
        let wasThere = known != nil && known != .yours
        return FileChange(wasThere ? .missing : .create, file.path, new: new)
    }
    if old == new { return FileChange(.unchanged, file.path) }
    let kind: FileChange.Kind =
        ours.contains(SHA256.hexDigest(of: old)) ? .update : ours.isEmpty ? .foreign : .edited
    return FileChange(kind, file.path, old: old, new: new)
}

/// What to do with a file that the spec no longer asks for.
private func leftover(
    _ path: String, in directory: Directory, ours: Set<String>
) -> FileChange? {
    if ours.isEmpty { return nil }
    // A link or a directory there is not what we wrote.
    guard let old = try? directory.contents(of: path) else {
        return (try? directory.holds(path)) == true ? FileChange(.abandoned, path) : nil
    }
    let isOurs = ours.contains(SHA256.hexDigest(of: old))
    return FileChange(isOurs ? .stale : .abandoned, path, old: old)
}

/// The lock file follows the others and is never in conflict: what it says is derived.
private func lockChange(to lock: LockFile, from old: [UInt8]?) -> FileChange {
    let new = Array(lock.text.utf8)
    if old == new { return FileChange(.unchanged, LockFile.path) }
    return FileChange(old == nil ? .create : .update, LockFile.path, old: old, new: new)
}

extension LockFile {
    /// What is known once these files are written.
    fileprivate init(versions: [Version], files: [GeneratedFile]) {
        self.init(versions: versions)
        for file in files {
            switch file.ownership {
            case .yours: entries[file.path] = .yours
            case .generated:
                entries[file.path] = .generated(hash: SHA256.hexDigest(of: file.contents.utf8))
            }
        }
    }
}
