import SpecLanguage
import Workspace

/// What the shell is told.
enum ExitStatus: CInt {
    /// What was read is at fault: a rejected spec, a hand edit, files that are out of date.
    case fault = 1
    /// Something could not be opened or written.
    case failure = 2
    /// The command line is wrong.
    case usage = 64
}

/// Tells the user of a failure with a file.
func attempt<Result>(
    _ work: () throws(FileFailure) -> Result
) throws(CommandFailure) -> Result {
    do throws(FileFailure) {
        return try work()
    } catch {
        throw CommandFailure(error)
    }
}

/// Why a command ended early, ready to print.
struct CommandFailure: Error {
    let status: ExitStatus
    /// Whole lines.
    let text: String
    /// The same for programs.
    let annotations: [Annotation]

    /// Lines that were made elsewhere.
    init(_ status: ExitStatus, text: String, annotations: [Annotation]) {
        self.status = status
        self.text = text
        self.annotations = annotations
    }

    /// A message of this command; the hint is a full sentence.
    init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
        let lines = hint.map { "hint: \(printable($0))\n" } ?? ""
        self.init(
            status, text: "dynpgext-gen: error: \(printable(message))\n\(lines)",
            annotations: [Annotation(message: message, hint: hint)])
    }

    init(_ failure: FileFailure) {
        guard let hint = failure.hint else {
            self.init(.failure, failure.message)
            return
        }
        let message = "cannot \(failure.action) this: \(failure.reason)"
        self.init(
            .fault, text: "\(printable(failure.path)):1:1: error: \(message)\nhint: \(hint)\n",
            annotations: [
                Annotation(
                    path: failure.path, line: 1, column: 1,
                    end: SourceLocation(offset: 0, line: 1, column: 1), message: message,
                    hint: hint)
            ])
    }

    init(_ rejected: SpecRejected, in spec: SpecText) {
        let diagnostics = SpecLanguage.text(
            of: rejected.diagnostics, in: spec, color: Console.hasColor)
        self.init(
            .fault, text: diagnostics,
            annotations: rejected.diagnostics.map { Annotation($0, in: spec.path) })
    }

    init(_ rejected: LockFileRejected, path: String) {
        let place = "\(printable(path)):\(rejected.line)"
        self.init(
            .fault, text: "\(place): error: \(rejected.message)\nhint: \(rejected.hint)\n",
            annotations: [
                Annotation(
                    path: path, line: rejected.line, message: rejected.message, hint: rejected.hint)
            ])
    }
}
