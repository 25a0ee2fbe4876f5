import PostgreSQL
import SpecLanguage

/// A key of the spec names one block.
enum BlockKeysFit: Rule {
    static let reason = """
        The loader tells blocks apart by their keys alone, cuts none, and all extensions share \
        them. A key that looks like one with a fingerprint would one day meet such a one.
        """
    static let source = """
        `dynpgext_lookup_shmem()`: 128 bytes with the one that ends it
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        let keys = spec.blocks.compactMap(\.key)
        return keys.compactMap { breach($0, in: spec) } + repeated(keys)
    }

    private static func breach(_ key: Located<String>, in spec: Extension) -> Diagnostic? {
        let text = key.value
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return Diagnostic(
                .error, "key \"\(text)\" is not one word of ASCII characters", at: key.range,
                hint: "Use something like \"\(spec.name.value):something:1\".")
        }
        guard text.utf8.count <= Limits.blockKey else {
            return Diagnostic(
                .error,
                "key \"\(text)\" has \(text.utf8.count) bytes; the loader keeps \(Limits.blockKey)",
                at: key.range, hint: "Shorten the key.")
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == spec.name.value, parts[2].utf8.count == 8,
            parts[2].allSatisfy(\.isHexDigit)
        else { return nil }
        return Diagnostic(
            .error, "key \"\(text)\" looks like one that follows from a layout", at: key.range,
            hint: "Remove \"key\", or let it end with something else, such as \":1\".")
    }

    private static func repeated(_ keys: [Located<String>]) -> [Diagnostic] {
        var first: [String: SourceRange] = [:]
        return keys.compactMap { key in
            guard let earlier = first[key.value] else {
                first[key.value] = key.range
                return nil
            }
            return Diagnostic(
                .error, "another block has the key \"\(key.value)\"", at: key.range,
                hint: "Each block needs a key of its own.",
                notes: [.init("the other one is here", at: earlier)])
        }
    }
}
