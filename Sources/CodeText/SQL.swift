/// SQL of an extension's script, as CREATE EXTENSION reads it.
package enum SQL: Language {}

extension Code<SQL>.StringInterpolation {
    /// A string literal that holds `text` exactly, whatever `standard_conforming_strings` says.
    package mutating func appendInterpolation(literal text: String) {
        appendEscaped(sqlLiteral(text))
    }

    /// An identifier, always quoted.
    package mutating func appendInterpolation(identifier text: String) {
        // By scalars: a mark that combines with a quote makes one `Character` of the two.
        let body = text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        appendEscaped("\"" + body + "\"")
    }
}

/// CREATE EXTENSION replaces MODULE_PATHNAME and @extschema@, also inside of literals, and removes lines
/// that begin with \echo (extension.c, 13 to 19): an escape keeps text apart from them.
///
/// Characters beyond ASCII stay as they are, even those that cannot be seen: a database of encoding SQL_ASCII
/// takes them so, but refuses \u, and bytes in octal would be wrong in any encoding but UTF-8.
private func sqlLiteral(_ text: String) -> String {
    if isPlain(text, without: #"'\@_"#) { return "'\(text)'" }
    var body = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
        switch scalar {
        case "'": body += "''"
        case "\\": (body, isEscaped) = (body + "\\\\", true)
        case "\n": (body, isEscaped) = (body + "\\n", true)
        case "\t": (body, isEscaped) = (body + "\\t", true)
        case "\r": (body, isEscaped) = (body + "\\r", true)
        case "@": (body, isEscaped) = (body + "\\100", true)
        case "_" where body.hasSuffix("MODULE"): (body, isEscaped) = (body + "\\137", true)
        case _ where scalar.isASCII && isUnseen(scalar):
            (body, isEscaped) = (body + "\\" + octal(UInt8(scalar.value)), true)
        default: body.unicodeScalars.append(scalar)
        }
    }
    return (isEscaped ? "E'" : "'") + body + "'"
}
