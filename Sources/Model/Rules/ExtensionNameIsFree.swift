import PostgreSQL
import SpecLanguage

/// An extension takes no other's place.
enum ExtensionNameIsFree: Rule {
    static let reason = """
        An extension's name is that of its header, of its library and of its control file, and \
        `make install` would put them in the place of another's.
        """
    static let source = """
        the libraries and extensions of PostgreSQL's distribution, and its include directory, \
        13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        guard let message = message(for: spec.name.value) else { return [] }
        return [Diagnostic(.error, message, at: spec.name.range, hint: "Choose another name.")]
    }

    private static func message(for name: String) -> String? {
        if name == "dynpgext" {
            "name \"dynpgext\" is that of the loader"
        } else if TakenNames.distributed.contains(name) {
            "name \"\(name)\" is that of a library or an extension of PostgreSQL itself"
        } else if name == "pg_compat" || TakenNames.headers.contains(name) {
            "name \"\(name)\" makes a header \"\(name).h\", which would hide another one"
        } else {
            nil
        }
    }
}
