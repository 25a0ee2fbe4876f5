@testable import ExtensionSpec

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
