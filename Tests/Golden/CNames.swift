/// The names that preprocessed C declares outside of functions, each with the file that does: what `gcc -E -dD` gives.
struct CNames {
    private(set) var files: [String: String] = [:]

    private var file = ""
    /// The words of the declaration so far, without what stands in parentheses, brackets and braces.
    private var words: [Substring] = []
    /// The depth of parentheses, brackets and braces.
    private var depth = 0
    /// Whether the braces around hold the constants of an enum, of which the next one may begin.
    private var isEnum = false
    private var expectsConstant = false
    /// Whether what stands in parentheses is of no interest: attributes and assertions.
    private var isAttribute = false
    /// Whether a parenthesis outside of all others was the mark before.
    private var hasJustOpened = false

    init(preprocessed text: String) {
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# ") {
                file = line.split(separator: "\"").dropFirst().first.map(String.init) ?? file
            } else if line.hasPrefix("#define ") {
                add(line.dropFirst(8).prefix(while: Self.isWord))
            } else if !line.hasPrefix("#") {
                read(line)
            }
        }
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber) || character == "_"
    }

    private mutating func add(_ name: Substring) {
        let name = String(name)
        if files[name] == nil { files[name] = file }
    }

    private mutating func read(_ line: Substring) {
        var rest = line
        while let first = rest.first {
            if first == "\"" || first == "'" {
                rest = Self.skipLiteral(rest)
            } else if Self.isWord(first) {
                let word = rest.prefix(while: Self.isWord)
                rest = rest[word.endIndex...]
                take(word)
            } else {
                rest.removeFirst()
                if !first.isWhitespace { take(mark: first) }
            }
        }
    }

    /// What follows a literal of one line.
    private static func skipLiteral(_ text: Substring) -> Substring {
        var rest = text.dropFirst()
        while let character = rest.first, character != text.first {
            rest = rest.dropFirst(character == "\\" ? 2 : 1)
        }
        return rest.dropFirst()
    }

    private mutating func take(_ word: Substring) {
        hasJustOpened = false
        if depth == 0 {
            if ["__attribute__", "__asm__", "_Static_assert", "__extension__"].contains(word) {
                isAttribute = word != "__extension__"
            } else {
                words.append(word)
            }
        } else if isEnum && depth == 1 && expectsConstant {
            add(word)
            expectsConstant = false
        } else if words.last == "(" && depth == 1 {
            // A pointer to a function: `(*name)`.
            words.append(word)
        }
    }

    private mutating func take(mark: Character) {
        let isPointer = hasJustOpened && mark == "*"
        hasJustOpened = mark == "(" && depth == 0 && !isAttribute
        switch mark {
        case "(", "[", "{":
            if depth == 0 && !isAttribute { open(mark) }
            depth += 1
        case ")", "]", "}":
            depth -= 1
            if depth == 0 { close(mark) }
        case "*" where isPointer: words[words.count - 1] = "("
        case "," where isEnum && depth == 1: expectsConstant = true
        case ";" where depth == 0: declare()
        case ",", "=":
            if depth == 0 { words.append(mark == "," ? "," : "=") }
        default: break
        }
    }

    private mutating func open(_ mark: Character) {
        if mark == "(" { words.append("()") }
        guard mark == "{" else { return }
        let isTagged = words.dropLast().last.map(Self.tags.contains) == true
        if isTagged, let tag = words.last { add(tag) }
        isEnum = words.suffix(2).contains("enum")
        expectsConstant = isEnum
    }

    private static let tags: Set<Substring> = ["struct", "union", "enum"]

    private mutating func close(_ mark: Character) {
        isAttribute = false
        isEnum = false
        // The body of a function ends its declaration.
        if mark == "}", words.contains("()"), !words.contains("="), words.first != "typedef" {
            declare()
        }
    }

    /// A declaration has ended: each part of it, up to a comma, has a name at its end.
    private mutating func declare() {
        defer { words = [] }
        for part in words.split(separator: ",") {
            var part = part.prefix { $0 != "=" }
            if let pointer = part.firstIndex(of: "("), part.endIndex > pointer + 1 {
                add(part[pointer + 1])
                continue
            }
            while part.last == "()" { part.removeLast() }
            if let name = part.last, !Self.tags.contains(name) { add(name) }
        }
    }
}
