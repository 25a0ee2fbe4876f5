/// Swift, for specs that are written in it.
package enum SwiftText: Language {}

extension Code<SwiftText> {
    /// A string literal that holds `text` exactly, raw where that spares escapes.
    package static func literal(_ text: String) -> Self {
        let isPlain = !text.unicodeScalars.contains(where: isUnseen)
        let pounds = isPlain ? fewestPounds(for: text) : 0
        if pounds > 0 {
            let mark = String(repeating: "#", count: pounds)
            return Code(verbatim: "\(mark)\"\(text)\"\(mark)")
        }
        return Code(verbatim: "\"" + text.unicodeScalars.map(escaped).joined() + "\"")
    }

    /// How many number signs a raw literal needs; none if the text needs no escape.
    private static func fewestPounds(for text: String) -> Int {
        // Three quotation marks would begin a literal of several lines.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }),
            !text.hasPrefix("\"\""), text != "\""
        else { return 0 }
        var longest = 0
        var current: Int?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): current = 0
            case UInt8(ascii: "#"): current = current.map { $0 + 1 }
            default: current = nil
            }
            longest = max(longest, current ?? 0)
        }
        return longest + 1
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case _ where isUnseen(scalar): "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: String(scalar)
        }
    }
}
