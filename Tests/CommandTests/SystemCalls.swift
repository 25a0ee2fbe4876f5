import Foundation
import ServerHarness

/// A system call that changes files, as strace can find it again: the nth of its name in a run.
struct SystemCall: CustomStringConvertible, Sendable {
    let name: String
    let ordinal: Int
    /// As strace prints it.
    let line: String

    var description: String { "\(name) \(ordinal)" }

    /// Whether it changes what stands under a name that is not aside.
    var isVisible: Bool {
        name == "renameat" && !line.contains(".dynpgext.journal")
            || name == "unlinkat" && !line.contains(".dynpgext-new") && line.hasSuffix("= 0")
    }
}

/// Runs the command under strace.
enum Strace {
    /// False where a container forbids to trace.
    static func works() async -> Bool {
        let result = try? await run(["strace", "-f", "-qq", "-o", "/dev/null", "true"])
        return result?.status == 0
    }

    /// Every call of a run that could change a file, opened for reading or not; messages are none.
    static func changes(
        _ arguments: [String], in sandbox: Sandbox
    ) async throws -> (result: ProcessResult, calls: [SystemCall]) {
        let log = sandbox.directory.appending(path: "strace.\(UUID().uuidString)").path
        let names = changing.joined(separator: ",")
        let result = try await run(
            ["strace", "-f", "-qq", "-y", "-o", log, "-e", "trace=\(names)"]
                + [Sandbox.command.path] + arguments, in: sandbox.directory)
        let text = try String(contentsOfFile: log, encoding: .utf8)
        try FileManager.default.removeItem(atPath: log)
        var counts: [String: Int] = [:]
        var calls: [SystemCall] = []
        for line in text.split(separator: "\n") {
            guard let match = line.firstMatch(of: /^[0-9]+ +([a-z0-9_]+)\(/) else { continue }
            let name = String(match.1)
            counts[name, default: 0] += 1
            let isMessage = line.contains(/write\([12]</)
            let onlyReads = name.hasPrefix("open") && !line.contains(/O_WRONLY|O_RDWR|O_CREAT/)
            if isMessage || onlyReads { continue }
            calls.append(SystemCall(name: name, ordinal: counts[name] ?? 0, line: String(line)))
        }
        return (result, calls)
    }

    /// Runs the command with something done to it at a call, such as `error=EIO`.
    static func run(
        _ arguments: [String], in sandbox: Sandbox, injecting fault: String, at call: SystemCall,
        andAfter: Bool = false
    ) async throws -> ProcessResult {
        let injection = "\(call.name):\(fault):when=\(call.ordinal)\(andAfter ? "+" : "")"
        return try await ServerHarness.run(
            ["strace", "-f", "-qq", "-o", "/dev/null"]
                + ["-e", "trace=\(call.name)", "-e", "inject=\(injection)"]
                + [Sandbox.command.path] + arguments, in: sandbox.directory)
    }

    private static func run(_ command: [String], in directory: URL? = nil) async throws
        -> ProcessResult
    { try await ServerHarness.run(command, in: directory) }

    /// All that Linux offers to change what is in a file system; those which need a descriptor of a file that was
    /// opened for writing are covered by the opening, but stand here as places to fail.
    private static let changing = [
        "open", "openat", "openat2", "creat", "write", "pwrite64", "writev", "fsync", "ftruncate",
        "truncate", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir",
        "mkdirat", "link", "linkat", "symlink", "symlinkat", "utimensat", "utime", "utimes",
        "futimesat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown", "fchownat",
        "mknod", "mknodat", "setxattr", "fsetxattr", "lsetxattr", "fallocate",
    ]
}
