/// Markdown, for the README of an extension.
package enum Markdown: Language {}

extension Code<Markdown>.StringInterpolation {
    /// Text in one line that Markdown shows as it is; what begins lists, rules and code is escaped too.
    package mutating func appendInterpolation(text: String) {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", " ": result += result.isEmpty ? "" : " "
            case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "(", ")", "#", "!", "|", "&",
                "~":
                result += "\\\(scalar)"
            case "-", "+", "=": result += result.isEmpty ? "\\\(scalar)" : String(scalar)
            case "." where result.allSatisfy(\.isNumber): result += "\\."
            case _ where isUnseen(scalar): break
            default: result.unicodeScalars.append(scalar)
            }
        }
        appendEscaped(result)
    }
}
