/// The largest spec that is read; far above any sensible one, far below what hurts.
let maximumSize = 16 * 1024 * 1024

/// The deepest nesting that is read, so that no text can exhaust the stack.
let maximumDepth = 64

/// Reads JSON strictly as RFC 8259 has it, and remembers the place of every value.
///
/// - Parameter text: the bytes of the spec.
/// - Returns: the tree of the document, each node with its place.
/// - Throws: the first syntax error, or every duplicate key and NUL character.
package func read(_ text: SpecText) throws(SpecRejected) -> SpecDocument {
    try checkEncoding(of: text)
    var reader = Reader(bytes: text.bytes)
    let root = try reader.document()
    if !reader.problems.isEmpty { throw SpecRejected(reader.problems) }
    return SpecDocument(root: root)
}

/// Refuses what is no JSON text at all: too large, with a byte order mark, or not UTF-8.
private func checkEncoding(of text: SpecText) throws(SpecRejected) {
    let start = SourceLocation(offset: 0, line: 1, column: 1)
    if text.bytes.count > maximumSize {
        throw SpecRejected([
            Diagnostic(
                .error, "the spec is larger than 16 MiB", at: SourceRange(start: start, end: start))
        ])
    }
    if text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        let end = SourceLocation(offset: 3, line: 1, column: 2)
        throw SpecRejected([
            Diagnostic(
                .error, "found a byte order mark, expected a value",
                at: SourceRange(start: start, end: end),
                hint: "Save the file as UTF-8 without a byte order mark.")
        ])
    }
    if let offset = firstInvalidByte(of: text.bytes) {
        let place = text.location(ofByte: offset)
        let end = SourceLocation(offset: offset + 1, line: place.line, column: place.column + 1)
        let byte = String(text.bytes[offset], radix: 16, uppercase: true)
        throw SpecRejected([
            Diagnostic(
                .error, "byte 0x\(byte) is not valid UTF-8",
                at: SourceRange(start: place, end: end),
                hint: "Save the file as UTF-8.")
        ])
    }
}

/// Where the first sequence begins that is no UTF-8 by RFC 3629, section 4.
func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
            index += 1
            continue
        }
        guard let (length, second) = sequence(after: lead), index + length <= bytes.count,
            second.contains(bytes[index + 1]),
            bytes[index + 2..<max(index + 2, index + length)].allSatisfy(isContinuation)
        else { return index }
        index += length
    }
    return nil
}

/// The length that a first byte announces, and which second bytes may follow it.
private func sequence(after lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
}
