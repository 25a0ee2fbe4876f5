/// Text in which what a terminal would obey, controls and changes of direction, is escaped.
package func printable(_ text: String, keepsTabs: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: \.isControl) else { return text }
    return text.unicodeScalars.map { scalar in
        scalar.isControl && !(keepsTabs && scalar == "\t") ? scalar.escaped : String(scalar)
    }.joined()
}

extension Unicode.Scalar {
    /// Whether a terminal obeys this character instead of showing it.
    fileprivate var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
            0xFEFF:
            true
        default: false
        }
    }

    /// The character as JSON escapes it.
    fileprivate var escaped: String {
        let hex = String(value, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }

    /// The columns that a terminal needs for this character, as well as can be known.
    var width: Int {
        if self == "\t" { return 1 }
        if isControl { return escaped.count }
        if value < 0x7F { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default: return properties.isEmojiPresentation ? 2 : 1
        }
    }
}
