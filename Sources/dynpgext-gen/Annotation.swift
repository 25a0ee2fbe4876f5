import SpecLanguage
import Workspace

/// How faults are told.
enum Format: String, CaseIterable {
    /// For people.
    case text
    /// For people, and in GitHub's workflow commands, which mark the lines of a pull request.
    case github
}

extension Arguments {
    /// What `--format` says.
    var format: Format {
        get throws(CommandFailure) {
            guard let word = options["format"] else { return .text }
            if let format = Format(rawValue: word) { return format }
            let known = Format.allCases.map(\.rawValue)
            throw CommandFailure(
                .usage, "unknown format '\(word)'",
                hint: didYouMean(suggestions(for: word, among: known))
                    ?? "There are \(known.joined(separator: " and ")).")
        }
    }
}

/// A message that GitHub shows at a place of a pull request.
struct Annotation: Sendable, Equatable {
    enum Level: String, Sendable { case error, warning, notice }

    var level = Level.error
    /// From the working directory, which in a workflow is the checkout.
    var path: String?
    var line: Int?
    var column: Int?
    var title = "dynpgext-gen"
    let message: String
    var hint: String?

    /// One line.
    var text: String {
        let properties = [
            ("file", path), ("line", line.map(String.init)), ("col", column.map(String.init)),
            ("title", title),
        ]
        let list = properties.compactMap { name, value in
            value.map { "\(name)=\(escaped($0, alsoIn: ":,"))" }
        }
        let words = [message, hint].compactMap(\.self).map { printable($0) }
        return "::\(level) \(list.joined(separator: ","))::"
            + escaped(words.joined(separator: "\n"), alsoIn: "") + "\n"
    }
}

extension Annotation {
    /// A problem of a spec, and each other place that belongs to it.
    static func all(of diagnostic: Diagnostic, in path: String) -> [Annotation] {
        let level: Level =
            switch diagnostic.severity {
            case .error: .error
            case .warning: .warning
            case .note: .notice
            }
        let start = diagnostic.range.start
        let problem = Annotation(
            level: level, path: path, line: start.line, column: start.column,
            message: diagnostic.message, hint: diagnostic.hint)
        return [problem]
            + diagnostic.notes.map { note in
                let start = note.range.start
                return Annotation(
                    level: .notice, path: path, line: start.line, column: start.column,
                    message: note.message)
            }
    }
}

extension FileChange {
    /// At the first line that differs, if the file is there.
    func annotation(in directory: Directory, hint: String?) -> Annotation {
        let path = directory.displayPath(of: path)
        let line = old.flatMap { old in
            new.map { new in
                zip(old, new).prefix { $0 == $1 }.count { $0.0 == UInt8(ascii: "\n") } + 1
            }
        }
        return Annotation(
            path: path, line: line, title: complaint, message: "\(path): \(complaint)", hint: hint)
    }
}

extension Comparison {
    /// One for each file that is not as it shall be.
    func annotations(in directory: Directory, hint: String) -> [Annotation] {
        let journal = directory.displayPath(of: Journal.path)
        let interruption = Annotation(
            path: journal, title: "interrupted run", message: "\(journal): interrupted run",
            hint: hint)
        return (followsInterruption ? [interruption] : [])
            + changes.filter { $0.kind != .unchanged }
            .map { $0.annotation(in: directory, hint: hint) }
    }
}

/// A text between marks that only its own hash ends, so that no line of it is taken for a workflow command.
func shieldedFromGitHub(_ text: [UInt8]) -> [UInt8] {
    let mark = SHA256.hexDigest(of: text)
    return Array("::stop-commands::\(mark)\n".utf8) + text + "::\(mark)::\n".utf8
}

/// Text in which nothing ends a workflow command, nor one of its properties.
private func escaped(_ text: String, alsoIn separators: String) -> String {
    text.unicodeScalars.map { scalar in
        let isSpecial =
            "%\r\n".unicodeScalars.contains(scalar)
            || separators.unicodeScalars.contains(scalar)
        let code = String(scalar.value, radix: 16, uppercase: true)
        return isSpecial ? "%" + (code.count == 1 ? "0" : "") + code : String(scalar)
    }.joined()
}
