import PostgreSQL
import SpecLanguage

/// No two things make the same symbol.
enum SymbolsAreUnique: Rule {
    static let reason = """
        Settings, blocks and workers share the C symbols that begin with the extension's name: \
        a worker `beats` with its hook `pulse_beats_run` meets a setting `beats_run`. Nor may \
        a symbol be one that the generated code or the headers have already: an extension \
        `max` has no setting `worker_processes`.
        """
    static let source = """
        the generated C; the headers that it includes, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        let symbols = Symbols.all(in: spec)
        return taken(symbols, by: spec.name.value) + repeated(symbols)
    }

    /// What the headers and the runtime declare.
    private static func taken(_ symbols: [Symbol], by name: String) -> [Diagnostic] {
        let taken = [name, name.uppercased()].reduce(
            into: Keywords.macros.union(Symbols.runtime)
        ) { $0.formUnion(DeclaredNames.declared(startingWith: "\($1)_")) }
        let inner = DeclaredNames.inner(startingWith: "\(name)_")
        return symbols.filter { symbol in
            switch symbol.space {
            // An extension that is called as the loader: ExtensionNameIsFree.
            case .c: taken.contains(symbol.text) && symbol.name.value != "dynpgext"
            case .macro: inner.contains(symbol.text)
            default: false
            }
        }.map { symbol in
            Diagnostic(
                .error,
                "\"\(symbol.name.value)\" makes the C symbol \"\(symbol.text)\", which has a meaning already",
                at: symbol.name.range, hint: "Rename it.")
        }
    }

    private static func repeated(_ symbols: [Symbol]) -> [Diagnostic] {
        var found: [Diagnostic] = []
        // Two things can meet in several symbols; one is enough to tell.
        var reported: Set<[SourceRange]> = []
        // A table that grows is filled again each time.
        var owner: [String: Located<String>] = [:]
        owner.reserveCapacity(symbols.count)
        for symbol in symbols where symbol.space == .c {
            guard let first = owner.updateValue(symbol.name, forKey: symbol.text) else { continue }
            owner[symbol.text] = first
            // The same name in the same place is one thing with two symbols; two of a kind: NamesAreUnique.
            guard first.range != symbol.name.range,
                reported.insert([first.range, symbol.name.range]).inserted
            else { continue }
            found.append(
                Diagnostic(
                    .error,
                    "\"\(symbol.name.value)\" and \"\(first.value)\" both make the C symbol \"\(symbol.text)\"",
                    at: symbol.name.range, hint: "Rename one of them.",
                    notes: [.init("the other one is here", at: first.range)]))
        }
        return found
    }
}
