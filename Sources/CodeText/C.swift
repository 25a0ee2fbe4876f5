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
/// By scalars: a mark that combines with a quote makes one `Character` of the two.
private func tabbed(_ text: String) -> String {
    var inComment = false
    return splitLines(text)
        .map { tabbed(line: $0.unicodeScalars, inComment: &inComment) }
        .joined(separator: "\n")
}

private func tabbed(line: Substring.UnicodeScalarView, inComment: inout Bool) -> String {
    var result = ""
    var column = 0
    var spaces = 0
    var quote: Unicode.Scalar?
    var previous: Unicode.Scalar = " "
    for scalar in line {
        if scalar == " " && quote == nil {
            spaces += 1
            previous = " "
            continue
        }
        // Two spaces after a sentence stay spaces.
        let isProse = inComment && spaces < 3
        result +=
            isProse
            ? String(repeating: " ", count: spaces) : alignment(from: column, spaces: spaces)
        column += spaces + 1
        spaces = 0
        result.unicodeScalars.append(scalar)
        switch (scalar, quote) {
        case ("*", nil) where previous == "/" && !inComment: inComment = true
        case ("/", nil) where previous == "*" && inComment: inComment = false
        case ("\"", nil) where !inComment, ("'", nil) where !inComment: quote = scalar
        case (let end, let begin?) where end == begin && previous != "\\": quote = nil
        default: break
        }
        previous = previous == "\\" && scalar == "\\" ? " " : scalar
    }
    return result
}

/// `spaces` columns of white space after `column`: tabs as far as tab stops reach, a lone space as it is.
private func alignment(from column: Int, spaces: Int) -> String {
    let end = column + spaces
    let stop = end / 4 * 4
    guard spaces > 1 || column == 0, stop > column else {
        return String(repeating: " ", count: spaces)
    }
    let tabs = (stop - column + 3) / 4
    return String(repeating: "\t", count: tabs) + String(repeating: " ", count: end - stop)
}
