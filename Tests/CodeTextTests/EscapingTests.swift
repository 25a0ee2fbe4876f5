import Foundation
import Testing

@testable import CodeText

/// What SQL, control files, JSON and Markdown read of a text; the server itself reads some in HostileTests.
@Suite struct EscapingTests {
    @Test func sqlLiteral() {
        for text in HostileStrings.all {
            let code = ("\(literal: text)" as Code<SQL>).text
            expect(read(sqlString: code), text)
            #expect(!code.unicodeScalars.contains { $0.isASCII && isUnseen($0) })
            // CREATE EXTENSION replaces these wherever they stand.
            #expect(!code.contains("@"))
            #expect(!code.contains("MODULE_PATHNAME"))
        }
    }

    /// A database of encoding SQL_ASCII takes no \u, and one of another encoding no bytes of UTF-8.
    @Test func sqlKeepsWhatIsNotASCII() {
        let text = "\u{202E}a\u{200D}é\u{1F418}\u{1}"
        let code = ("\(literal: text)" as Code<SQL>).text
        #expect(code == "E'\u{202E}a\u{200D}é\u{1F418}\\001'")
    }

    @Test func sqlIdentifier() {
        for text in HostileStrings.all {
            expect(read(("\(identifier: text)" as Code<SQL>).text, quote: "\""), text)
        }
    }

    /// As GUC_scanstr() of guc-file.l reads it.
    @Test func configurationValue() {
        for text in HostileStrings.all {
            let code = ("\(literal: text)" as Code<Configuration>).text
            expect(read(code, quote: "'").flatMap(unescaped), text)
            #expect(!code.unicodeScalars.contains { $0.isASCII && isUnseen($0) })
        }
    }

    @Test func jsonString() throws {
        for text in HostileStrings.all {
            let code = ("[\(string: text)]" as Code<JSON>).text
            let read = try JSONDecoder().decode([String].self, from: Data(code.utf8))
            expect(read.first.map { Array($0.unicodeScalars) }, text)
        }
    }

    @Test func markdownText() {
        let special = Set("`*_{}[]<>()#!|&~".unicodeScalars)
        for text in HostileStrings.all {
            let shown = ("\(text: text)" as Code<Markdown>).text
            var isEscaped = false
            let isQuiet = shown.unicodeScalars.allSatisfy { scalar in
                defer { isEscaped = scalar == "\\" && !isEscaped }
                return !isUnseen(scalar) && (isEscaped || !special.contains(scalar))
            }
            #expect(isQuiet, "\(shown.debugDescription.prefix(200))")
        }
    }

    /// A comment must not become a heading, a list, a rule or code.
    @Test(arguments: [
        ("- a", "\\- a"), ("+ a", "\\+ a"), ("---", "\\---"), ("===", "\\==="), ("1. a", "1\\. a"),
        ("12) a", "12\\) a"), ("    a", "a"), ("\n- a", "\\- a"), ("a - b", "a - b"),
        ("1.5 a", "1\\.5 a"),
    ])
    func markdownLine(_ text: String, _ expected: String) {
        #expect(("\(text: text)" as Code<Markdown>).text == expected)
    }

    @Test func recipesBeginWithATab() {
        let code: Code<Make> = "x: y\n    cat $^ > $@\n\nz = a    b"
        #expect(code.fileContents == "x: y\n\tcat $^ > $@\n\nz = a    b\n")
    }
}

/// Compares scalar by scalar: strings are equal too often.
private func expect(_ read: [Unicode.Scalar]?, _ text: String) {
    let isSame = read == Array(text.unicodeScalars)
    #expect(isSame, "\(text.debugDescription.prefix(200))")
}

/// The scalars that PostgreSQL's lexer makes of a literal; nil if it is none.
private func read(sqlString literal: String) -> [Unicode.Scalar]? {
    guard literal.unicodeScalars.first == "E" else {
        // Whether a backslash means anything here depends on a setting.
        return read(literal, quote: "'").flatMap { $0.contains("\\") ? nil : $0 }
    }
    return read(String(literal.unicodeScalars.dropFirst()), quote: "'").flatMap(unescaped)
}

/// What stands between quotes, in which each quote stands twice; nil otherwise.
private func read(_ quoted: String, quote: Unicode.Scalar) -> [Unicode.Scalar]? {
    let scalars = quoted.unicodeScalars
    guard scalars.count >= 2, scalars.first == quote, scalars.last == quote else { return nil }
    var result: [Unicode.Scalar] = []
    var rest = Array(scalars.dropFirst().dropLast())[...]
    while let scalar = rest.popFirst() {
        if scalar == quote, rest.popFirst() != quote { return nil }
        result.append(scalar)
    }
    return result
}

/// Without backslash escapes; octal ones have three digits. Nil if there are others.
private func unescaped(_ body: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let plain: [Unicode.Scalar: Unicode.Scalar] = ["\\": "\\", "n": "\n", "r": "\r", "t": "\t"]
    var result: [Unicode.Scalar] = []
    var rest = body[...]
    while let scalar = rest.popFirst() {
        guard scalar == "\\" else {
            result.append(scalar)
            continue
        }
        if let next = rest.first, let meant = plain[next] {
            result.append(meant)
            rest.removeFirst()
            continue
        }
        let digits = String(String.UnicodeScalarView(rest.prefix(3)))
        guard digits.utf8.count == 3, let value = UInt8(digits, radix: 8) else { return nil }
        result.append(Unicode.Scalar(value))
        rest.removeFirst(3)
    }
    return result
}
