import Glibc
import Workspace

/// A directory for one run; it goes with its last user.
final class Scratch {
    let path: String
    /// Whether what is made here can be kept.
    let isInCache: Bool

    init(in parent: String, isInCache: Bool) throws(FileFailure) {
        self.isInCache = isInCache
        let template = strdup("\(parent)/run.XXXXXX")
        defer { free(template) }
        guard let template, mkdtemp(template) != nil else {
            throw FileFailure("make a directory in", parent, errno)
        }
        path = String(cString: template)
    }

    deinit { remove() }

    var module: String { file("module") }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ bytes: [UInt8], to name: String) throws(FileFailure) {
        let descriptor = try create(name)
        defer { close(descriptor) }
        try writeAll(bytes, to: descriptor, path: file(name))
    }

    /// A new file, open for reading and writing.
    func create(_ name: String) throws(FileFailure) -> CInt {
        let descriptor = open(file(name), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw FileFailure("write", file(name), errno) }
        return descriptor
    }

    func remove() { removeTree(path) }
}

/// Removes a file, or a directory with all that it holds; links are not followed.
func removeTree(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    let names = (try? Directory(at: path, flags: O_NOFOLLOW).names()) ?? []
    for name in names { removeTree("\(path)/\(name)") }
    rmdir(path)
}
