import PostgreSQL

/// Why a text is no number of bytes that we can use.
enum SizeFault: Error {
    /// No number and unit.
    case notASize
    /// More bytes than 64 bits count.
    case tooLarge
}

/// Reads a number of bytes in PostgreSQL's units, such as `64kB` or `16MB`.
func bytes(of text: String) throws(SizeFault) -> Int64 {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard !digits.isEmpty, let unit = SizeUnit(rawValue: String(unit)) else { throw .notASize }
    guard let amount = Int64(digits) else { throw .tooLarge }
    let (result, overflow) = amount.multipliedReportingOverflow(by: unit.bytes)
    guard !overflow else { throw .tooLarge }
    return result
}

extension SizeFault {
    /// What to tell of `text`: the message and its hint.
    func words(for text: String) -> (message: String, hint: String) {
        switch self {
        case .notASize:
            (
                "\"\(text)\" is not a size",
                "Write a whole number and a unit: B, kB, MB, GB or TB, such as \"64kB\" or \"16MB\"."
            )
        case .tooLarge: ("\"\(text)\" is too large", "Use at most \"8388607TB\".")
        }
    }
}
