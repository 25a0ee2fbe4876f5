import Glibc

extension Directory {
    /// Whether anything has this name, be it a link that leads nowhere.
    func holds(_ file: String) throws(FileFailure) -> Bool {
        let shown = displayPath(of: file)
        let found = try atParent(of: file, forPurpose: "read", missing: neverMake) {
            (parent, name) throws(FileFailure) -> Bool in
            var status = stat()
            if fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return true }
            if errno == ENOENT { return false }
            throw FileFailure("read", shown, errno)
        }
        return found ?? false
    }

    /// Writes a file aside, in the directory where it will stand; `made` gains each directory that had to be made.
    func stage(
        _ contents: [UInt8], for file: String, made: inout [String]
    ) throws(FileFailure) {
        let shown = displayPath(of: file)
        var directories: [String] = []
        defer { made += directories }
        _ = try atParent(of: file, forPurpose: "write") {
            (walked, parent, name) throws(FileFailure) -> Bool in
            guard mkdirat(parent, name, 0o777) == 0 else {
                throw FileFailure("make directory", displayPath(of: walked), errno)
            }
            directories.append(walked)
            return true
        } body: { (parent, name) throws(FileFailure) -> Void in
            // One that an interrupted run left; under the lock of the directory it is nobody's.
            unlinkat(parent, stagedName(of: name), 0)
            let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
            let descriptor = openat(parent, stagedName(of: name), flags, 0o644)
            guard descriptor >= 0 else { throw FileFailure("write", shown, errno) }
            do throws(FileFailure) {
                defer { close(descriptor) }
                // A file of the user's may be closed to others, or one of ours made executable.
                var status = stat()
                if fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
                    fchmod(descriptor, status.st_mode & 0o777)
                }
                try writeAll(contents, to: descriptor, path: shown)
                guard fsync(descriptor) == 0 else { throw FileFailure("write", shown, errno) }
            } catch {
                unlinkat(parent, stagedName(of: name), 0)
                throw error
            }
        }
    }

    /// Writes one file: it is old or new, never half.
    package func write(_ contents: [UInt8], to file: String) throws(FileFailure) {
        var made: [String] = []
        try stage(contents, for: file, made: &made)
        do throws(FileFailure) {
            try commit(file)
        } catch {
            try? discardStaged(file)
            throw error
        }
    }

    /// Makes sure that the names which stand in the directory by now outlive a power cut; no more than a try.
    func synchronise() { fsync(descriptor) }

    /// Puts what was written aside in its place, in one step.
    func commit(_ file: String) throws(FileFailure) {
        let shown = displayPath(of: file)
        _ = try atParent(of: file, forPurpose: "write", missing: neverMake) {
            (parent, name) throws(FileFailure) -> Void in
            guard renameat(parent, stagedName(of: name), parent, name) == 0 else {
                throw FileFailure("write", shown, errno)
            }
        }
    }

    /// Removes what was written aside and not put in place.
    func discardStaged(_ file: String) throws(FileFailure) {
        try remove(stagedPath(of: file))
    }

    /// Whether something was written aside and not put in place.
    func holdsStaged(_ file: String) throws(FileFailure) -> Bool {
        try holds(stagedPath(of: file))
    }

    /// Removes a file; one that is gone already is no fault.
    package func remove(_ file: String) throws(FileFailure) {
        let shown = displayPath(of: file)
        _ = try atParent(of: file, forPurpose: "remove", missing: neverMake) {
            (parent, name) throws(FileFailure) -> Void in
            guard unlinkat(parent, name, 0) == 0 || errno == ENOENT else {
                throw FileFailure("remove", shown, errno)
            }
        }
    }

    /// Removes a directory that holds nothing; any other stays.
    func removeIfEmpty(_ directory: String) {
        _ = try? atParent(of: directory, forPurpose: "remove", missing: neverMake) {
            (parent, name) throws(FileFailure) -> Void in
            unlinkat(parent, name, AT_REMOVEDIR)
        }
    }

    /// Removes the directories above a file that hold nothing, from the inside out.
    package func removeEmptyParents(of file: String) {
        var parts = file.split(separator: "/").dropLast()
        while !parts.isEmpty {
            removeIfEmpty(parts.joined(separator: "/"))
            parts.removeLast()
        }
    }

    /// What is written aside stands beside the file.
    private func stagedPath(of file: String) -> String {
        var parts = file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        parts.append(stagedName(of: parts.removeLast()))
        return parts.joined(separator: "/")
    }

    private func stagedName(of name: String) -> String { ".\(name).dynpgext-new" }
}

/// For a walk that only looks: what is missing stays missing.
func neverMake(
    _ directory: String, _ parent: CInt, _ name: String
) throws(FileFailure) -> Bool { false }

/// Writes every byte; `path` names the file in a failure.
package func writeAll(
    _ bytes: [UInt8], to descriptor: CInt, path: String
) throws(FileFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) }
        if count < 0, errno != EINTR { throw FileFailure("write", path, errno) }
    }
}
