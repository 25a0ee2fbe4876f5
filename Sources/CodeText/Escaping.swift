/// Is this a character that a reader cannot see, or that changes how others are shown?
///
/// Control characters, line separators and the marks that turn the direction of writing: compilers warn of
/// the latter in C, and a reviewer could be deceived by them anywhere.
func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    // Most text is plain ASCII, and a category costs a lookup in a table.
    if (0x20..<0x7F).contains(scalar.value) { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
}

/// Is this text printable ASCII without any of some characters?
///
/// Most text is, and needs no escape: looking at each character for itself costs far more.
func isPlain(_ text: String, without special: StaticString) -> Bool {
    special.withUTF8Buffer { special in
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && !special.contains($0) }
    }
}

/// Three digits, as an escape sequence of C and of SQL has them.
func octal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 8)
    return String(repeating: "0", count: 3 - digits.count) + digits
}
