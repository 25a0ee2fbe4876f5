/// What a text is written in; each language escapes differently, so their texts do not mix.
package protocol Language: Sendable {
    /// The finished form of one whole file, such as spaces turned into tabs.
    static func render(_ text: String) -> String
}

extension Language {
    package static func render(_ text: String) -> String { text }
}

/// Text in one language, made of literals and of values that know how to stand in it.
///
/// Three rules hold. A value of several lines takes the indentation of the line that it stands in. A
/// line that holds nothing but empty values goes, with the blank line after it. No interpolation takes
/// a bare `String`, so that text which nobody escaped does not compile.
package struct Code<L: Language>: Sendable, Equatable {
    /// The lines, joined by newlines, without a newline at the end.
    package let text: String

    package static var empty: Self { Self(verbatim: "") }

    package var isEmpty: Bool { text.isEmpty }

    /// Takes text as it is: for the escaping rules of a language and for files that never vary.
    package init(verbatim text: String) {
        self.text = text
    }

    /// The contents of a file: the finished lines with a newline at the end.
    package var fileContents: String {
        var contents = L.render(text)
        // No +, which copies the whole.
        contents += "\n"
        return contents
    }
}

extension Code: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        self.init(verbatim: value)
    }

    package init(stringInterpolation: StringInterpolation) {
        // A variable of its own, for finishing a shared text would copy it.
        var interpolation = stringInterpolation
        self.init(verbatim: interpolation.assembly.finish())
    }

    /// Puts literals and values together; what does not depend on the language is `Assembly`.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var assembly: Assembly

        package init(literalCapacity: Int, interpolationCount: Int) {
            assembly = Assembly(capacity: literalCapacity + 32 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { assembly.add(literal: literal) }

        /// Text of the same language; several lines take the indentation of this one.
        package mutating func appendInterpolation(_ value: Code<L>) {
            assembly.add(value: value.text, below: .line)
        }

        package mutating func appendInterpolation(_ value: some BinaryInteger) {
            assembly.add(value: String(value), below: .line)
        }

        /// Text that a rule of the language has made safe; several lines begin in the same column.
        package mutating func appendEscaped(_ value: String) {
            assembly.add(value: value, below: .value)
        }
    }
}

/// Builds the lines of a text, without those that hold nothing but empty values.
///
/// By bytes: a run spends most of its time here.
private struct Assembly {
    /// The finished lines, each with its newline, and then the line that is being built.
    private var text: [UInt8] = []
    /// Where the line begins that is being built.
    private var start = 0
    private var hasValue = false
    private var skipsBlank = false

    init(capacity: Int) { text.reserveCapacity(capacity) }

    /// Below what further lines of a value begin: the line's first character, or the value's.
    enum Margin {
        case line, value
    }

    mutating func add(literal: String) {
        var literal = literal
        literal.withUTF8 { bytes in
            var rest = bytes[...]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                text += rest[..<end]
                endLine()
                rest = rest[(end + 1)...]
            }
            text += rest
        }
    }

    mutating func add(value: String, below margin: Margin) {
        hasValue = true
        var value = value
        value.withUTF8 { bytes in
            var rest = bytes[...]
            var indentation: Int?
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                // Most values have one line and do not ask.
                indentation = indentation ?? width(of: margin)
                text += rest[...end]
                rest = rest[(end + 1)...]
                if let next = rest.first, next != UInt8(ascii: "\n") {
                    text += repeatElement(UInt8(ascii: " "), count: indentation ?? 0)
                }
            }
            text += rest
        }
    }

    /// The characters in the line that is being built, or the spaces that it begins with.
    private func width(of margin: Margin) -> Int {
        switch margin {
        case .line: text[start...].prefix { $0 == UInt8(ascii: " ") }.count
        case .value: text[start...].count { $0 & 0xC0 != 0x80 }
        }
    }

    mutating func finish() -> String {
        endLine()
        let end = text.lastIndex { $0 != UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0
        return String(decoding: text[..<end], as: UTF8.self)
    }

    private mutating func endLine() {
        let isBlank = text[start...].allSatisfy { $0 == UInt8(ascii: " ") }
        if isBlank { text.removeSubrange(start...) }
        if isBlank && hasValue {
            skipsBlank = true
        } else if isBlank && skipsBlank {
            skipsBlank = false
        } else {
            text.append(UInt8(ascii: "\n"))
            skipsBlank = false
        }
        start = text.count
        hasValue = false
    }
}

/// Collects pieces of text, dropping the empty ones.
///
/// As plain strings, which cost less than values of a generic type; only `Code<L>` gets in.
@resultBuilder
package struct CodeBuilder<L: Language> {
    package static func buildExpression(_ piece: Code<L>) -> [String] {
        piece.isEmpty ? [] : [piece.text]
    }
    package static func buildPartialBlock(first pieces: [String]) -> [String] { pieces }
    package static func buildPartialBlock(
        accumulated pieces: consuming [String], next: [String]
    ) -> [String] {
        pieces += next
        return pieces
    }
    package static func buildArray(_ pieces: [[String]]) -> [String] { pieces.flatMap { $0 } }
    package static func buildOptional(_ pieces: [String]?) -> [String] { pieces ?? [] }
    package static func buildEither(first pieces: [String]) -> [String] { pieces }
    package static func buildEither(second pieces: [String]) -> [String] { pieces }
}

/// Pieces with one blank line between.
package func blocks<L>(@CodeBuilder<L> _ pieces: () -> [String]) -> Code<L> {
    Code(verbatim: joined(pieces(), by: "\n\n"))
}

/// Pieces, each beginning a line.
package func lines<L>(@CodeBuilder<L> _ pieces: () -> [String]) -> Code<L> {
    Code(verbatim: joined(pieces(), by: "\n"))
}

/// Pieces in one line, or wherever their own newlines put them.
package func list<L>(_ pieces: [Code<L>], separator: Code<L>) -> Code<L> {
    // No key path: in code that is generic, each use makes it anew.
    Code(verbatim: joined(pieces.map { $0.text }.filter { !$0.isEmpty }, by: separator.text))
}

/// Pieces in a text that gets its size at once: it may be that of a whole file.
private func joined(_ pieces: [String], by separator: String) -> String {
    var text = ""
    text.reserveCapacity(pieces.reduce(0) { $0 + $1.utf8.count + separator.utf8.count })
    for piece in pieces {
        if !text.isEmpty { text += separator }
        text += piece
    }
    return text
}
