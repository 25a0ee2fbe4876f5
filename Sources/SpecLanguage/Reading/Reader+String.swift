extension Reader {
    /// Reads a string from its opening quote to its closing one.
    mutating func string() throws(SpecRejected) -> String {
        let start = place
        advance()
        var runStart = offset
        var text = ""
        while let byte = peek {
            switch byte {
            case "\"":
                text += String(decoding: bytes[runStart..<offset], as: UTF8.self)
                advance()
                return text
            case "\\":
                text += String(decoding: bytes[runStart..<offset], as: UTF8.self)
                text.unicodeScalars.append(try escape())
                runStart = offset
            case "\n", "\r": throw unclosedString(from: start)
            case 0..<0x20: throw controlCharacter(byte)
            default: advance()
            }
        }
        throw unclosedString(from: start)
    }

    /// Reads one escape from its backslash on.
    private mutating func escape() throws(SpecRejected) -> Unicode.Scalar {
        let start = place
        advance()
        guard let byte = peek, byte >= 0x20 else {
            throw unexpected(expected: "the rest of an escape")
        }
        advance()
        switch byte {
        case "\"": return "\""
        case "\\": return "\\"
        case "/": return "/"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return try unicodeEscape(from: start)
        default:
            while let byte = peek, isContinuation(byte) { advance() }
            throw rejected(
                "unknown escape \(quoted(start))", at: range(from: start),
                hint: #"The escapes are \" \\ \/ \b \f \n \r \t and \u with four digits."#)
        }
    }

    /// Reads the digits of `\u`, and the second half of a surrogate pair.
    private mutating func unicodeEscape(
        from start: SourceLocation
    ) throws(SpecRejected) -> Unicode.Scalar {
        let unit = try hexDigits(from: start)
        if let scalar = Unicode.Scalar(UInt32(unit)) {
            if unit == 0 { reportNUL(at: range(from: start)) }
            return scalar
        }
        let first = range(from: start)
        if UTF16.isLeadSurrogate(unit), take("\\"), take("u") {
            let second = try hexDigits(from: first.end)
            if UTF16.isTrailSurrogate(second) {
                return UTF16.decode(UTF16.EncodedScalar([unit, second]))
            }
        }
        throw rejected(
            "found the lone surrogate \(quoted(first)), expected a pair", at: first,
            hint: "Write both halves of the pair, or the character itself.")
    }

    /// Reads four hexadecimal digits of the escape that began at a place.
    private mutating func hexDigits(from start: SourceLocation) throws(SpecRejected) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = peek.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw rejected(
                    "found \(quoted(start)), expected four hexadecimal digits after \"\\u\"",
                    at: range(from: start))
            }
            advance()
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// The error for a string that its line or the file ends; it covers all of the string.
    private func unclosedString(from start: SourceLocation) -> SpecRejected {
        let found = peek == nil ? "the end of the file" : "the end of the line"
        return rejected(
            "found \(found) in a string, expected \"\\\"\"", at: range(from: start),
            hint: "Close the string on its line; a line break in it is written \\n.")
    }

    /// The error for a control character that should have been escaped.
    private mutating func controlCharacter(_ byte: UInt8) -> SpecRejected {
        let start = place
        advance()
        let hex = String(byte, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: 4 - hex.count) + hex
        let hint =
            switch byte {
            case 0: remedyForNUL
            case "\t": "Write it as \\t."
            default: "Write it as \\u\(code)."
            }
        return rejected(
            "found the control character U+\(code) in a string", at: range(from: start),
            hint: hint)
    }

    /// Reports a NUL, which every string of PostgreSQL would end at.
    private mutating func reportNUL(at range: SourceRange) {
        problems.append(
            Diagnostic(
                .error, "found the NUL character in a string", at: range,
                hint: remedyForNUL))
    }
}

/// Why a NUL cannot be mended by writing it in another way.
private let remedyForNUL = "Remove it; no text of PostgreSQL can hold it."
