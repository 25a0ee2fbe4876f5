import Glibc

extension Directory {
    /// What a run is going to do, and so which other runs it can bear.
    package enum Access: Sendable {
        case reading
        case writing
    }

    /// Makes runs that would disturb one another wait, until this value goes away.
    ///
    /// The directory itself is locked, so that nothing is left behind. A file system that cannot lock (NFS refuses
    /// an exclusive lock on what is open for reading) is used without. `waiting` is called once when another run
    /// holds the lock.
    package func lock(for access: Access, waiting: () -> Void) throws(FileFailure) {
        let operation = access == .reading ? LOCK_SH : LOCK_EX
        if try tryLock(operation | LOCK_NB) { return }
        waiting()
        _ = try tryLock(operation)
    }

    /// False when another run holds the lock and `operation` does not wait for it.
    private func tryLock(_ operation: CInt) throws(FileFailure) -> Bool {
        while flock(descriptor, operation) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK: return false
            case EBADF, ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL: return true
            default: throw FileFailure("lock", displayPath(of: "."), errno)
            }
        }
        return true
    }

    /// The names in the directory, sorted.
    package func names() throws(FileFailure) -> [String] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else {
            throw FileFailure("list", displayPath(of: "."), errno)
        }
        defer { closedir(stream) }
        var result: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { result.append(name) }
            errno = 0
        }
        if errno != 0 { throw FileFailure("list", displayPath(of: "."), errno) }
        return result.sorted()
    }
}
