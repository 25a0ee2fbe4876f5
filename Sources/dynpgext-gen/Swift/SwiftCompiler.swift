import Glibc
import Workspace

/// The user's Swift compiler.
struct SwiftCompiler {
    let path: String
    /// Changes whenever another compiler stands there; learned without running it.
    let identity: String

    /// The one that SWIFTC names, or the first on PATH.
    static func find() throws(CommandFailure) -> SwiftCompiler {
        let wanted = variable("SWIFTC") ?? "swiftc"
        let candidates =
            wanted.contains("/")
            ? [wanted]
            : (variable("PATH") ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(wanted)" }
        for path in candidates where access(path, X_OK) == 0 {
            guard let real = realpath(path, nil) else { continue }
            defer { free(real) }
            let resolved = String(cString: real)
            let folder = resolved[..<(resolved.lastIndex(of: "/") ?? resolved.startIndex)]
            // The driver is a small program that seldom changes; the compiler stands beside it.
            let files = [resolved, "\(folder)/swift-frontend"]
            return SwiftCompiler(
                path: path, identity: ([path] + files.map(trace)).joined(separator: "\n"))
        }
        throw CommandFailure(
            .failure, "cannot run \(wanted): a spec in Swift needs a Swift compiler, 6.0 or later",
            hint: "Put swiftc on PATH, name it in SWIFTC, or write the spec in JSON.")
    }

    /// What tells a file from another one, or from itself after a change.
    private static func trace(of path: String) -> String {
        var status = stat()
        guard stat(path, &status) == 0 else { return path }
        return
            "\(path) \(status.st_dev) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
    }

    /// Writes the module that a spec imports into a directory; what functions do is left to `compileModule`.
    func emitModule(of sources: [String], into directory: String) -> [String] {
        [
            path, "-emit-module", "-o", "\(directory)/ExtensionSpec.swiftmodule",
            "-Xfrontend", "-experimental-skip-non-inlinable-function-bodies",
        ] + moduleFlags + sources
    }

    /// Compiles what the module does.
    func compileModule(_ sources: [String], into directory: String) -> [String] {
        [path, "-c", "-o", "\(directory)/ExtensionSpec.o"] + moduleFlags + sources
    }

    private var moduleFlags: [String] {
        ["-module-name", "ExtensionSpec", "-parse-as-library", "-wmo", "-swift-version", "5"]
    }

    /// Compiles a spec, whose path stands in the compiler's messages as it is given.
    func compileSpec(_ spec: String, importing directory: String, to object: String) -> [String] {
        // Elsewhere "-" begins an option and "@" a file of arguments.
        let path = spec.hasPrefix("-") || spec.hasPrefix("@") ? "./\(spec)" : spec
        return [
            self.path, "-c", "-module-name", "spec", "-swift-version", "5", "-I", directory,
            Console.hasColor ? "-color-diagnostics" : "-no-color-diagnostics", "-o", object, path,
        ]
    }

    func link(_ objects: [String], to program: String) -> [String] {
        [path, "-o", program] + objects
    }
}

/// A variable of the environment; an empty one is none.
func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}
