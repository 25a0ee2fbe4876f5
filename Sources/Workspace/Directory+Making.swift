import Glibc

extension Directory {
    /// Makes a directory in the working directory, or takes an empty one that is there; locked for writing.
    package static func empty(
        named name: String
    ) throws(FileFailure) -> (directory: Directory, isNew: Bool) {
        guard pathComponents(name)?.count == 1 else {
            throw FileFailure("make directory", name, reason: "it leads out of the directory")
        }
        let isNew = mkdir(name, 0o777) == 0
        if !isNew, errno != EEXIST { throw FileFailure("make directory", name, errno) }
        let directory = try Directory(at: name, flags: O_NOFOLLOW)
        try directory.lock(for: .writing) {}
        guard try directory.names().isEmpty else {
            throw FileFailure("make directory", name, reason: "it exists and is not empty")
        }
        return (directory, isNew)
    }

    /// Makes a directory, or takes one that is empty or that an earlier run has filled, be it not to the end: the lock
    /// file or the journal lists a file that nothing else has. Locked for writing.
    package static func reserved(
        named name: String, listing mark: String
    ) throws(FileFailure) -> Directory {
        if mkdir(name, 0o777) != 0, errno != EEXIST {
            throw FileFailure("make directory", name, errno)
        }
        let directory = try Directory(at: name)
        try directory.lock(for: .writing) {}
        let known = try? readLockFile(in: directory).lock.entries[mark]
        let begun = try? directory.journal()?.hashes[mark]
        let isEmpty = try directory.names().isEmpty
        guard isEmpty || known != nil || begun != nil else {
            throw FileFailure("make directory", name, reason: "it exists and is not empty")
        }
        return directory
    }

    /// Undoes what `empty` did; a directory that holds anything stays.
    package static func removeIfEmpty(named name: String) {
        rmdir(name)
    }
}

/// Whether a path leads to a directory, be it through links.
package func isDirectory(_ path: String) throws(FileFailure) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileFailure("open", path, errno) }
    return status.st_mode & S_IFMT == S_IFDIR
}
