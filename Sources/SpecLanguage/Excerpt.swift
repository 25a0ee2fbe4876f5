/// The line around a place, cut where it is very long, and what marks the place under it.
struct Excerpt: Equatable {
    /// The source, fit for a terminal.
    let line: String
    /// What moves the mark to its place; it repeats the tabs of the line.
    let padding: String
    /// The mark itself, clipped to the line.
    let mark: String

    /// How much of a line is shown.
    private static let width = 120
    /// How much of a long line is shown before the place.
    private static let lead = 40

    /// The excerpt for a range; it looks at a bounded part of the text only.
    init(of range: SourceRange, in spec: SpecText) {
        let bytes = spec.bytes
        let place = min(range.start.offset, bytes.count)
        let before = range.start.column - 1
        let isCut = before > Self.width - Self.lead
        let start = Self.step(back: isCut ? Self.lead : before, from: place, in: bytes)
        let (end, isLineEnd) = Self.lineEnd(from: start, in: bytes)
        let markEnd = min(max(range.end.offset, place), max(end, place))

        let head = String(decoding: bytes[start..<place], as: UTF8.self)
        let marked = String(decoding: bytes[place..<markEnd], as: UTF8.self)
        let tail = String(decoding: bytes[markEnd..<max(end, markEnd)], as: UTF8.self)
        line =
            (isCut ? "…" : "") + printable(head + marked + tail, keepsTabs: true)
            + (isLineEnd ? "" : "…")
        padding =
            (isCut ? " " : "")
            + head.unicodeScalars.map {
                $0 == "\t" ? "\t" : String(repeating: " ", count: $0.width)
            }
            .joined()
        let markWidth = marked.unicodeScalars.reduce(0) { $0 + $1.width }
        mark = "^" + String(repeating: "~", count: max(markWidth - 1, 0))
    }

    /// The byte that stands some scalars before another one in its line.
    private static func step(back count: Int, from place: Int, in bytes: [UInt8]) -> Int {
        var index = place
        for _ in 0..<count {
            guard index > 0, bytes[index - 1] != UInt8(ascii: "\n") else { break }
            index -= 1
            while index > 0, isContinuation(bytes[index]) { index -= 1 }
        }
        return index
    }

    /// Where the shown part of a line ends, and whether the line itself ends there.
    private static func lineEnd(from start: Int, in bytes: [UInt8]) -> (end: Int, isLineEnd: Bool) {
        var index = start
        var scalars = 0
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
            if !isContinuation(bytes[index]) { scalars += 1 }
            if scalars > width { return (index, false) }
            index += 1
        }
        let endsWithReturn = index > start && bytes[index - 1] == UInt8(ascii: "\r")
        return (endsWithReturn ? index - 1 : index, true)
    }
}
