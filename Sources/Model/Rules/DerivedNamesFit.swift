import ExtensionSpec
import PostgreSQL

/// Names that are put together must fit where PostgreSQL and the loader keep them: a longer one would be cut
/// without a word, and then be another's.
enum DerivedNamesFit: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        let name = spec.name.value
        let workers = spec.workers.map { worker in
            breach(
                worker.name, makes: "\(name)_\(worker.name.value)_main", limit: Limits.workerName,
                "the function of a worker")
        }
        let keys = spec.blocks.map { block in
            breach(
                block.name, makes: "\(name):\(block.name.value):01234567", limit: Limits.blockKey,
                "the key of a block")
        }
        let rows = spec.blocks.filter { $0.view?.value == true }.map { block in
            breach(
                block.name, makes: "\(block.name.value)_row", limit: Limits.identifier,
                "the function of a view")
        }
        return (workers + keys + rows).compactMap(\.self)
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
