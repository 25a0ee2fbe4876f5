/// The words of a C text outside comments, strings and character constants.
func words(inC text: [UInt8]) -> Set<String> {
    var words: Set<String> = []
    var rest = text[...]
    while let byte = rest.first {
        let word = rest.prefix(while: isPartOfWord)
        if !word.isEmpty {
            words.insert(String(decoding: word, as: UTF8.self))
            rest = rest.dropFirst(word.count)
        } else if rest.starts(with: "//".utf8) {
            rest = afterLine(rest)
        } else if rest.starts(with: "/*".utf8) {
            rest = afterComment(rest.dropFirst(2))
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            rest = afterQuotation(rest.dropFirst(), mark: byte)
        } else {
            rest = rest.dropFirst()
        }
    }
    return words
}

/// Letters, digits, underscores, and whatever is not ASCII.
private func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
        true
    default: false
    }
}

/// What follows the line; one that ends with a backslash goes on.
private func afterLine(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var previous: UInt8 = 0
    for (index, byte) in zip(text.indices, text) {
        if byte == UInt8(ascii: "\n"), previous != UInt8(ascii: "\\") { return text[index...] }
        if byte != UInt8(ascii: "\r") { previous = byte }
    }
    return []
}

private func afterComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var previous: UInt8 = 0
    for (index, byte) in zip(text.indices, text) {
        if byte == UInt8(ascii: "/"), previous == UInt8(ascii: "*") { return text[(index + 1)...] }
        previous = byte
    }
    return []
}

/// What follows the closing mark; without one, the next line.
private func afterQuotation(_ text: ArraySlice<UInt8>, mark: UInt8) -> ArraySlice<UInt8> {
    var isEscaped = false
    for (index, byte) in zip(text.indices, text) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == mark || byte == UInt8(ascii: "\n") {
            return text[(index + 1)...]
        }
    }
    return []
}
