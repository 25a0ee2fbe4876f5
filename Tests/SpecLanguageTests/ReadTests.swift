import Testing

@testable import SpecLanguage

/// The tree of a text without places, in a notation of the tests.
private func tree(_ text: String) throws -> String {
    func describe(_ node: SpecDocument.Node) -> String {
        switch node.value {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let text): "#\(text)"
        case .string(let text): "'\(text)'"
        case .array(let nodes): "[\(nodes.map(describe).joined(separator: " "))]"
        case .object(let members):
            "{\(members.map { "\($0.key.value)=\(describe($0.value))" }.joined(separator: " "))}"
        }
    }
    return describe(try read(spec(text)).root)
}

/// The problems of bytes that the reader refuses, as `line:column-column: message [hint]`.
private func syntaxErrors(_ bytes: [UInt8]) -> [String] {
    do throws(SpecRejected) {
        _ = try read(SpecText(path: "a.json", bytes: bytes))
        return []
    } catch {
        return error.diagnostics.map { diagnostic in
            let (start, end) = (diagnostic.range.start, diagnostic.range.end)
            let last = end.line == start.line ? "\(end.column)" : "\(end.line):\(end.column)"
            let hint = diagnostic.hint.map { " [\($0)]" } ?? ""
            return "\(start.line):\(start.column)-\(last): \(diagnostic.message)\(hint)"
        }
    }
}

