/// Finds where a spec in Swift says what its document holds.
///
/// The document tells the call of each element. What an argument says is found by its label; where a value was made
/// elsewhere, as by a function, its place is that of the argument.
struct SwiftPlaces {
    let bytes: [UInt8]
    /// Where each line begins.
    private let lines: [Int]
    /// Calls that a loop makes again and again are looked at once.
    private var calls: [Int: SwiftCall?] = [:]

    init(_ text: SpecText) {
        bytes = text.bytes
        var lines = [0]
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            lines.append(index + 1)
        }
        self.lines = lines
    }

    /// The call that opens its bracket at a line and column, both from 1 and in bytes.
    mutating func call(line: Int, column: Int) -> SwiftCall? {
        guard lines.indices.contains(line - 1) else { return nil }
        let opening = lines[line - 1] + column - 1
        if let known = calls[opening] { return known }
        let call = SwiftCall(opening: opening, in: bytes)
        calls[opening] = .some(call)
        return call
    }

    /// A stretch of bytes as diagnostics have it.
    func range(_ bytes: SwiftRange) -> SourceRange {
        SourceRange(start: location(bytes.lowerBound), end: location(bytes.upperBound))
    }

    private func location(_ offset: Int) -> SourceLocation {
        var (low, high) = (0, lines.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle] <= offset { low = middle } else { high = middle }
        }
        let scalars = bytes[lines[low]..<offset].count { !isContinuation($0) }
        return SourceLocation(offset: offset, line: low + 1, column: scalars + 1)
    }
}
