import Glibc

/// The directory of a spec, held open; nothing that is done through it can leave it.
///
/// Each part of a path is opened on its own and never through a symbolic link, so that neither a link in the tree
/// nor one that appears meanwhile leads outside.
package final class Directory: Sendable {
    /// As the user gave it, for messages; empty for the working directory.
    private let path: String
    let descriptor: CInt

    /// Opens a directory as the user gave it; an empty path is the working directory.
    package init(at path: String, flags: CInt = 0) throws(FileFailure) {
        self.path = path
        descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags)
        if descriptor < 0 { throw FileFailure("open", path.isEmpty ? "." : path, errno) }
    }

    deinit { close(descriptor) }

    /// A file in the directory as the user would name it.
    package func displayPath(of file: String) -> String {
        path.isEmpty ? file : path.hasSuffix("/") ? path + file : "\(path)/\(file)"
    }

    /// Runs `body` in the directory that holds `file`, with the file's own name.
    ///
    /// `missing` may make a directory that is not there; when it returns false, the walk ends with nil.
    func atParent<Result>(
        of file: String, forPurpose action: String,
        missing: (_ directory: String, _ parent: CInt, _ name: String) throws(FileFailure) -> Bool,
        body: (_ parent: CInt, _ name: String) throws(FileFailure) -> Result
    ) throws(FileFailure) -> Result? {
        guard let components = pathComponents(file), let name = components.last else {
            throw FileFailure(
                action, displayPath(of: file), reason: "it leads out of the directory")
        }
        var current = descriptor
        defer { if current != descriptor { close(current) } }
        for (index, component) in components.dropLast().enumerated() {
            let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
            let walked = components[...index].joined(separator: "/")
            var next = openat(current, component, flags)
            if next < 0, errno == ENOENT {
                guard try missing(walked, current, component) else { return nil }
                next = openat(current, component, flags)
            }
            if next < 0 {
                let reason = reasonNotToEnter(component, in: current, errno)
                throw FileFailure(action, displayPath(of: file), reason: reason)
            }
            if current != descriptor { close(current) }
            current = next
        }
        return try body(current, name)
    }

    private func reasonNotToEnter(_ name: String, in parent: CInt, _ code: CInt) -> String {
        var status = stat()
        if fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT == S_IFLNK
        {
            return "'\(name)' is a symbolic link"
        }
        return code == ENOTDIR ? "'\(name)' is not a directory" : systemMessage(code)
    }
}

/// The parts of a path that stays inside; nil for one that is absolute, climbs, or holds control characters.
func pathComponents(_ path: String) -> [String]? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let areSafe = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    let isPrintable = path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
    return areSafe && isPrintable ? parts : nil
}
