import PostgreSQL
import SpecLanguage

/// The extensions that must be there first can be there.
enum RequiredExtensionsFit: Rule {
    static let reason = """
        An extension's name has 1 to 63 bytes, holds no `--` and no `/`, and has no `-` at its \
        ends. An extension that requires itself could never be created.
        """
    static let source = """
        `check_valid_extension_name()` and `get_required_extension()` of \
        `commands/extension.c`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        var first: [String: SourceRange] = [:]
        return (spec.required?.value ?? []).compactMap { name in
            if let breach = breach(name, of: spec) { return breach }
            guard let earlier = first.updateValue(name.range, forKey: name.value) else {
                return nil
            }
            return Diagnostic(
                .error, "extension \"\(name.value)\" is required twice", at: name.range,
                hint: "Remove one of the two.", notes: [.init("the first one is here", at: earlier)]
            )
        }
    }

    private static func breach(_ name: Located<String>, of spec: Extension) -> Diagnostic? {
        let text = name.value
        if text == spec.name.value {
            return Diagnostic(
                .error, "extension \"\(text)\" requires itself", at: name.range,
                hint: "Remove it from \"requires\".")
        }
        let isName =
            !text.isEmpty && text.utf8.count <= Limits.identifier && !text.contains("--")
            && !text.hasPrefix("-") && !text.hasSuffix("-") && !text.contains("/")
        guard !isName else { return nil }
        return Diagnostic(
            .error, "no extension can have the name \"\(text)\"", at: name.range,
            hint:
                "Write the name as CREATE EXTENSION takes it, at most \(Limits.identifier) bytes, such as \"hstore\"."
        )
    }
}
