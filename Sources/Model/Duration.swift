import PostgreSQL

/// Why a text is no length of time that we can use.
enum DurationFault: Error {
    /// No number and unit.
    case notADuration
    /// No whole number of milliseconds.
    case tooFine
    /// More than any timer counts.
    case tooLong
}

/// Reads a length of time in PostgreSQL's units, such as `200ms` or `5min`.
///
/// - Returns: whole milliseconds.
func milliseconds(of text: String) throws(DurationFault) -> Int64 {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard !digits.isEmpty, let unit = DurationUnit(rawValue: String(unit)) else {
        throw .notADuration
    }
    guard let amount = Int64(digits) else { throw .tooLong }
    let (microseconds, overflow) = amount.multipliedReportingOverflow(by: unit.microseconds)
    guard !overflow else { throw .tooLong }
    guard microseconds % 1000 == 0 else { throw .tooFine }
    let result = microseconds / 1000
    guard result <= Limits.milliseconds else { throw .tooLong }
    return result
}

extension DurationFault {
    /// What to tell of `text`: the message and its hint.
    func words(for text: String) -> (message: String, hint: String) {
        switch self {
        case .notADuration:
            (
                "\"\(text)\" is not a duration",
                "Write a whole number and a unit: us, ms, s, min, h or d, such as \"200ms\" or \"5min\"."
            )
        case .tooFine:
            (
                "\"\(text)\" is not a whole number of milliseconds",
                "Milliseconds are the finest that PostgreSQL's timers count."
            )
        case .tooLong:
            (
                "\"\(text)\" is too long",
                "Use at most \(Limits.milliseconds)ms, a little over \"24d\"."
            )
        }
    }
}
