import SpecLanguage
import Workspace

extension FileChange {
    /// What is wrong with the file, after its name.
    var complaint: String {
        switch kind {
        case .create: "not there yet"
        case .missing: "missing"
        case .update: "out of date"
        case .unchanged: "up to date"
        case .extend: "yours, with hooks to come at its end"
        case .stale: "stale: no longer generated"
        case .abandoned: "no longer generated, but changed; it stays and is yours"
        case .edited: "changed by hand"
        case .foreign: "in the way, and not written by dynpgext-gen"
        }
    }

    /// What `generate` does with the file, before its name.
    func action(force: Bool) -> String {
        switch kind {
        case .create: "create"
        case .missing: "restore"
        case .update: "update"
        case .unchanged: "leave"
        case .extend: "extend"
        case .stale: "delete"
        case .abandoned: "keep"
        case .edited, .foreign: force ? "overwrite" : "refuse"
        }
    }
}

extension Comparison {
    /// A line for each file that is not as it shall be.
    func complaints(in directory: Directory) -> String {
        let journal = printable(directory.displayPath(of: Journal.path))
        return (followsInterruption ? "\(journal): interrupted run\n" : "")
            + Self.complaints(changes.filter { $0.kind != .unchanged }, in: directory)
    }

    /// A line for each file that stays although it is no longer generated.
    func farewells(in directory: Directory) -> String {
        Self.complaints(changes.filter { $0.kind == .abandoned }, in: directory)
    }

    /// A line for each file that `generate` would touch.
    func actions(force: Bool) -> String {
        (followsInterruption ? "delete \(Journal.path)\n" : "")
            + changes.filter { $0.kind != .unchanged }
            .map { "\($0.action(force: force)) \($0.path)\n" }.joined()
    }

    static func complaints(_ changes: [FileChange], in directory: Directory) -> String {
        changes.map { change in
            "\(printable(directory.displayPath(of: change.path))): \(change.complaint)\n"
        }.joined()
    }

    /// All changes as one patch.
    var diff: [UInt8] { changes.flatMap(\.diff) }

    /// How many files were treated in which way.
    var summary: String {
        let words: [(FileChange.Kind, String)] = [
            (.create, "created"), (.missing, "restored"), (.update, "updated"),
            (.extend, "extended"),
            (.edited, "overwritten"), (.foreign, "overwritten"), (.stale, "deleted"),
            (.abandoned, "kept"), (.unchanged, "unchanged"),
        ]
        var parts: [(word: String, count: Int)] = []
        for (kind, word) in words {
            let count = changes.count { $0.kind == kind }
            if parts.last?.word == word {
                parts[parts.count - 1].count += count
            } else {
                parts.append((word, count))
            }
        }
        let counts = parts.filter { $0.count > 0 }.map { "\($0.word) \($0.count)" }
        return (counts + (followsInterruption ? ["mended an interrupted run"] : []))
            .joined(separator: ", ")
    }
}

extension CommandFailure {
    /// Nothing was written, because this would be lost; each file with the difference.
    init(refused changes: [FileChange], in directory: Directory) {
        let diffs = String(decoding: changes.flatMap(\.diff), as: UTF8.self)
        let complaints = Comparison.complaints(changes, in: directory)
        let hint = """
            Undo the changes or move them to a file of yours, or add --force to overwrite them.
            """
        self.init(
            .fault,
            text: """
                \(diffs)\(complaints)dynpgext-gen: error: nothing was written
                hint: \(hint)

                """,
            annotations: changes.map { $0.annotation(in: directory, hint: hint) })
    }
}
