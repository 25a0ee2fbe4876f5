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
    package var fileContents: String { L.render(text) + "\n" }
}

extension Code: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        self.init(verbatim: value)
    }

    package init(stringInterpolation: StringInterpolation) {
        self.init(verbatim: stringInterpolation.finished())
    }

    /// Builds the lines of a text and remembers which of them hold only empty values.
    package struct StringInterpolation: StringInterpolationProtocol {
        /// The finished lines, each with its newline.
        private var text = ""
        private var line = ""
        private var hasValue = false
        private var skipsBlank = false

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        package mutating func appendLiteral(_ literal: String) {
            var rest = Substring(literal)
            while let newline = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
                line += rest[..<newline]
                endLine()
                rest = rest[rest.utf8.index(after: newline)...]
            }
            line += rest
        }

        /// Text of the same language; several lines take the indentation of this one.
        package mutating func appendInterpolation(_ value: Code<L>) {
            append(value.text, indentation: line.utf8.prefix { $0 == UInt8(ascii: " ") }.count)
        }

        package mutating func appendInterpolation(_ value: some BinaryInteger) {
            append(String(value), indentation: 0)
        }

        /// Text that a rule of the language has made safe; several lines begin in the same column.
        package mutating func appendEscaped(_ value: String) {
            append(value, indentation: line.unicodeScalars.count)
        }

        private mutating func append(_ value: String, indentation: Int) {
            hasValue = true
            guard value.utf8.contains(UInt8(ascii: "\n")) else {
                line += value
                return
            }
            let margin = String(repeating: " ", count: indentation)
            var parts = splitLines(value)[...]
            if let first = parts.popFirst() { line += first }
            for part in parts {
                line += "\n"
                if part.isEmpty { continue }
                line += margin
                line += part
            }
        }

        private mutating func endLine() {
            let isBlank = line.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
            if isBlank && hasValue {
                skipsBlank = true
            } else if isBlank && skipsBlank {
                skipsBlank = false
            } else {
                if !isBlank { text += line }
                text += "\n"
                skipsBlank = false
            }
            line.removeAll(keepingCapacity: true)
            hasValue = false
        }

        fileprivate func finished() -> String {
            var copy = self
            copy.endLine()
            while copy.text.utf8.last == UInt8(ascii: "\n") {
                copy.text.unicodeScalars.removeLast()
            }
            return copy.text
        }
    }
}

/// The lines of a text, told apart by bytes: by characters it took half of the time of a run.
func splitLines(_ text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { Substring($0) }
}

/// Collects pieces of text, dropping the empty ones.
@resultBuilder
package struct CodeBuilder<L: Language> {
    package static func buildExpression(_ piece: Code<L>) -> [Code<L>] {
        piece.isEmpty ? [] : [piece]
    }
    package static func buildBlock(_ pieces: [Code<L>]...) -> [Code<L>] { pieces.flatMap { $0 } }
    package static func buildArray(_ pieces: [[Code<L>]]) -> [Code<L>] { pieces.flatMap { $0 } }
    package static func buildOptional(_ pieces: [Code<L>]?) -> [Code<L>] { pieces ?? [] }
    package static func buildEither(first pieces: [Code<L>]) -> [Code<L>] { pieces }
    package static func buildEither(second pieces: [Code<L>]) -> [Code<L>] { pieces }
}

/// Pieces with one blank line between.
package func blocks<L>(@CodeBuilder<L> _ pieces: () -> [Code<L>]) -> Code<L> {
    joined(pieces(), by: "\n\n")
}

/// Pieces, each beginning a line.
package func lines<L>(@CodeBuilder<L> _ pieces: () -> [Code<L>]) -> Code<L> {
    joined(pieces(), by: "\n")
}

/// Pieces in one line, or wherever their own newlines put them.
package func list<L>(_ pieces: [Code<L>], separator: Code<L>) -> Code<L> {
    joined(pieces.filter { !$0.isEmpty }, by: separator.text)
}

private func joined<L>(_ pieces: [Code<L>], by separator: String) -> Code<L> {
    Code(verbatim: pieces.map(\.text).joined(separator: separator))
}
