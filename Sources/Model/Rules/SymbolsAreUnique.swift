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
    private static let common = ["context", "attachment", "generation"]

    /// What follows the name of a block.
    private static let ofBlock = [
        "", "_attach", "_find", "_here", "_lock", "_unlock", "_row", "_reset", "_make", "_init",
    ]

    /// What follows the name of a worker.
    private static let ofWorker = [
        "_context", "_run", "_main", "_tick", "_work", "_session", "_enabled", "_enabled_place",
        "_enabled_value", "_wake", "_wake_sql",
    ]

    /// What workers have in common.
    private static let ofWorkers = [
        "workers", "workers_attach", "workers_init", "workers_row", "global_workers_attach",
        "worker_status", "worker_state", "execute",
    ]

    /// The same for what is written in capitals: words of enums and macros.
    private static func constants(of spec: Extension) -> [(String, Located<String>)] {
        var seen: Set<String> = []
        let settings = spec.settings.filter { seen.insert($0.name.value).inserted }
        return [("dynpgext_h", spec.name)]
            + unique(spec.blocks.map(\.name)).map { ("\($0.value)_key", $0) }
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

    /// What our C calls its own helpers, and what the headers replace.
    private static let taken = Keywords.macros.union([
        "accept_signals", "act_as", "begin_transaction", "bounded_text", "bytes_to_bytea",
        "cancel_tick", "claim_setting", "commit_transaction", "end_session",
        "enter_row", "execute_alone", "expect_columns", "expect_database", "expect_extension",
        "expect_layout", "expect_loader", "extension_row", "find_block",
        "find_extension", "find_loader", "find_row", "give_up", "handle_interrupts",
        "is_open_to_others", "last_slot", "leave_row", "loader_access", "make_row", "next_due",
        "nothing_removed", "own_instance", "own_workers", "pause_after",
        "register_worker", "report_running",
        "request_wake", "run_portal", "run_session", "run_tick", "run_worker", "safe_path",
        "see_schema", "session_failed", "settle_session", "take_wake", "tell_error",
        "tick_function", "tranche_of", "uint64_to_numeric", "wake_at_commit", "work_in_session",
    ])
}
