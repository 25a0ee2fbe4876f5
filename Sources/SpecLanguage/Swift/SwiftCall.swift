/// A stretch of Swift text, in bytes.
typealias SwiftRange = Range<Int>

/// The arguments of a call in Swift, found by its brackets, commas and colons; nothing is understood.
struct SwiftCall {
    struct Argument: Equatable {
        /// The label and its place; nil for an argument without one.
        let label: (name: String, range: SwiftRange)?
        /// The value without the space around it.
        let value: SwiftRange

        static func == (left: Self, right: Self) -> Bool {
            left.label?.name == right.label?.name && left.value == right.value
        }
    }

    /// The callee's last name, such as `Worker` or `sql`.
    let name: SwiftRange
    let arguments: [Argument]
    /// From the name to the closing bracket.
    let range: SwiftRange

    /// The call whose bracket opens at a byte; nil if no bracket stands there, or none closes it.
    init?(opening: Int, in text: [UInt8]) {
        guard text.indices.contains(opening), text[opening] == UInt8(ascii: "("),
            let (items, end) = swiftItems(from: opening, in: text)
        else { return nil }
        var start = opening
        while start > 0, isPartOfName(text[start - 1]) { start -= 1 }
        name = start..<opening
        range = start..<end
        arguments = items.map { Argument($0, in: text) }
    }

    /// The call that makes up a whole value, such as `.setting("x")` or `Every.setting("x")`.
    init?(value: SwiftRange, in text: [UInt8]) {
        let path = text[value].prefix { isPartOfName($0) || $0 == UInt8(ascii: ".") }
        guard path.endIndex < value.upperBound,
            let call = SwiftCall(opening: path.endIndex, in: text),
            call.range.upperBound == value.upperBound
        else { return nil }
        self = call
    }
}

extension SwiftCall.Argument {
    fileprivate init(_ item: SwiftRange, in text: [UInt8]) {
        let name = text[item].prefix(while: isPartOfName)
        let rest = skippingSwiftSpace(from: name.endIndex, to: item.upperBound, in: text)
        guard !name.isEmpty, rest < item.upperBound, text[rest] == UInt8(ascii: ":") else {
            self.init(label: nil, value: item)
            return
        }
        let value = skippingSwiftSpace(from: rest + 1, to: item.upperBound, in: text)
        self.init(
            label: (String(decoding: name, as: UTF8.self), name.startIndex..<name.endIndex),
            value: value..<item.upperBound)
    }
}

/// The elements of an array literal that makes up a whole value.
func swiftArray(_ value: SwiftRange, in text: [UInt8]) -> [SwiftRange]? {
    guard let first = text[value].first, first == UInt8(ascii: "["),
        let (items, end) = swiftItems(from: value.lowerBound, in: text), end == value.upperBound
    else { return nil }
    return items
}

/// Letters, digits, underscores, back quotes, and whatever is not ASCII.
func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), "_", "`", 0x80...:
        true
    default: false
    }
}
