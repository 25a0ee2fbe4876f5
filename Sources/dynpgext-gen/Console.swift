import Glibc
import Workspace

/// The two ways out: results, and messages about them.
enum Console {
    /// Writes a result; that it arrives matters.
    static func print(_ text: String) throws(CommandFailure) {
        try print(Array(text.utf8))
    }

    static func print(_ bytes: [UInt8]) throws(CommandFailure) {
        try attempt { () throws(FileFailure) in
            try writeAll(bytes, to: STDOUT_FILENO, path: "standard output")
        }
    }

    /// Writes a message; when nobody can hear it, the exit status still tells.
    static func say(_ text: String) {
        try? writeAll(Array(text.utf8), to: STDERR_FILENO, path: "standard error")
    }

    /// Whether messages go to a terminal that may show colour.
    static var hasColor: Bool {
        let isUnwanted = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        return !isUnwanted && isatty(STDERR_FILENO) == 1
    }
}
