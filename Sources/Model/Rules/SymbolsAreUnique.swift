import ExtensionSpec
import PostgreSQL

/// Settings, blocks and workers share the C symbols that begin with the extension's name, and blocks share the
/// names of the schema: a worker "beats" with its hook "pulse_beats_run" meets a setting "beats_run".
enum SymbolsAreUnique: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        var owner: [String: Located<String>] = [:]
        var found: [Diagnostic] = []
        for (suffix, name) in symbols(of: spec) {
            let symbol = "\(spec.name.value)_\(suffix)"
            if taken.contains(symbol) {
                found.append(
                    Diagnostic(
                        .error,
                        "\"\(name.value)\" makes the C symbol \"\(symbol)\", which has a meaning already",
                        at: name.range, hint: "Rename it."))
            }
            guard let first = owner[symbol] else {
                owner[symbol] = name
                continue
            }
            // The same name in the same place is one thing with two symbols; two of a kind: NamesAreUnique.
            guard first.range != name.range else { continue }
            found.append(
                Diagnostic(
                    .error,
                    "\"\(name.value)\" and \"\(first.value)\" both make the C symbol \"\(symbol)\"",
                    at: name.range, hint: "Rename one of them.",
                    notes: [.init("the other one is here", at: first.range)]))
        }
        return found
    }

    /// Each symbol, without the extension's name, with the name that it comes from.
    private static func symbols(of spec: Extension) -> [(String, Located<String>)] {
        ["context", "attachment", "generation"].map { ($0, spec.name) }
            + unique(spec.settings.map(\.name)).flatMap { name in
                ["", "_place", "_value"].map { (name.value + $0, name) }
            }
            + unique(spec.blocks.map(\.name)).flatMap { name in
                [
                    "", "_attach", "_find", "_here", "_lock", "_unlock", "_row", "_reset", "_make",
                    "_init",
                ].map { (name.value + $0, name) }
            }
            + unique(spec.workers.map(\.name)).flatMap { name in
                ["_context", "_run", "_main", "_tick"].map { (name.value + $0, name) }
            }
    }

    private static func unique(_ names: [Located<String>]) -> [Located<String>] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0.value).inserted }
    }

    /// What our C calls its own helpers, and what the headers replace.
    private static let taken = Keywords.macros.union([
        "accept_signals", "act_as", "begin_transaction", "bounded_text", "bytes_to_bytea",
        "claim_setting", "commit_transaction", "expect_columns", "expect_database",
        "expect_extension", "expect_layout", "extension_row", "find_block",
        "find_extension", "handle_interrupts", "is_open_to_others", "make_row",
        "nothing_removed", "read_generation", "register_worker", "report_running", "run_worker",
        "settle_session",
        "tick_function", "uint64_to_numeric",
    ])
}
