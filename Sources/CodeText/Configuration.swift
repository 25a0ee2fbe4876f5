/// PostgreSQL's configuration syntax, which control files use too (guc-file.l).
package enum Configuration: Language {}

extension Code<Configuration>.StringInterpolation {
    /// A quoted value that holds `text` exactly, in one line.
    package mutating func appendInterpolation(literal text: String) {
        var body = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'": body += "''"
            case "\\": body += "\\\\"
            case "\n": body += "\\n"
            case "\t": body += "\\t"
            case "\r": body += "\\r"
            case _ where scalar.isASCII && isUnseen(scalar):
                body += "\\" + octal(UInt8(scalar.value))
            default: body.unicodeScalars.append(scalar)
            }
        }
        appendEscaped("'" + body + "'")
    }
}

/// A makefile; text from a spec never stands in one, only checked names.
package enum Make: Language {
    package static func render(_ text: String) -> String {
        var output: [UInt8] = []
        for line in Array(text.utf8).split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        {
            let isRecipe = line.starts(with: "    ".utf8)
            if isRecipe { output.append(UInt8(ascii: "\t")) }
            output += isRecipe ? line.dropFirst(4) : line
            output.append(UInt8(ascii: "\n"))
        }
        return String(decoding: output.dropLast(), as: UTF8.self)
    }
}

/// Lines of patterns, as .gitignore and .gitattributes hold them.
package enum Patterns: Language {}