@Test(arguments: [
    ("null", "null"), ("true", "true"), (" \t\r\nfalse ", "false"), ("\"\"", "''"),
    ("[]", "[]"), ("{}", "{}"), ("[ ]", "[]"), ("{\n}", "{}"), ("[[],{}]", "[[] {}]"),
    ("0", "#0"), ("-0", "#-0"), ("-12", "#-12"), ("1.0", "#1.0"), ("0.5e-3", "#0.5e-3"),
    ("1E+9", "#1E+9"), ("123456789012345678901234567890", "#123456789012345678901234567890"),
    ("[1 , \"a\",null]", "[#1 'a' null]"), ("{\"a\":1, \"b\" : {\"a\":[2]}}", "{a=#1 b={a=[#2]}}"),
    ("{\"\":0}", "{=#0}"), ("\"a\u{7F}é語😀\"", "'a\u{7F}é語😀'"),
    (#""\"\\\/\b\f\n\r\t""#, "'\"\\/\u{8}\u{C}\n\r\t'"),
    (#""x\u0041\u00e9\u00E9\uD83D\ude00y""#, "'xAéé😀y'"),
    (#""\uFFFF\uE000""#, "'\u{FFFF}\u{E000}'"),
    ("\"// /* # ' ,] <<<<<<<\"", "'// /* # ' ,] <<<<<<<'"),
])
func acceptsTheGrammar(text: String, expected: String) throws {
    #expect(try tree(text) == expected)
}

@Test(arguments: [
    ("", "1:1-1: found the end of the file, expected a value"),
    (" \n ", "2:2-2: found the end of the file, expected a value"),
    ("{} {", "1:4-5: found \"{\", expected the end of the file"),
    ("[1", "1:3-3: found the end of the file, expected \",\" or \"]\""),
    ("[1}", "1:3-4: found \"}\", expected \",\" or \"]\""),
    ("[", "1:2-2: found the end of the file, expected a value or \"]\""),
    ("{", "1:2-2: found the end of the file, expected a key in double quotes or \"}\""),
    ("{\"a\"}", "1:5-6: found \"}\", expected \":\" after the key"),
    ("{\"a\":}", "1:6-7: found \"}\", expected a value"),
    (
        "{\"a\":1 \"b\":2}",
        "1:8-9: found a string, expected \",\" or \"}\" [Put a comma before it.]"
    ),
    ("[1\n 2]", "2:2-3: found \"2\", expected \",\" or \"]\" [Put a comma before it.]"),
    ("[,1]", "1:2-3: found \",\", expected a value or \"]\""),
    (
        "[\"a\"b\"]",
        "1:5-6: found \"b\", expected \",\" or \"]\" [Look for a missing double quote before it; one in a string is written \\\".]"
    ),
    ("[1,,2]", "1:4-5: found \",\", expected a value"),
    ("[1, ]", "1:3-4: found a trailing comma, expected another item or \"]\" [Remove the comma.]"),
    (
        "{\"a\":1,}",
        "1:7-8: found a trailing comma, expected another item or \"}\" [Remove the comma.]"
    ),
    (
        "{a:1}",
        "1:2-3: found \"a\", expected a key in double quotes or \"}\" [Put the key in double quotes.]"
    ),
    (
        "{\"a\":1, größe:1}",
        "1:9-14: found \"größe\", expected a key in double quotes [Put the key in double quotes.]"
    ),
    (
        "{1:1}",
        "1:2-3: found \"1\", expected a key in double quotes or \"}\" [Put the key in double quotes.]"
    ),
    (
        "{'a':1}",
        "1:2-3: found a single quote, expected a key in double quotes or \"}\" [Use double quotes.]"
    ),
    ("['a']", "1:2-3: found a single quote, expected a value or \"]\" [Use double quotes.]"),
    ("[“a”]", "1:2-5: found \"“a”\", expected a value or \"]\" [Use straight double quotes.]"),
    (
        "{“a”:1}",
        "1:2-5: found \"“a”\", expected a key in double quotes or \"}\" [Use straight double quotes.]"
    ),
    (
        "[\u{A0}1]",
        "1:2-4: found \"\u{A0}1\", expected a value or \"]\" [Put an ordinary space for this one.]"
    ),
    ("[True]", "1:2-6: found \"True\", expected a value or \"]\" [Did you mean true?]"),
    ("[nul]", "1:2-5: found \"nul\", expected a value or \"]\" [Did you mean null?]"),
    (
        "[NaN]",
        "1:2-5: found \"NaN\", expected a value or \"]\" [Only true, false, null and numbers stand without double quotes.]"
    ),
    (
        "{\"e\":10s}",
        "1:6-9: found \"10s\", expected a number [A value with a unit stands in double quotes: \"10s\".]"
    ),
    ("\u{0}", "1:1-2: found \"\u{0}\", expected a value"),
    ("@", "1:1-2: found \"@\", expected a value"),
])
func refusesOtherSyntax(text: String, expected: String) {
    #expect(syntaxErrors(Array(text.utf8)) == [expected])
}

@Test(arguments: [
    ("01", "Remove the leading zeros."), ("-007", "Remove the leading zeros."),
    ("+1", "Remove the plus sign."),
    ("-", nil), ("--1", nil), (".5", nil), ("1.", nil), ("1.e3", nil), ("1e", nil), ("1e+", nil),
    ("1.5.2", nil), ("0x10", "Write it in decimal digits."), ("1_000", nil), ("-Infinity", nil),
    ("1e3e3", nil), ("1-2", nil),
])
func refusesOtherNumbers(text: String, hint: String?) {
    let hint = hint ?? "A number is written like 10, -1 or 2.5e3."
    let expected = "1:2-\(text.count + 2): found \"\(text)\", expected a number [\(hint)]"
    #expect(syntaxErrors(Array("[\(text)]".utf8)) == [expected])
}

@Test(arguments: ["// x", "/* x */", "# x"])
func refusesComments(comment: String) {
    let length = comment.hasPrefix("#") ? 1 : 2
    for (text, place) in [
        ("\(comment)\n{}", "1:1"), ("{}\n \(comment)", "2:2"), ("[1 \(comment)\n]", "1:4"),
    ] {
        let errors = syntaxErrors(Array(text.utf8))
        let column = place.last?.wholeNumberValue ?? 0
        #expect(errors.count == 1)
        #expect(
            errors.first?.hasPrefix("\(place)-\(column + length): found a comment, expected ")
                == true)
        #expect(
            errors.first?.hasSuffix(" [JSON has no comments; most objects take a \"comment\" key.]")
                == true)
    }
}

@Test(arguments: [
    (
        #"["a\x"]"#,
        #"1:4-6: unknown escape "\x" [The escapes are \" \\ \/ \b \f \n \r \t and \u with four digits.]"#
    ),
    (
        #"["é\é"]"#,
        #"1:4-6: unknown escape "\é" [The escapes are \" \\ \/ \b \f \n \r \t and \u with four digits.]"#
    ),
    (#"["\u12G4"]"#, #"1:3-7: found "\u12", expected four hexadecimal digits after "\u""#),
    (#"["\u"]"#, #"1:3-5: found "\u", expected four hexadecimal digits after "\u""#),
    (
        #"["\uD800"]"#,
        #"1:3-9: found the lone surrogate "\uD800", expected a pair [Write both halves of the pair, or the character itself.]"#
    ),
    (
        #"["\uD800\n"]"#,
        #"1:3-9: found the lone surrogate "\uD800", expected a pair [Write both halves of the pair, or the character itself.]"#
    ),
    (
        #"["\uD800\uD800"]"#,
        #"1:3-9: found the lone surrogate "\uD800", expected a pair [Write both halves of the pair, or the character itself.]"#
    ),
    (
        #"["\uDC00\uDC00"]"#,
        #"1:3-9: found the lone surrogate "\uDC00", expected a pair [Write both halves of the pair, or the character itself.]"#
    ),
    (
        "[\"\u{1F}\"]",
        "1:3-4: found the control character U+001F in a string [Write it as \\u001F.]"
    ),
    (
        #"["\uDC00"]"#,
        #"1:3-9: found the lone surrogate "\uDC00", expected a pair [Write both halves of the pair, or the character itself.]"#
    ),
    (
        "[\"a\nb\"]",
        "1:2-4: found the end of the line in a string, expected \"\\\"\" [Close the string on its line; a line break in it is written \\n.]"
    ),
    (
        "[\"äb",
        "1:2-5: found the end of the file in a string, expected \"\\\"\" [Close the string on its line; a line break in it is written \\n.]"
    ),
    ("[\"a\\\n\"]", "1:5-5: found the end of the line, expected the rest of an escape"),
    ("[\"a\\", "1:5-5: found the end of the file, expected the rest of an escape"),
    ("[\"a\tb\"]", "1:4-5: found the control character U+0009 in a string [Write it as \\t.]"),
    (
        "[\"\u{1B}\"]",
        "1:3-4: found the control character U+001B in a string [Write it as \\u001B.]"
    ),
    (
        "[\"\u{0}\"]",
        "1:3-4: found the control character U+0000 in a string [Remove it; no text of PostgreSQL can hold it.]"
    ),
])
func refusesOtherStrings(text: String, expected: String) {
    #expect(syntaxErrors(Array(text.utf8)) == [expected])
}

@Test func namesTheOpeningBracketOfWhatIsNotClosed() throws {
    let text = spec("{\n  \"a\": [1, 2\n}")
    let problem = try #require(diagnostics(of: text).first)
    #expect(problem.message == "found \"}\", expected \",\" or \"]\"")
    let note = try #require(problem.notes.first)
    #expect(note.message == "to close this \"[\"")
    #expect(note.range.start == SourceLocation(offset: 9, line: 2, column: 8))
}

@Test(arguments: ["<<<<<<< HEAD", "=======", ">>>>>>> other", "||||||| base"])
func namesConflictMarkers(marker: String) {
    let expected = [
        "2:1-8: found a merge conflict marker [Resolve the conflict and remove its markers.]"
    ]
    for before in ["{", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\"", "[", "[1,", "{}"] {
        #expect(syntaxErrors(Array("\(before)\n\(marker)\n}".utf8)) == expected, "\(before)")
    }
    #expect(syntaxErrors(Array(" \(marker)".utf8)).first?.contains("conflict") == false)
    #expect(syntaxErrors(Array(marker.utf8.prefix(6))).first?.contains("conflict") == false)
}

@Test func reportsEveryDuplicateKeyAndNULInOneRun() throws {
    let text = spec(#"{"a":1, "ä": "x\u0000", "a":[{"b\u0000":1}], "a":3, "ä":4}"#)
    let problems = diagnostics(of: text)
    #expect(
        problems.map { source(of: $0.range, in: text) } == [
            #"\u0000"#, "\"a\"", #"\u0000"#, "\"a\"", "\"ä\"",
        ])
    try #require(problems.map(\.range.start.column) == [16, 25, 33, 46, 53])
    #expect(problems[0].message == "found the NUL character in a string")
    #expect(problems[1].message == "duplicate key \"a\"")
    for duplicate in [1, 3] {
        let note = try #require(problems[duplicate].notes.first)
        #expect(note.message == "the first one is here")
        #expect(note.range.start.column == 2)
    }
}

@Test func keepsTheProblemsBeforeASyntaxError() {
    #expect(
        syntaxErrors(Array(#"{"a":1, "a":2, ]"#.utf8)).map { $0.prefix(15) } == [
            "1:9-12: duplica", "1:16-17: found ",
        ])
}

@Test func givesEveryNodeItsPlace() throws {
    let text = spec("[\r\n\t\"é😀\", {\"語\": -1.5}\n ]")
    guard case .array(let nodes) = try read(text).root.value,
        case .object(let members) = nodes[1].value
    else {
        Issue.record("not the expected tree")
        return
    }
    #expect(nodes[0].range.start == SourceLocation(offset: 4, line: 2, column: 2))
    #expect(nodes[0].range.end == SourceLocation(offset: 12, line: 2, column: 6))
    #expect(members[0].key.range.start == SourceLocation(offset: 15, line: 2, column: 9))
    #expect(members[0].value.range.start == SourceLocation(offset: 22, line: 2, column: 14))
    #expect(members[0].value.range.end == SourceLocation(offset: 26, line: 2, column: 18))
    #expect(try read(text).root.range.end == SourceLocation(offset: 30, line: 3, column: 3))
}

@Test(arguments: [("[", "]"), ("{\"a\":", "}")])
func limitsTheDepth(open: String, close: String) {
    func nested(_ depth: Int) -> [UInt8] {
        let opened = String(repeating: open, count: depth)
        return Array((opened + "1" + String(repeating: close, count: depth)).utf8)
    }
    #expect(syntaxErrors(nested(64)) == [])
    let column = 64 * open.count + 1
    #expect(
        syntaxErrors(nested(65)) == ["1:\(column)-\(column + 1): nested more than 64 levels deep"])
    #expect(syntaxErrors(nested(100_000)).count == 1)
    let siblings =
        "[" + Array(repeating: "\(open)1\(close)", count: 100).joined(separator: ",") + "]"
    #expect(syntaxErrors(Array(siblings.utf8)) == [])
}

@Test func limitsTheSize() {
    let largest =
        Array(repeating: UInt8(ascii: " "), count: 16 * 1024 * 1024 - 1) + [UInt8(ascii: "1")]
    #expect(syntaxErrors(largest) == [])
    #expect(
        syntaxErrors(largest + [UInt8(ascii: "1")]) == ["1:1-1: the spec is larger than 16 MiB"])
}

@Test func refusesAByteOrderMark() {
    #expect(
        syntaxErrors([0xEF, 0xBB, 0xBF] + Array("{}".utf8)) == [
            "1:1-2: found a byte order mark, expected a value [Save the file as UTF-8 without a byte order mark.]"
        ])
}

@Test(
    arguments: [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0xBF],
        [0xE2, 0x82],
        [0xE2, 0x28, 0xA1], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF],
        [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
        [0xF8, 0x88, 0x80, 0x80, 0x80],
        [0xFE], [0xFF], [0xE2, 0x82, 0x28],
    ] as [[UInt8]])
func refusesWhatIsNotUTF8(bytes: [UInt8]) {
    let hex = String(bytes[0], radix: 16, uppercase: true)
    let expected = "2:3-4: byte 0x\(hex) is not valid UTF-8 [Save the file as UTF-8.]"
    #expect(syntaxErrors(Array("\n\"é".utf8) + bytes + Array("\"".utf8)) == [expected])
    #expect(syntaxErrors(Array("\n\"é".utf8) + bytes) == [expected])
}

@Test(arguments: [
    "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
])
func acceptsTheBoundsOfUTF8(character: String) throws {
    #expect(try tree("\"\(character)\"") == "'\(character)'")
}
