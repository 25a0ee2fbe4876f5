import PostgreSQL
import SpecLanguage

/// Names that are put together fit.
enum DerivedNamesFit: Rule {
    static let reason = """
        Names that are put together must fit where PostgreSQL and the loader keep them: a \
        longer one would be cut without a word, and then be another's.
        """
    static let source = """
        `BGW_MAXLEN` of `postmaster/bgworker.h`, `NAMEDATALEN` of `pg_config_manual.h`, 13 to \
        19; the loader's names of blocks
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        let name = spec.name.value
        let workers = spec.workers.map { worker in
            breach(
                worker.name, makes: "\(name)_\(worker.name.value)_session",
                limit: Limits.workerName, "the function of a worker")
        }
        let keys = spec.blocks.map { block in
            breach(
                block.name, makes: "\(name):\(block.name.value):01234567", limit: Limits.blockKey,
                "the key of a block")
        }
        let resets = spec.blocks.filter { $0.reset?.value == true }.map { block in
            breach(
                block.name, makes: "\(block.name.value)_reset", limit: Limits.identifier,
                "the function that resets a block")
        }
        let rows = spec.blocks.filter { $0.view?.value == true }.map { block in
            breach(
                block.name, makes: "\(block.name.value)_row", limit: Limits.identifier,
                "the function of a view")
        }
        let wakes = spec.workers.filter { $0.wake != nil }.map { worker in
            breach(
                worker.name, makes: "\(worker.name.value)_wake", limit: Limits.identifier,
                "the function that wakes a worker")
        }
        return (workers + wakes + keys + rows + resets + libraries(of: spec)).compactMap(\.self)
    }

    /// What a library for each version puts together besides.
    private static func libraries(of spec: Extension) -> [Diagnostic?] {
        guard spec.hotUpgrade?.value == true else { return [] }
        let name = spec.name.value
        let library = breach(
            spec.name, makes: "$libdir/\(name)-\(spec.version.value)", limit: Limits.workerLibrary,
            "the library of a worker")
        let settings = spec.settings.map { setting -> Diagnostic? in
            // The words of an enum count by their hash.
            let type =
                setting.type.value.rawValue + (setting.type.value == .enum ? " 01234567" : "")
            return breach(
                setting.name, makes: "\(name).\(setting.name.value) \(type)",
                limit: Limits.identifier, "what versions share a setting by")
        }
        let switches = spec.workers.map { worker in
            breach(
                worker.name, makes: "\(name).\(worker.name.value)_enabled bool",
                limit: Limits.identifier, "what versions share a setting by")
        }
        return [library] + settings + switches
    }

    private static func breach(
        _ name: Located<String>, makes derived: String, limit: Int, _ what: String
    ) -> Diagnostic? {
        guard derived.utf8.count > limit, name.value.utf8.count <= Limits.identifier else {
            return nil
        }
        return Diagnostic(
            .error,
            "name \"\(name.value)\" makes \"\(derived)\" of \(derived.utf8.count) bytes; \(what) has at most \(limit)",
            at: name.range, hint: "Shorten this name or the extension's.")
    }
}
