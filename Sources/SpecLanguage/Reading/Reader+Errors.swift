extension Reader {
    /// The error that ends the reading, after the problems found before it.
    func rejected(
        _ message: String, at range: SourceRange, hint: String? = nil,
        notes: [Diagnostic.Note] = []
    ) -> SpecRejected {
        SpecRejected(problems + [Diagnostic(.error, message, at: range, hint: hint, notes: notes)])
    }

    /// Reports a key that stands in its object a second time.
    mutating func reportDuplicate(_ key: Located<String>, first: SourceRange) {
        problems.append(
            Diagnostic(
                .error, "duplicate key \(key.value.quoted)", at: key.range,
                hint: "Remove one of the two.",
                notes: [Diagnostic.Note("the first one is here", at: first)]))
    }

    /// The error for what stands here, where an object or array should go on or close.
    mutating func unclosed(expected: String, open: SourceRange) -> SpecRejected {
        let isValueNext = peek.map { "\"" ~= $0 || "{" ~= $0 || "[" ~= $0 || isWord($0) } ?? false
        let bracket = String(decoding: bytes[open.start.offset..<open.end.offset], as: UTF8.self)
        // A word that clings to a string was meant to be in it, or the string before was not closed.
        let clings = "\"" ~= bytes[..<offset].last && peek.map(isWord) ?? false
        let remedy =
            clings
            ? "Look for a missing double quote before it; one in a string is written \\\"."
            : "Put a comma before it."
        return unexpected(
            expected: expected, hint: isValueNext ? remedy : nil,
            notes: isValueNext ? [] : [Diagnostic.Note("to close this \"\(bracket)\"", at: open)])
    }

    /// The error for what stands here, where something else should.
    mutating func unexpected(
        expected: String, isKey: Bool = false, hint: String? = nil, notes: [Diagnostic.Note] = []
    ) -> SpecRejected {
        let start = place
        if let marker = conflictMarker() { return marker }
        let isBareKey = isKey && peek.map(isWord) ?? false
        let (found, remedy) = takeUnexpected()
        return rejected(
            "found \(found), expected \(expected)", at: range(from: start),
            hint: remedy ?? (isBareKey ? "Put the key in double quotes." : hint), notes: notes)
    }

    /// Steps over what should not stand here: what to call it, and how to mend a known mistake.
    private mutating func takeUnexpected() -> (found: String, remedy: String?) {
        let start = place
        let comment = "JSON has no comments; most objects take a \"comment\" key."
        switch peek {
        case nil: return ("the end of the file", nil)
        case "\n", "\r": return ("the end of the line", nil)
        case "\"":
            advance()
            return ("a string", nil)
        case "#":
            advance()
            return ("a comment", comment)
        case "/":
            advance()
            if take("/") || take("*") { return ("a comment", comment) }
        case "'":
            advance()
            return ("a single quote", "Use double quotes.")
        case .some(let byte) where isWord(byte): takeWord()
        default: advance()
        }
        let text = String(decoding: bytes[start.offset..<offset], as: UTF8.self)
        return (text.quoted, remedy(forPasted: text.unicodeScalars.first))
    }

    /// The error for a line that a merge left behind, if one stands here.
    private mutating func conflictMarker() -> SpecRejected? {
        let start = place
        guard let byte = peek, start.column == 1,
            "<=>|".utf8.contains(byte), bytes[offset...].prefix(while: { $0 == byte }).count >= 7
        else { return nil }
        for _ in 0..<7 { advance() }
        return rejected(
            "found a merge conflict marker", at: range(from: start),
            hint: "Resolve the conflict and remove its markers.")
    }

    /// The source since a place, quoted for a message.
    func quoted(_ start: SourceLocation) -> String { quoted(range(from: start)) }

    /// The source of a range, quoted for a message.
    func quoted(_ range: SourceRange) -> String {
        String(decoding: bytes[range.start.offset..<range.end.offset], as: UTF8.self).quoted
    }
}

extension String {
    /// The text in double quotes for a message, shortened if it is very long.
    var quoted: String {
        let scalars = unicodeScalars.prefix(61)
        return scalars.count > 60 ? "\"\(String(scalars.prefix(60)))…\"" : "\"\(self)\""
    }
}
