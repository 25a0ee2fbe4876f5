import PostgreSQL
import SpecLanguage

/// No two things make the same symbol.
enum SymbolsAreUnique: Rule {
    static let reason = """
        Settings, blocks and workers share the C symbols that begin with the extension's name: \
        a worker `beats` with its hook `pulse_beats_run` meets a setting `beats_run`. Nor may \
        a symbol be one that the generated code or the headers have already.
        """
    static let source = """
        the generated C
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        var owner: [String: Located<String>] = [:]
        // A table that grows is filled again each time.
        owner.reserveCapacity(
            spec.blocks.count * ofBlock.count + spec.workers.count * ofWorker.count)
        var found: [Diagnostic] = []
        let prefix = spec.name.value
        // Mostly none, so that nothing is looked up.
        let taken = taken.filter { $0.hasPrefix("\(prefix)_") }
        func claim(_ symbol: String, for name: Located<String>) {
            if taken.contains(symbol) {
                found.append(
                    Diagnostic(
                        .error,
                        "\"\(name.value)\" makes the C symbol \"\(symbol)\", which has a meaning already",
                        at: name.range, hint: "Rename it."))
            }
            guard let first = owner.updateValue(name, forKey: symbol) else { return }
            owner[symbol] = first
            // The same name in the same place is one thing with two symbols; two of a kind: NamesAreUnique.
            guard first.range != name.range else { return }
            found.append(
                Diagnostic(
                    .error,
                    "\"\(name.value)\" and \"\(first.value)\" both make the C symbol \"\(symbol)\"",
                    at: name.range, hint: "Rename one of them.",
                    notes: [.init("the other one is here", at: first.range)]))
        }
        for symbol in common + (spec.workers.isEmpty ? [] : ofWorkers) {
            claim("\(prefix)_\(symbol)", for: spec.name)
        }
        for (names, ends) in symbols(of: spec) {
            for name in unique(names) {
                for end in ends { claim("\(prefix)_\(name.value)\(end)", for: name) }
            }
        }
        for (constant, name) in constants(of: spec) {
            claim("\(prefix)_\(constant)".uppercased(), for: name)
        }
        return found
    }

    /// The symbols of things: what follows the extension's name and theirs.
    private static func symbols(of spec: Extension) -> [([Located<String>], ends: [String])] {
        [
            (spec.settings.map(\.name), ["", "_options", "_place", "_value"]),
            (spec.blocks.map(\.name), ofBlock), (spec.workers.map(\.name), ofWorker),
        ]
    }

    /// What every extension has.
    private static let common = ["context", "define_settings"]

    /// What follows the name of a block.
    private static let ofBlock = [
        "", "_attach", "_here", "_fields", "_lock", "_unlock", "_row", "_reset", "_make", "_init",
    ]

    /// What follows the name of a worker.
    private static let ofWorker = [
        "_context", "_run", "_main", "_worker", "_session", "_enabled", "_enabled_place",
        "_enabled_value", "_wake", "_wake_sql",
    ]

    /// What workers have in common.
    private static let ofWorkers = [
        "workers_here", "workers_row", "global_workers_here", "execute",
    ]

    /// The same for what is written in capitals: words of enums, and the header's macro.
    private static func constants(of spec: Extension) -> [(String, Located<String>)] {
        var seen: Set<String> = []
        let settings = spec.settings.filter { seen.insert($0.name.value).inserted }
        return [("dynpgext_h", spec.name)]
            + settings.flatMap { setting in
                unique(setting.values?.value ?? []).map { word in
                    ("\(setting.name.value)_\(word.value)", word)
                }
            }
    }

    private static func unique(_ names: [Located<String>]) -> [Located<String>] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0.value).inserted }
    }

    /// What the macros of PostgreSQL and of the runtime declare, and what the headers replace.
    private static let taken = Keywords.macros.union(["no_such_variable"])
}
