import PostgreSQL
import SpecLanguage

/// An enum has words, and its default is one of them.
enum SettingWordsFit: Rule {
    static let reason = """
        PostgreSQL finds the word of an enum without regard to capitals, and refuses a \
        default that is none of the words when the library is loaded. Each word becomes a \
        constant in C, so it is an identifier.
        """
    static let source = """
        `DefineCustomEnumVariable()` of `utils/guc.h`, `config_enum_lookup_by_name()` of \
        `utils/misc/guc.c`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.settings.flatMap { breaches(in: $0) }
    }

    private static func breaches(in setting: Setting) -> [Diagnostic] {
        let name = setting.name.value
        switch (setting.type.value, setting.values) {
        case (.enum, nil):
            return [
                Diagnostic(
                    .error, "setting \"\(name)\" of type enum has no values",
                    at: setting.name.range,
                    hint: "Add \"values\": [\"low\", \"high\"], with the words that it can have.")
            ]
        case (.enum, let values?):
            return values.value.compactMap(word) + repetitions(in: values.value)
                + [strayDefault(of: setting, values.value)].compactMap(\.self)
        case (_, let values?):
            return [
                Diagnostic(
                    .error, "only a setting of type enum has values", at: values.range,
                    hint: "Remove \"values\", or use \"type\": \"enum\".",
                    notes: [.init("its type is here", at: setting.type.range)])
            ]
        case (_, nil): return []
        }
    }

    private static func word(_ word: Located<String>) -> Diagnostic? {
        guard !Name.isIdentifier(word.value) else { return nil }
        return Diagnostic(
            .error, "value \"\(word.value)\" is not an identifier", at: word.range,
            hint:
                "Use small letters, digits and underscores, begin with a letter, and stay below \(Limits.identifier + 1) bytes."
        )
    }

    private static func repetitions(in words: [Located<String>]) -> [Diagnostic] {
        var first: [String: SourceRange] = [:]
        return words.compactMap { word in
            guard let earlier = first.updateValue(word.range, forKey: word.value) else {
                return nil
            }
            return Diagnostic(
                .error, "value \"\(word.value)\" exists already", at: word.range,
                hint: "Remove one of the two.",
                notes: [.init("the first one is here", at: earlier)])
        }
    }

    /// A default that is no string is the business of SettingValuesFit.
    private static func strayDefault(
        of setting: Setting, _ words: [Located<String>]
    ) -> Diagnostic? {
        guard case .string(let word) = setting.defaultValue.value,
            !words.contains(where: { $0.value == word })
        else { return nil }
        let all = words.map(\.value)
        let similar = suggestions(for: word, among: all).first
        return Diagnostic(
            .error, "\"\(word)\" is not among the values of setting \"\(setting.name.value)\"",
            at: setting.defaultValue.range,
            hint: similar.map { "Did you mean \"\($0)\"?" }
                ?? "Use one of \(all.map { "\"\($0)\"" }.joined(separator: ", ")).")
    }
}
