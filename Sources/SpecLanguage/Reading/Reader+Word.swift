extension Reader {
    /// Reads a number and keeps its text.
    mutating func number() throws(SpecRejected) -> String {
        let start = place
        takeWord()
        let digits = bytes[start.offset..<offset]
        let text = String(decoding: digits, as: UTF8.self)
        if isNumber(digits) { return text }
        let magnitude = text.drop { $0 == "-" }
        let hint =
            if text.hasPrefix("+") {
                "Remove the plus sign."
            } else if magnitude.hasPrefix("0"), magnitude.dropFirst().first?.isNumber == true {
                "Remove the leading zeros."
            } else if magnitude.lowercased().hasPrefix("0x") {
                "Write it in decimal digits."
            } else if isAmount(text) {
                "A value with a unit stands in double quotes: \(text.quoted)."
            } else {
                "A number is written like 10, -1 or 2.5e3."
            }
        throw rejected(
            "found \(text.quoted), expected a number", at: range(from: start), hint: hint)
    }

    /// Reads `true`, `false` or `null`.
    mutating func keyword(expected: String) throws(SpecRejected) -> SpecDocument.Value {
        let start = place
        takeWord()
        let text = String(decoding: bytes[start.offset..<offset], as: UTF8.self)
        switch text {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        default:
            let similar = suggestions(for: text, among: ["true", "false", "null"]).first
            let hint =
                remedy(forPasted: text.unicodeScalars.first) ?? similar.map {
                    "Did you mean \($0)?"
                }
                ?? "Only true, false, null and numbers stand without double quotes."
            throw rejected(
                "found \(text.quoted), expected \(expected)", at: range(from: start), hint: hint)
        }
    }

    /// Steps over everything that reads as one word.
    mutating func takeWord() {
        while let byte = peek, isWord(byte) { advance() }
    }

    /// Whether a byte belongs to a word, a number, or a character beyond ASCII.
    func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), "_", "$", "+", "-", ".", 0x80...0xFF:
            true
        default: false
        }
    }

    /// Whether a word with this first byte is meant as a number.
    func isNumberStart(_ byte: UInt8) -> Bool {
        isDigit(byte) || "-" ~= byte || "+" ~= byte || "." ~= byte
    }
}

/// How to mend a character that a word processor or a web page has put for a plain one.
func remedy(forPasted scalar: Unicode.Scalar?) -> String? {
    guard let scalar, !scalar.isASCII else { return nil }
    if ("\u{2018}"..."\u{201F}").contains(scalar) { return "Use straight double quotes." }
    return scalar.properties.isWhitespace ? "Put an ordinary space for this one." : nil
}

/// Whether a text is digits and a unit, such as 10s.
private func isAmount(_ text: String) -> Bool {
    let unit = text.drop { $0.isASCII && $0.isNumber }
    return unit.count < text.count && !unit.isEmpty && unit.allSatisfy(\.isLetter)
        && !["e", "E"].contains(unit)
}

/// Whether all of some text is a number in the grammar of RFC 8259, section 6.
private func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if "-" ~= rest.first { rest.removeFirst() }
    let integer = rest.prefix(while: isDigit)
    guard !integer.isEmpty, !("0" ~= integer.first) || integer.count == 1 else { return false }
    rest = rest[integer.endIndex...]
    if "." ~= rest.first {
        let fraction = rest.dropFirst().prefix(while: isDigit)
        guard !fraction.isEmpty else { return false }
        rest = rest[fraction.endIndex...]
    }
    if "e" ~= rest.first || "E" ~= rest.first {
        rest.removeFirst()
        if "+" ~= rest.first || "-" ~= rest.first { rest.removeFirst() }
        let exponent = rest.prefix(while: isDigit)
        guard !exponent.isEmpty else { return false }
        rest = rest[exponent.endIndex...]
    }
    return rest.isEmpty
}

/// Whether a byte is a decimal digit.
private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
