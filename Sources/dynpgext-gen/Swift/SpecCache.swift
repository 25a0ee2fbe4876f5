import Glibc
import Templates
import Workspace

/// What specs in Swift came to, and the compiled module that they import, in a directory of the user's.
///
/// Whatever goes wrong with it costs time and nothing else: a file is taken only when it is whole, and made aside and
/// renamed, so that runs may meet here.
struct SpecCache {
    /// Nil when there is none, or none that can be written to.
    private let directory: String?
    private let compiler: String

    /// The cache for a compiler.
    init(for compiler: SwiftCompiler) {
        self.compiler = "\(version)\n\(EmbeddedDSL.digest)\n\(compiler.identity)"
        let parent =
            variable("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? variable("HOME").map { "\($0)/.cache" }
        directory = parent.map { "\($0)/dynpgext-gen" }
    }

    /// The documents of a spec that was accepted before.
    func documents(of spec: [UInt8]) -> ResultFrame? {
        path(ofSpec: spec).flatMap { try? readFile(at: $0) }.flatMap(ResultFrame.init)
    }

    /// Where the compiled module stands, or would.
    var module: String? {
        directory.map { "\($0)/module-\(SHA256.hexDigest(of: Array(compiler.utf8)))" }
    }

    /// A directory to work in, where what is made can be moved from into the cache.
    func scratch() throws(FileFailure) -> Scratch {
        if let directory {
            let parent = directory[..<(directory.lastIndex(of: "/") ?? directory.startIndex)]
            mkdir(String(parent), 0o700)
            mkdir(directory, 0o700)
            if let scratch = try? Scratch(in: directory) { return scratch }
        }
        let temporary = variable("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return try Scratch(in: temporary ?? "/tmp")
    }

    /// Keeps what an accepted spec came to, and the module; removes what is old.
    func keep(_ result: [UInt8], of spec: [UInt8], from scratch: Scratch, hasNewModule: Bool) {
        guard let directory, let entry = path(ofSpec: spec), let module else { return }
        if hasNewModule {
            // One that is in the way is in use by another run, or cannot be used.
            rename(module, scratch.file("old"))
            rename(scratch.module, module)
        }
        if (try? scratch.write(result, to: "result")) != nil {
            rename(scratch.file("result"), entry)
        }
        removeOld(from: directory)
    }

    private func path(ofSpec spec: [UInt8]) -> String? {
        let key = SHA256.hexDigest(of: Array("\(compiler)\n".utf8) + spec)
        return directory.map { "\($0)/spec-\(key).json" }
    }

    /// Removes what was made more than thirty days ago.
    private func removeOld(from directory: String) {
        guard let names = try? Directory(at: directory).names() else { return }
        for name in names {
            var status = stat()
            let path = "\(directory)/\(name)"
            guard stat(path, &status) == 0, status.st_mtim.tv_sec < time(nil) - 30 * 86_400 else {
                continue
            }
            removeTree(path)
        }
    }
}

/// A directory for one run; it goes with its last user.
final class Scratch {
    let path: String

    init(in parent: String) throws(FileFailure) {
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
private func removeTree(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    let names = (try? Directory(at: path, flags: O_NOFOLLOW).names()) ?? []
    for name in names { removeTree("\(path)/\(name)") }
    rmdir(path)
}
