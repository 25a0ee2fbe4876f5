/// The lock file of a directory, with its bytes; an empty one where there is none.
func readLockFile(
    in directory: Directory
) throws(WorkspaceFailure) -> (bytes: [UInt8]?, lock: LockFile) {
    let bytes = try read(LockFile.path, in: directory)
    guard let bytes else { return (nil, LockFile()) }
    do throws(LockFileRejected) {
        return (bytes, try LockFile(parsing: bytes))
    } catch {
        throw .lockFile(path: directory.displayPath(of: LockFile.path), error)
    }
}

/// What earlier runs left in a directory, believed only where the lock file proves it.
package struct Originals: Sendable {
    package let versions: [LockFile.Version]
    let directory: Directory
    let lock: LockFile
    /// The lock file as it was read; nil where there is none.
    let lockText: [UInt8]?
    let journal: Journal?

    package init(in directory: Directory) throws(WorkspaceFailure) {
        self.directory = directory
        (lockText, lock) = try readLockFile(in: directory)
        journal = try directory.journal()
        versions = lock.versions
    }

    /// Why a version is not believed that no spec can have led to.
    package func rejection(of version: LockFile.Version) -> WorkspaceFailure {
        // Our own files begin with two other lines.
        let line = 3 + (versions.firstIndex(of: version) ?? 0)
        return .lockFile(
            path: directory.displayPath(of: LockFile.path),
            LockFile.rejected(line - 1, "no spec can have this version, name, schema and library"))
    }

    /// A generated file that cannot be made again, as it was written.
    package func contents(of path: String) throws(WorkspaceFailure) -> String {
        let bytes = try read(path, in: directory)
        guard let bytes, case .generated(let hash)? = lock.entries[path],
            SHA256.hexDigest(of: bytes) == hash,
            let text = String(validating: bytes, as: UTF8.self)
        else { throw .notOriginal(path: path, isThere: bytes != nil) }
        return text
    }

    /// A generated file that a run had put in place before it was cut off; nil if there is none.
    package func interrupted(_ path: String) throws(WorkspaceFailure) -> String? {
        guard let claimed = journal?.hashes[path], let bytes = try read(path, in: directory),
            claimed.contains(SHA256.hexDigest(of: bytes))
        else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A file of the user's as it is now; empty if there is none.
    package func contents(ofYours path: String) throws(WorkspaceFailure) -> String {
        guard let bytes = try read(path, in: directory) else { return "" }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .notUTF8(path: path)
        }
        return text
    }
}

private func read(_ path: String, in directory: Directory) throws(WorkspaceFailure) -> [UInt8]? {
    do throws(FileFailure) {
        return try directory.contents(of: path)
    } catch {
        throw .file(error)
    }
}
