import Testing

@testable import SpecLanguage

/// A problem at the first place where some text stands in a spec.
private func problem(
    _ message: String = "bad", at part: String, in spec: SpecText, hint: String? = nil,
    notes: [Diagnostic.Note] = []
) throws -> Diagnostic {
    Diagnostic(.error, message, at: try range(of: part, in: spec), hint: hint, notes: notes)
}

/// The place of a part of a spec, found byte by byte.
private func range(of part: String, in spec: SpecText) throws -> SourceRange {
    let wanted = Array(part.utf8)
    let start = try #require(
        spec.bytes.indices.first { spec.bytes[$0...].starts(with: wanted) }, "\(part)")
    return SourceRange(
        start: spec.location(ofByte: start), end: spec.location(ofByte: start + wanted.count))
}

@Test func printsMessageSourceHintAndNotes() throws {
    let spec = spec("{\n  \"a\": 1,\n  \"a\": 2\n}\n")
    #expect(
        text(of: diagnostics(of: spec), in: spec, color: false) == """
            a.json:3:3: error: duplicate key "a"
             3 |   "a": 2
               |   ^~~
            hint: Remove one of the two.
            a.json:2:3: note: the first one is here
             2 |   "a": 1,
               |   ^~~

            """)
}

@Test func leavesNoBlankAfterTheMarginOfAnEmptyLine() {
    let spec = spec("")
    #expect(
        text(of: diagnostics(of: spec), in: spec, color: false) == """
            a.json:1:1: error: found the end of the file, expected a value
             1 |
               | ^

            """)
}

@Test func alignsTheMarkWithManyDigitsInTheLineNumber() {
    let spec = spec(String(repeating: "\n", count: 99) + "[1,]")
    #expect(
        text(of: diagnostics(of: spec), in: spec, color: false).hasPrefix(
            """
            a.json:100:3: error: found a trailing comma, expected another item or "]"
             100 | [1,]
                 |   ^

            """))
}

@Test func paintsOnlyOnATerminal() throws {
    let spec = spec("{}")
    let warning = Diagnostic(.warning, "odd", at: try range(of: "{}", in: spec), hint: "Look.")
    let painted = text(of: [warning], in: spec, color: true)
    #expect(painted.hasPrefix("\u{1B}[1ma.json:1:1:\u{1B}[0m \u{1B}[1;35mwarning:\u{1B}[0m "))
    let bare = painted.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(bare == text(of: [warning], in: spec, color: false))
    #expect(bare.contains("\u{1B}") == false)
}

@Test(arguments: [
    ("  x y", "x", "  x y", "  ", "^"),
    ("ab", "ab", "ab", "", "^~"),
    ("\t\"é\"\tx", "x", "\t\"é\"\tx", "\t   \t", "^"),
    ("語x", "x", "語x", "  ", "^"),
    ("語x", "語", "語x", "", "^~"),
    ("😀 x", "x", "😀 x", "   ", "^"),
    ("e\u{301}x", "x", "e\u{301}x", " ", "^"),
    ("x\r\nz", "x", "x", "", "^"),
    ("\u{1B}[2Jx", "x", "\\u001B[2Jx", "         ", "^"),
    ("\u{9B}\u{7F}\u{202E}x", "x", "\\u009B\\u007F\\u202Ex", "                  ", "^"),
    ("a\u{7}b", "\u{7}", "a\\u0007b", " ", "^~~~~~"),
])
func excerptsTheLine(
    source: String, part: String, line: String, padding: String, mark: String
) throws {
    let spec = spec("first\n\(source)\nlast")
    let excerpt = Excerpt(of: try range(of: part, in: spec), in: spec)
    // "first" and "last" hold no part.
    #expect(excerpt.line == line)
    #expect(excerpt.padding == padding)
    #expect(excerpt.mark == mark)
}

@Test func clipsTheMarkToTheFirstLineOfTheRange() throws {
    let spec = spec("a {\n}\n")
    let excerpt = Excerpt(of: try range(of: "{\n}", in: spec), in: spec)
    #expect(excerpt.line == "a {")
    #expect(excerpt.mark == "^")
}

