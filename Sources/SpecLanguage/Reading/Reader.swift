/// The recursive descent over the bytes; it knows the line and the column at every step.
struct Reader {
    let bytes: [UInt8]
    private(set) var offset = 0
    private var line = 1
    /// Where the line begins, moved on by each continuation byte: a column is one subtraction.
    private var columnOrigin = 0
    private var depth = 0
    /// Problems that do not keep the rest from being read.
    var problems: [Diagnostic] = []

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads the whole text; it is right only if no `problems` were found on the way.
    mutating func document() throws(SpecRejected) -> SpecDocument.Node {
        skipWhitespace()
        let root = try value(expected: "a value")
        skipWhitespace()
        if offset < bytes.count { throw unexpected(expected: "the end of the file") }
        return root
    }

    /// Reads one value; `expected` says what could stand here.
    private mutating func value(expected: String) throws(SpecRejected) -> SpecDocument.Node {
        let start = place
        let value: SpecDocument.Value
        switch peek {
        case "{": value = .object(try members())
        case "[": value = .array(try elements())
        case "\"": value = .string(try string())
        case .some(let byte) where isNumberStart(byte): value = .number(try number())
        case .some(let byte) where isWord(byte): value = try keyword(expected: expected)
        default: throw unexpected(expected: expected)
        }
        return SpecDocument.Node(value: value, range: range(from: start))
    }

    /// Reads an object from its opening brace to its closing one.
    private mutating func members() throws(SpecRejected) -> [SpecDocument.Member] {
        var members: [SpecDocument.Member] = []
        var places: [String: SourceRange] = [:]
        let open = try enter()
        if leave("}") { return members }
        repeat {
            let member = try self.member(isFirst: members.isEmpty)
            if let first = places.updateValue(member.key.range, forKey: member.key.value) {
                places[member.key.value] = first
                reportDuplicate(member.key, first: first)
            } else {
                members.append(member)
            }
        } while try another(before: "}", since: open)
        return members
    }

    /// Reads one key, its colon and its value.
    private mutating func member(isFirst: Bool) throws(SpecRejected) -> SpecDocument.Member {
        guard peek == UInt8(ascii: "\"") else {
            let key = "a key in double quotes"
            throw unexpected(expected: isFirst ? "\(key) or \"}\"" : key, isKey: true)
        }
        let start = place
        let key = Located(try string(), at: range(from: start))
        skipWhitespace()
        guard take(":") else { throw unexpected(expected: "\":\" after the key") }
        skipWhitespace()
        return SpecDocument.Member(key: key, value: try value(expected: "a value"))
    }

    /// Reads an array from its opening bracket to its closing one.
    private mutating func elements() throws(SpecRejected) -> [SpecDocument.Node] {
        var elements: [SpecDocument.Node] = []
        let open = try enter()
        if leave("]") { return elements }
        repeat {
            elements.append(try value(expected: elements.isEmpty ? "a value or \"]\"" : "a value"))
        } while try another(before: "]", since: open)
        return elements
    }

    /// Whether a comma announces another item; takes that comma, or the closing bracket.
    private mutating func another(
        before close: Unicode.Scalar, since open: SourceRange
    ) throws(SpecRejected) -> Bool {
        skipWhitespace()
        if leave(close) { return false }
        let comma = place
        guard take(",") else { throw unclosed(expected: "\",\" or \"\(close)\"", open: open) }
        let commaRange = range(from: comma)
        skipWhitespace()
        if close ~= peek {
            throw rejected(
                "found a trailing comma, expected another item or \"\(close)\"", at: commaRange,
                hint: "Remove the comma.")
        }
        return true
    }

    /// Takes an opening bracket and what space follows it.
    private mutating func enter() throws(SpecRejected) -> SourceRange {
        let start = place
        advance()
        let open = range(from: start)
        depth += 1
        if depth > maximumDepth {
            throw rejected("nested more than \(maximumDepth) levels deep", at: open)
        }
        skipWhitespace()
        return open
    }

    /// Takes a closing bracket, if it stands here.
    private mutating func leave(_ close: Unicode.Scalar) -> Bool {
        guard take(close) else { return false }
        depth -= 1
        return true
    }
}

extension Reader {
    /// The byte that is read next; nil at the end.
    var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// Where the byte that is read next stands.
    var place: SourceLocation {
        SourceLocation(offset: offset, line: line, column: offset - columnOrigin + 1)
    }

    /// What has been read since a place.
    func range(from start: SourceLocation) -> SourceRange { SourceRange(start: start, end: place) }

    /// Steps over one byte.
    mutating func advance() {
        if isContinuation(bytes[offset]) { columnOrigin += 1 }
        offset += 1
    }

    /// Steps over one character, if it stands here.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar ~= peek else { return false }
        offset += 1
        return true
    }

    /// Steps over the four characters that JSON takes for space; a line ends with its line feed.
    mutating func skipWhitespace() {
        while let byte = peek {
            switch byte {
            case " ", "\t", "\r": offset += 1
            case "\n":
                offset += 1
                line += 1
                columnOrigin = offset
            default: return
            }
        }
    }
}

/// Lets a byte be matched with a character in a pattern.
func ~= (scalar: Unicode.Scalar, byte: UInt8?) -> Bool { byte.map(UInt32.init) == scalar.value }
