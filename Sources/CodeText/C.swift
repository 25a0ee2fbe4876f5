/// C as PostgreSQL writes it: pgindent's layout, tabs of four columns.
package enum C: Language {
    package static func render(_ text: String) -> String { tabbed(text) }
}

extension Code<C>.StringInterpolation {
    /// A string literal that holds `text` exactly; a new piece in the next line after each newline.
    package mutating func appendInterpolation(literal text: String) {
        appendEscaped(cLiteral(text))
    }

    /// Text inside a comment: it can neither end it nor change what a reader sees.
    package mutating func appendInterpolation(comment text: String) {
        appendEscaped(cComment(text))
    }
}

private func cLiteral(_ text: String) -> String {
    if isPlain(text, without: #""\?"#) { return "\"\(text)\"" }
    var pieces = [""]
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
        // A new piece for each line that has a successor.
        if previous == "\n" { pieces.append("") }
        pieces[pieces.count - 1] += cEscaped(scalar, after: previous)
        previous = scalar
    }
    return pieces.map { "\"\($0)\"" }.joined(separator: "\n")
}

/// One character of a string literal; octal escapes, since a hexadecimal one would swallow digits.
private func cEscaped(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    // "??" begins a trigraph.
    case "?" where previous == "?": "\\?"
    case _ where isUnseen(scalar): utf8Bytes(of: scalar).map { "\\" + octal($0) }.joined()
    default: String(scalar)
    }
}

private func cComment(_ text: String) -> String {
    if isPlain(text, without: #"*/?\"#) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        switch (result.unicodeScalars.last, scalar) {
        // A space keeps "*/" and "/*" apart, and "\" or "??/" from the end of the line.
        case ("*", "/"), ("/", "*"): result += " \(scalar)"
        case ("?", "?"): result += " ?"
        case (_, "\\"): result += "\\ "
        case (_, "\n"), (_, "\t"), (_, "\r"): result += " "
        case _ where isUnseen(scalar):
            result += "U+\(String(scalar.value, radix: 16, uppercase: true))"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

private func utf8Bytes(of scalar: Unicode.Scalar) -> [UInt8] { Array(String(scalar).utf8) }

/// Turns indentation and alignment into tabs, outside of string literals.
///
/// By bytes, in one pass: it is most of the time of a run, and a mark that combines with a quote makes one
/// `Character` of the two.
private func tabbed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
        // Tabs take the place of more spaces, so it does not get longer.
        String(unsafeUninitializedCapacity: bytes.count) { output in
            var layout = Layout(output: output)
            for byte in bytes { layout.add(byte) }
            return layout.count
        }
    }
}

/// What is known of a text in C up to some byte of it.
private struct Layout {
    /// Where the text goes, and how much of it is there.
    private let output: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0
    private var column = 0
    /// White space that is not yet in the output; at the end of a line it never comes there.
    private var spaces = 0
    private var inComment = false
    private var quote: UInt8?
    private var previous = UInt8(ascii: " ")

    init(output: UnsafeMutableBufferPointer<UInt8>) { self.output = output }

    mutating func add(_ byte: UInt8) {
        if byte == UInt8(ascii: "\n") {
            append(byte)
            (column, spaces, quote, previous) = (0, 0, nil, UInt8(ascii: " "))
        } else if byte == UInt8(ascii: " ") && quote == nil {
            spaces += 1
            previous = byte
        } else {
            if spaces > 0 { addSpaces() }
            append(byte)
            // Not for the bytes that continue a character.
            if byte & 0xC0 != 0x80 { column += 1 }
            // Letters and digits, which are most of a text, neither begin nor end anything.
            if byte > UInt8(ascii: "/"), byte != UInt8(ascii: "\\") {
                previous = byte
            } else {
                follow(byte)
            }
        }
    }

    /// Tabs as far as tab stops reach; a lone space stays, and so do the two after a sentence.
    private mutating func addSpaces() {
        let end = column + spaces
        let stop = end / 4 * 4
        let isProse = inComment && spaces < 3
        if !isProse, spaces > 1 || column == 0, stop > column {
            for _ in 0..<(stop - column + 3) / 4 { append(UInt8(ascii: "\t")) }
            spaces = end - stop
        }
        for _ in 0..<spaces { append(UInt8(ascii: " ")) }
        (column, spaces) = (end, 0)
    }

    private mutating func append(_ byte: UInt8) {
        output[count] = byte
        count += 1
    }

    /// Does a comment or a literal begin or end here?
    private mutating func follow(_ byte: UInt8) {
        switch (byte, quote) {
        case (UInt8(ascii: "*"), nil) where previous == UInt8(ascii: "/") && !inComment:
            inComment = true
        case (UInt8(ascii: "/"), nil) where previous == UInt8(ascii: "*") && inComment:
            inComment = false
        case (UInt8(ascii: "\""), nil) where !inComment, (UInt8(ascii: "'"), nil) where !inComment:
            quote = byte
        case (let end, let begin?) where end == begin && previous != UInt8(ascii: "\\"): quote = nil
        default: break
        }
        let isEscaped = previous == UInt8(ascii: "\\") && byte == previous
        previous = isEscaped ? UInt8(ascii: " ") : byte
    }
}
