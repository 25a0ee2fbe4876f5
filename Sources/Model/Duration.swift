import PostgreSQL

/// Reads a length of time in PostgreSQL's units, such as `200ms` or `5min`.
///
/// - Returns: whole milliseconds, or nil if the text is no number and unit, or no whole number of milliseconds.
func milliseconds(of text: String) -> Int64? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let amount = Int64(digits), let unit = DurationUnit(rawValue: String(unit)) else {
        return nil
    }
    let (microseconds, overflow) = amount.multipliedReportingOverflow(by: unit.microseconds)
    guard !overflow, microseconds % 1000 == 0 else { return nil }
    return microseconds / 1000
}
