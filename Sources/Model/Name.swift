import PostgreSQL

/// A name that is an identifier in C, SQL, Make and the shell alike: small letters, digits and underscores.
package struct Name: Sendable, Hashable {
    package let text: String

    /// Nil if `text` is not such an identifier.
    package init?(_ text: String) {
        guard Self.isIdentifier(text) else { return nil }
        self.text = text
    }

    /// Joins checked parts, which an underscore keeps an identifier.
    init(joining parts: String...) {
        text = parts.joined(separator: "_")
    }

    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= Limits.identifier
        else { return false }
        return text.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "_") || isDigit($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
