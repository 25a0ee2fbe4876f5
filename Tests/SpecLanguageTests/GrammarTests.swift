import Testing

@testable import SpecLanguage

/// RFC 8259, production by production: the reader takes what the grammar has, and nothing else.
@Suite struct GrammarTests {
    /// Section 2: `JSON-text = ws value ws`, and ws around each of the six structural characters.
    @Test(arguments: UInt8.min...UInt8.max) func whitespace(byte: UInt8) {
        let isSpace = [0x20, 0x09, 0x0A, 0x0D].contains(byte)
        for text in [
            "?1", "1?", "[?1]", "[1?]", "[1?,2]", "[1,?2]", "{?}", #"{"a"?:1}"#, #"{"a":?1}"#,
        ] {
            // A digit makes another number, brackets and a comma another structure.
            if (0x30...0x39).contains(byte) || "[]{},.-".utf8.contains(byte) { continue }
            let bytes = text.utf8.flatMap { $0 == UInt8(ascii: "?") ? [byte] : [$0] }
            #expect(accepts(bytes) == isSpace, "\(text) with \(byte)")
        }
        #expect(!accepts([byte]) || (0x30...0x39).contains(byte))
    }

    /// Section 3: three literal names, in small letters only.
    @Test(arguments: ["false", "null", "true"]) func literalNames(name: String) {
        #expect(accepts(name))
        for end in 1..<name.count { #expect(!accepts(String(name.prefix(end)))) }
        for other in [
            name.uppercased(), name.capitalized, name + "s", "\(name) \(name)", "\"\(name)",
        ] {
            #expect(!accepts(other), "\(other)")
        }
    }

    /// Sections 2, 4 and 5: every sequence of up to five tokens is accepted if, and only if, the grammar derives it.
    @Test func structure() {
        let tokens = ["{", "}", "[", "]", ":", ",", "\"a\"", "true"]
        var sequences: [[String]] = [[]]
        for length in 0...5 {
            let derived = Set(values(of: length).map { $0.joined() })
            for text in sequences.map({ $0.joined() }) where accepts(text) != derived.contains(text)
            {
                Issue.record("\(text) is \(derived.contains(text) ? "" : "not ")JSON")
            }
            // What begins otherwise has been refused for its first tokens.
            let open = sequences.filter { length < 4 || ["{", "["].contains($0.first) }
            sequences = open.flatMap { head in tokens.map { head + [$0] } }
        }
        #expect(values(of: 5).count == 8)
    }

    /// Section 6: every text of up to five characters out of those that a number can have.
    @Test func numbers() throws {
        let number = try Regex(#"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?"#)
        var texts = [""]
        for _ in 1...5 {
            texts = texts.flatMap { head in "-+.e01".map { head + String($0) } }
            for text in texts {
                let isNumber = text.wholeMatch(of: number) != nil
                if accepts(text) != isNumber { Issue.record("\(text): number is \(isNumber)") }
            }
        }
    }

    /// Section 7: `unescaped = %x20-21 / %x23-5B / %x5D-10FFFF`.
    @Test func unescapedCharacters() {
        for value in UInt32(0)...0x2FF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isUnescaped = value >= 0x20 && scalar != "\"" && scalar != "\\"
            #expect(accepts("\"\(scalar)\"") == isUnescaped, "U+\(String(value, radix: 16))")
        }
        for scalar in [
            "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
        ] {
            #expect(accepts("\"\(scalar)\""))
        }
    }

    /// Section 7: eight characters may follow a backslash, or u and four hexadecimal digits.
    @Test func escapes() {
        for value in UInt8(0)...0x7F {
            let character = Character(Unicode.Scalar(value))
            let isEscape = #""\/bfnrt"#.contains(character)
            #expect(accepts(#""\\#(character)""#) == isEscape, "\\\(character)")
            let isDigit = character.isHexDigit
            for text in [
                #""\u0\#(character)bc""#, #""\u1\#(character)bc""#, #""\u12\#(character)c""#,
                #""\u123\#(character)""#,
            ] {
                #expect(accepts(text) == isDigit, "\(text)")
            }
        }
        for text in [
            #""\u12""#, #""\u123""#, #""\U0041""#, #""\x41""#, #""\u{41}""#, #""\""#, #""\\\""#,
        ] {
            #expect(!accepts(text), "\(text)")
        }
        #expect(accepts(#""\u00e4\u00E4\\\"\/""#))
    }

    /// Section 8: UTF-8 without a byte order mark; pairs of surrogates, and none alone (8.2 leaves them open).
    @Test func encodings() {
        #expect(!accepts([0xEF, 0xBB, 0xBF] + Array("1".utf8)))
        #expect(!accepts("1".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
        #expect(!accepts([0x22, 0xFF, 0x22]))
        #expect(accepts(#""\ud83d\udE00""#))
        for text in [#""\ud83d""#, #""\ude00""#, #""\ud83dx""#, #""\ud83d\ud83d""#, #""\ud83d\n""#]
        {
            #expect(!accepts(text), "\(text)")
        }
    }

    private func accepts(_ text: String) -> Bool { accepts(Array(text.utf8)) }

    private func accepts(_ bytes: [UInt8]) -> Bool {
        (try? read(SpecText(path: "a.json", bytes: bytes))) != nil
    }
}

/// What `value` derives in a number of tokens, with one string and one literal name.
private func values(of length: Int) -> [[String]] {
    guard length > 0 else { return [] }
    let scalars = length == 1 ? [["\"a\""], ["true"]] : []
    guard length > 1 else { return scalars }
    let inside = length - 2
    let empty: [[String]] = inside == 0 ? [[]] : []
    let arrays = (empty + lists(of: inside, item: values)).map { ["["] + $0 + ["]"] }
    let objects = (empty + lists(of: inside, item: members)).map { ["{"] + $0 + ["}"] }
    return scalars + arrays + objects
}

/// `member = string name-separator value`.
private func members(of length: Int) -> [[String]] {
    values(of: length - 2).map { ["\"a\"", ":"] + $0 }
}

/// `item *( value-separator item )`.
private func lists(of length: Int, item: (Int) -> [[String]]) -> [[String]] {
    guard length > 0 else { return [] }
    return item(length)
        + (1..<length).flatMap { first in
            item(first).flatMap { head in
                lists(of: length - first - 1, item: item).map { head + [","] + $0 }
            }
        }
}
