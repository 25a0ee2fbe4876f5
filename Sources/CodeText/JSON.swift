/// JSON, for the spec of a new extension.
package enum JSON: Language {}

extension Code<JSON>.StringInterpolation {
    /// A string that holds `text` exactly.
    package mutating func appendInterpolation(string text: String) {
        var body = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": body += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                body += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: body.unicodeScalars.append(scalar)
            }
        }
        appendEscaped("\"" + body + "\"")
    }
}
