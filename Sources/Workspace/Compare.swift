import CodeText

/// Compares what the spec says with what a directory holds besides `originals`; changes nothing.
///
/// A file of the user's is made only while the lock file does not list it: who deletes it afterwards wants it gone.
/// The spec is never written or deleted, whatever the lock file or the journal of an earlier run says, and what these call
/// ours is believed only of what `provenance` says can be.
package func compare(
    _ files: [GeneratedFile], of versions: [LockFile.Version] = [], with originals: Originals,
    sparing spec: String, provenance: Provenance
) throws(WorkspaceFailure) -> Comparison {
    let (directory, known, journal) = (originals.directory, originals.lock, originals.journal)
    var changes: [FileChange] = []
    do throws(FileFailure) {
        for file in files {
            if file.path == spec {
                let path = directory.displayPath(of: spec)
                throw FileFailure("write", path, reason: "the spec itself has this name")
            }
            let claim = Claim(file.path, known: known, journal: journal, provenance)
            changes.append(
                try change(for: file, in: directory, known: known.entries[file.path], claim))
        }
    } catch {
        throw .file(error)
    }
    let gone = Set(known.entries.keys).union(journal?.hashes.keys.map(\.self) ?? [])
        .subtracting(files.map(\.path) + [spec])
    changes += gone.compactMap {
        leftover($0, in: directory, Claim($0, known: known, journal: journal, provenance))
    }
    let lock = LockFile(versions: versions, files: files)
    changes.append(lockChange(to: lock, from: originals.lockText))
    return Comparison(
        changes: changes.sorted { $0.path < $1.path }, lock: lock, journal: journal,
        provenance: provenance)
}

/// What the lock file and the journal say of a path.
private struct Claim {
    /// The hashes of the contents that we may have given to the file; none for one of the user's, whatever the journal says.
    let hashes: Set<String>
    let provenance: Provenance

    init(_ path: String, known: LockFile, journal: Journal?, _ provenance: Provenance) {
        let claimed = journal?.hashes[path] ?? []
        switch known.entries[path] {
        case .yours: hashes = []
        case .generated(let hash): hashes = claimed.union([hash])
        case nil: hashes = claimed
        }
        self.provenance = provenance
    }

    /// Whether these contents are ours, so that other ones may take their place.
    func covers(_ path: String, _ text: [UInt8]) -> Bool {
        provenance.canHaveMade(path, text, hashes: hashes)
    }
}

private func change(
    for file: GeneratedFile, in directory: Directory, known: LockFile.Entry?, _ claim: Claim
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
        claim.covers(file.path, old) ? .update : claim.hashes.isEmpty ? .foreign : .edited
    return FileChange(kind, file.path, old: old, new: new)
}

/// What to do with a file that the spec no longer asks for.
private func leftover(
    _ path: String, in directory: Directory, _ claim: Claim
) -> FileChange? {
    if claim.hashes.isEmpty { return nil }
    // A link or a directory there is not what we wrote.
    guard let old = try? directory.contents(of: path) else {
        return (try? directory.holds(path)) == true ? FileChange(.abandoned, path) : nil
    }
    let goes = claim.covers(path, old) && claim.provenance.kind(path) == .generated
    return FileChange(goes ? .stale : .abandoned, path, old: old)
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
