/// What stands between the commas of a bracket, and where the text goes on behind it; nil if nothing closes it.
func swiftItems(from opening: Int, in text: [UInt8]) -> (items: [SwiftRange], end: Int)? {
    var items: [SwiftRange] = []
    var depth = 0
    /// The item so far: from its first byte to behind its last one that is no space.
    var item: SwiftRange?
    var index = opening
    func endItem() {
        if let ended = item { items.append(ended) }
        item = nil
    }
    while index < text.count {
        let next = skippingSwiftSpace(from: index, to: text.count, in: text)
        if next > index {
            index = next
            continue
        }
        let start = index
        switch text[index] {
        case "(", "[", "{":
            depth += 1
            index += 1
            if depth == 1 { continue }
        case ")", "]", "}":
            depth -= 1
            index += 1
            if depth == 0 {
                endItem()
                return (items, index)
            }
        case "," where depth == 1:
            endItem()
            index += 1
            continue
        case "\"", "#":
            guard let end = endOfSwiftLiteral(from: index, in: text) else { return nil }
            index = end
        default: index += 1
        }
        item = (item?.lowerBound ?? start)..<index
    }
    return nil
}

/// Where the text goes on behind space and comments.
func skippingSwiftSpace(from start: Int, to end: Int, in text: [UInt8]) -> Int {
    var index = start
    while index < end {
        if [0x20, 0x09, 0x0A, 0x0D].contains(text[index]) {
            index += 1
        } else if text[index...].starts(with: "//".utf8) {
            index = text[index..<end].firstIndex(of: 0x0A) ?? end
        } else if text[index...].starts(with: "/*".utf8) {
            index = endOfSwiftComment(from: index, to: end, in: text)
        } else {
            break
        }
    }
    return index
}

/// Where the text goes on behind a comment that may hold others.
private func endOfSwiftComment(from start: Int, to end: Int, in text: [UInt8]) -> Int {
    var depth = 0
    var index = start
    while index < end {
        if text[index...].starts(with: "/*".utf8) {
            depth += 1
            index += 2
        } else if text[index...].starts(with: "*/".utf8) {
            depth -= 1
            index += 2
            if depth == 0 { return index }
        } else {
            index += 1
        }
    }
    return end
}

/// Where the text goes on behind a string literal, or behind what only looks like the start of one; nil if it has no end.
private func endOfSwiftLiteral(from start: Int, in text: [UInt8]) -> Int? {
    let pounds = text[start...].prefix { $0 == UInt8(ascii: "#") }
    let quotes = text[pounds.endIndex...].prefix(3).prefix { $0 == UInt8(ascii: "\"") }
    if quotes.isEmpty { return pounds.endIndex }
    // Two quotation marks are an empty string.
    let mark = Array(quotes.count == 3 ? quotes : quotes.prefix(1)) + pounds
    let escape = [UInt8(ascii: "\\")] + pounds
    var index = pounds.endIndex + (quotes.count == 3 ? 3 : 1)
    while index < text.count {
        if text[index...].starts(with: mark) { return index + mark.count }
        if text[index...].starts(with: escape) {
            index += escape.count
            guard index < text.count else { return nil }
            if text[index] == UInt8(ascii: "(") {
                guard let (_, end) = swiftItems(from: index, in: text) else { return nil }
                index = end
                continue
            }
        }
        index += 1
    }
    return nil
}
