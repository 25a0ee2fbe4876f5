import Glibc

/// A directory in which nobody else can put anything in the place of what is ours, by its real path.
struct OwnDirectory {
    let path: String

    /// Why a directory is not to be used: a file, and what is wrong with it.
    struct Weakness: Error {
        let path: String
        let reason: String
    }

    /// Nil for a directory that is not there; throws for one that others can change. One that is `shared`, as /tmp, may
    /// hold files of others too.
    ///
    /// Whoever may write to a directory can replace what stands in it, so each one from the root on counts. Where the
    /// sticky bit is set that takes the owner.
    init?(at path: String, shared: Bool = false) throws(Weakness) {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        self.path = String(cString: real)
        var walked = ""
        for component in self.path.split(separator: "/") {
            try Self.expectSafe(walked.isEmpty ? "/" : walked)
            walked += "/\(component)"
        }
        if shared { try Self.expectSafe(self.path) } else { try Self.expectOwn(self.path) }
    }

    /// Whether a file in such a directory is of a kind (S_IFREG, S_IFDIR, S_IFLNK), and nobody else's; a link has no rights.
    static func isOwn(_ path: String, kind: mode_t) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == kind
            && status.st_uid == geteuid() && (kind == S_IFLNK || !status.isOpenToOthers)
    }

    private static func expectSafe(_ path: String) throws(Weakness) {
        let status = try look(at: path)
        if status.st_uid != 0, status.st_uid != geteuid() {
            throw Weakness(path: path, reason: "belongs to another user")
        }
        if status.isOpenToOthers, status.st_mode & S_ISVTX == 0 {
            throw Weakness(path: path, reason: "can be written to by others")
        }
    }

    private static func expectOwn(_ path: String) throws(Weakness) {
        let status = try look(at: path)
        if status.st_uid != geteuid() {
            throw Weakness(path: path, reason: "belongs to another user")
        }
        if status.isOpenToOthers {
            throw Weakness(path: path, reason: "can be written to by others")
        }
    }

    private static func look(at path: String) throws(Weakness) -> stat {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw Weakness(path: path, reason: "is no directory")
        }
        return status
    }
}

extension stat {
    /// Whether its group or everybody may write to it.
    fileprivate var isOpenToOthers: Bool { st_mode & (S_IWGRP | S_IWOTH) != 0 }
}
