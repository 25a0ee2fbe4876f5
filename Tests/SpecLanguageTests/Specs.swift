@testable import SpecLanguage

/// The text of a spec in a file that the tests name `a.json`.
func spec(_ text: String) -> SpecText { SpecText(path: "a.json", bytes: Array(text.utf8)) }

/// The problems of some text, as `line:column: message [hint]`; none if it is right.
func problems(of text: SpecText) -> [String] {
    diagnostics(of: text).map { diagnostic in
        let start = diagnostic.range.start
        let hint = diagnostic.hint.map { " [\($0)]" } ?? ""
        return "\(start.line):\(start.column): \(diagnostic.message)\(hint)"
    }
}

/// What reading and decoding report for some text.
func diagnostics(of text: SpecText) -> [Diagnostic] {
    do throws(SpecRejected) {
        _ = try decode(try read(text))
        return []
    } catch {
        return error.diagnostics
    }
}

/// The source under a range.
func source(of range: SourceRange, in text: SpecText) -> String {
    String(decoding: text.bytes[range.start.offset..<range.end.offset], as: UTF8.self)
}

/// A spec with one worker that has another key; what stands around it is right.
func worker(_ member: String) -> SpecText {
    let run = member.hasPrefix("\"run\"") ? "" : #","run":{"c":true}"#
    let every = member.hasPrefix("\"every\"") ? "" : #","every":"1s""#
    return spec(
        """
        {"spec":1,"extension":{"name":"a","version":"1"},"workers":[{"name":"w","scope":"global"\
        \(every)\(run),
        \(member)}]}
        """)
}

/// A spec with one setting that lacks its default.
func setting(_ member: String) -> SpecText {
    spec(
        """
        {"spec":1,"extension":{"name":"a","version":"1"},"settings":[{"name":"s","type":"int",
        \(member)}]}
        """)
}

/// A spec with one block and one field that has another key.
func field(_ member: String) -> SpecText {
    spec(
        """
        {"spec":1,"extension":{"name":"a","version":"1"},"shmem":[{"name":"b","scope":"global",
        "fields":[{"name":"f",
        \(member)}]}]}
        """)
}
