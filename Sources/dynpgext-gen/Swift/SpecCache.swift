import Glibc
import SpecLanguage
import Templates
import Workspace

/// What specs in Swift came to, and the compiled module that they import, in a directory of the user's.
///
/// Whatever goes wrong with it costs time and nothing else: a file is taken only when it is whole, and made aside and
/// renamed, so that runs may meet here. What stands there is run, so nothing is taken that others can have put there, and
/// nothing is removed that has another name than ours.
struct SpecCache {
    /// Nil when there is none, or none that is only ours.
    private let directory: String?
    private let compiler: String

    /// The cache for a compiler.
    init(for compiler: SwiftCompiler) {
        self.compiler = "\(version)\n\(EmbeddedDSL.digest)\n\(compiler.identity)"
        let parent =
            variable("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? variable("HOME").map { "\($0)/.cache" }
        directory = parent.flatMap(Self.ownDirectory)
    }

    /// Makes the directory unless it is there; tells why one is not used.
    private static func ownDirectory(in parent: String) -> String? {
        let directory = "\(parent)/dynpgext-gen"
        mkdir(parent, 0o700)
        mkdir(directory, 0o700)
        do throws(OwnDirectory.Weakness) {
            return try OwnDirectory(at: directory)?.path
        } catch {
            Console.say(
                """
                dynpgext-gen: warning: nothing is kept in \(printable(directory)): \
                \(printable(error.path)) \(error.reason)
                hint: Make it yours alone, or name another directory in XDG_CACHE_HOME.

                """)
            return nil
        }
    }

    /// The documents of a spec that was accepted before.
    func documents(of spec: [UInt8]) -> ResultFrame? {
        guard let path = path(ofSpec: spec), OwnDirectory.isOwn(path, kind: S_IFREG) else {
            return nil
        }
        return (try? readFile(at: path)).flatMap(ResultFrame.init)
    }

    /// The compiled module; nil until there is one.
    var module: String? {
        guard let place = placeOfModule, OwnDirectory.isOwn(place, kind: S_IFDIR),
            access("\(place)/ExtensionSpec.o", R_OK) == 0,
            access("\(place)/ExtensionSpec.swiftmodule", R_OK) == 0
        else { return nil }
        return place
    }

    private var placeOfModule: String? {
        directory.map { "\($0)/module-\(SHA256.hexDigest(of: Array(compiler.utf8)))" }
    }

    /// A directory to work in, where what is made can be moved from into the cache.
    func scratch() throws(FileFailure) -> Scratch {
        if let directory, let scratch = try? Scratch(in: directory, isInCache: true) {
            return scratch
        }
        let wanted = variable("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil }
        if let wanted, let temporary = try? OwnDirectory(at: wanted, shared: true) {
            return try Scratch(in: temporary.path, isInCache: false)
        }
        return try Scratch(in: Self.systemsTemporaryDirectory(), isInCache: false)
    }

    private static func systemsTemporaryDirectory() throws(FileFailure) -> String {
        let path = "/tmp"
        do throws(OwnDirectory.Weakness) {
            return try OwnDirectory(at: path, shared: true)?.path ?? path
        } catch {
            throw FileFailure(
                "make a directory in", path, reason: "\(error.path) \(error.reason)")
        }
    }

    /// Keeps what an accepted spec came to, and the module; removes what is old.
    func keep(_ result: [UInt8], of spec: [UInt8], from scratch: Scratch, hasNewModule: Bool) {
        guard scratch.isInCache, let directory, let entry = path(ofSpec: spec),
            let place = placeOfModule
        else { return }
        if hasNewModule {
            // One that is in the way is in use by another run, or cannot be used.
            rename(place, scratch.file("old"))
            rename(scratch.module, place)
            // Editors are told of this name: docs/swift.md.
            let link = "\(directory)/module"
            if access(link, F_OK) != 0 || OwnDirectory.isOwn(link, kind: S_IFLNK) {
                symlink(place, scratch.file("link"))
                rename(scratch.file("link"), link)
            }
        }
        if (try? scratch.write(result, to: "result")) != nil {
            rename(scratch.file("result"), entry)
        }
        Self.removeOld(from: directory)
    }

    private func path(ofSpec spec: [UInt8]) -> String? {
        let key = SHA256.hexDigest(of: Array("\(compiler)\n".utf8) + spec)
        return directory.map { "\($0)/spec-\(key).json" }
    }
}
