import Glibc

/// A file that could not be read or written: what was tried, on which, and why it failed.
package struct FileFailure: Error, Sendable, Equatable {
    /// A verb, as in "cannot read".
    package let action: String
    /// As the user would name it.
    package let path: String
    package let reason: String
    /// What to do, a full sentence, if the file itself is at fault.
    package let hint: String?

    package init(_ action: String, _ path: String, reason: String, hint: String? = nil) {
        self.action = action
        self.path = path
        self.reason = reason
        self.hint = hint
    }

    /// With the system's words for a value of `errno`.
    package init(_ action: String, _ path: String, _ code: CInt) {
        self.init(action, path, reason: systemMessage(code))
    }

    package var message: String { "cannot \(action) \(path): \(reason)" }
}

/// The system's words for a value of `errno`.
func systemMessage(_ code: CInt) -> String { String(cString: strerror(code)) }