@Test(arguments: [("", ""), ("[1,", "[1,"), ("[1,\n", "")])
func marksTheEndOfTheFile(source: String, line: String) throws {
    let spec = spec(source)
    let range = try #require(diagnostics(of: spec).first).range
    #expect(range.start.offset == source.utf8.count)
    let excerpt = Excerpt(of: range, in: spec)
    #expect(excerpt.line == line)
    #expect(excerpt.padding.count == line.count)
    #expect(excerpt.mark == "^")
}

@Test func cutsLongLinesAroundThePlace() throws {
    let long = String(repeating: "é", count: 100) + "X" + String(repeating: "語", count: 300)
    let spec = spec(long)
    let excerpt = Excerpt(of: try range(of: "X語語", in: spec), in: spec)
    let before = String(repeating: "é", count: 40)
    let after = String(repeating: "語", count: 79)
    #expect(excerpt.line == "…\(before)X\(after)…")
    #expect(excerpt.padding == String(repeating: " ", count: 41))
    #expect(excerpt.mark == "^~~~~")

    let whole = Excerpt(
        of: try range(of: "X" + String(repeating: "語", count: 300), in: spec), in: spec)
    #expect(whole.mark.count == 1 + 2 * 79)
}

@Test func showsLinesThatAreNotUTF8() throws {
    let spec = SpecText(path: "a.json", bytes: Array("\"é".utf8) + [0xFF] + Array("b\"".utf8))
    #expect(
        text(of: diagnostics(of: spec), in: spec, color: false).hasPrefix(
            """
            a.json:1:3: error: byte 0xFF is not valid UTF-8
             1 | "é\u{FFFD}b"
               |   ^

            """))
}

@Test func letsNoControlCharacterReachTheTerminal() throws {
    let evil = "\u{1B}]0;x\u{7}\n\r\u{202E}"
    let spec = SpecText(path: "a\(evil).json", bytes: Array("[\"\u{1B}[31m".utf8))
    let note = Diagnostic.Note(evil, at: try range(of: "[", in: spec))
    let all = try problem(evil, at: "[31m", in: spec, hint: evil, notes: [note])
    let printed = text(of: [all], in: spec, color: false)
    #expect(
        printed.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{202E}" })
    #expect(printed.split(separator: "\n").count == 7)
    #expect(printed.contains("hint: \\u001B]0;x\\u0007\\u000A\\u000D\\u202E"))
}

@Test func shortensHugeValues() {
    let key = String(repeating: "k", count: 100_000)
    let spec = spec("{\"spec\":1,\"extension\":{\"name\":\"a\",\"version\":\"1\"},\"\(key)\":1}")
    let message = "unknown key \"\(String(repeating: "k", count: 60))…\" at the top level"
    #expect(diagnostics(of: spec).map(\.message) == [message])
    #expect(text(of: diagnostics(of: spec), in: spec, color: false).utf8.count < 700)
}

/// Whatever a slip makes of a spec, it is decoded or refused at a place that can be shown.
@Test func survivesEverySlip() {
    let bytes = Array(pulse.utf8)
    let slips = Array("\"\\{],: \n\t/0-u".utf8) + [0, 0x1B, 0x80, 0xC3, 0xF0]
    var refused = 0
    for index in bytes.indices {
        var changed = bytes
        changed[index] = slips[index % slips.count]
        for text in [changed, Array(bytes[..<index])] {
            let spec = SpecText(path: "a.json", bytes: text)
            let problems = diagnostics(of: spec)
            refused += problems.isEmpty ? 0 : 1
            for range in problems.map(\.range) {
                #expect(range.start == spec.location(ofByte: range.start.offset))
                #expect(range.end.offset <= text.count)
                #expect(range.start <= range.end)
            }
            #expect(
                SpecLanguage.text(of: problems, in: spec, color: false).isEmpty == problems.isEmpty
            )
        }
    }
    #expect(refused > bytes.count)
}
