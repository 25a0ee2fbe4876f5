/// The text of a spec and the name that its user gave it.
package struct SpecText: Sendable {
    /// The path as given, for diagnostics.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The line and column of a byte; it counts from the start, so it is for errors only.
    func location(ofByte offset: Int) -> SourceLocation {
        var line = 1
        var lineStart = 0
        for index in 0..<offset where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        let scalars = bytes[lineStart..<offset].count { !isContinuation($0) }
        return SourceLocation(offset: offset, line: line, column: scalars + 1)
    }
}

/// Whether a byte of UTF-8 goes on with a scalar that began before it.
func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
