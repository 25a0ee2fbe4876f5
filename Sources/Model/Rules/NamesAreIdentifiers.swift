import PostgreSQL
import SpecLanguage

/// A name is an identifier in every language that we write.
enum NamesAreIdentifiers: Rule {
    static let reason = """
        A name becomes an identifier of C and of SQL, a file name and a word in a makefile. \
        Quoting it in some of these and not in others would only hide what it is, so it has \
        small letters, digits and underscores, begins with a letter and has at most 63 bytes. \
        It is no keyword of C, no keyword of SQL that may not name a table, and, as a field, \
        no macro of the headers.
        """
    static let source = """
        `NAMEDATALEN` of `pg_config_manual.h`; `parser/kwlist.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        let fields = spec.blocks.flatMap { $0.fields?.value ?? [] }
        let names =
            [spec.name] + [spec.schema].compactMap(\.self) + spec.settings.map(\.name)
            + spec.blocks.map(\.name)
            + spec.workers.map(\.name) + fields.map(\.name)
        let macros = fields.map(\.name).filter { Keywords.macros.contains($0.value) }
        return names.compactMap(breach) + macros.map(macro)
    }

    private static func breach(_ name: Located<String>) -> Diagnostic? {
        let text = name.value
        if text.isEmpty {
            return Diagnostic(
                .error, "a name is empty", at: name.range, hint: shape)
        }
        if text.utf8.count > Limits.identifier {
            return Diagnostic(
                .error,
                "name \"\(text)\" has \(text.utf8.count) bytes; PostgreSQL keeps \(Limits.identifier)",
                at: name.range,
                hint: "Shorten the name.")
        }
        if !Name.isIdentifier(text) {
            return Diagnostic(
                .error, "name \"\(text)\" is not an identifier", at: name.range, hint: shape)
        }
        if Keywords.c.contains(text) {
            return Diagnostic(
                .error, "name \"\(text)\" is a keyword of C", at: name.range,
                hint: "Choose another name.")
        }
        if Keywords.sql.contains(text) {
            return Diagnostic(
                .error, "name \"\(text)\" is a reserved keyword of SQL", at: name.range,
                hint: "Choose another name.")
        }
        return nil
    }

    private static func macro(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error,
            "field \"\(name.value)\" is the name of a macro in the headers of PostgreSQL or the system",
            at: name.range,
            hint: "Choose another name.")
    }

    private static let shape = "Use small letters, digits and underscores, and begin with a letter."
}
