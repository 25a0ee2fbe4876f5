import PostgreSQL
import SpecLanguage

/// The blocks stay within the shared memory that the spec allows them.
enum BudgetIsKept: Rule {
    static let reason = """
        Whoever writes a `budget` wants to be told when the blocks outgrow it. It counts the \
        global blocks once and those of one database, laid out as `explain` draws them.
        """
    static let source = """
        `PG_CACHE_LINE_SIZE` of `pg_config_manual.h`, `LWLock` of `storage/lwlock.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        guard let budget = spec.budget else { return [] }
        let limit: Int64
        do throws(SizeFault) {
            limit = try bytes(of: budget.value)
        } catch {
            let words = error.words(for: budget.value)
            return [Diagnostic(.error, words.message, at: budget.range, hint: words.hint)]
        }
        // What these refuse has no layout.
        let faults = [BlockHasContent.self, FieldShapeFits.self, BlockFitsInMemory.self]
            .flatMap { (rule: any Rule.Type) in rule.breaches(in: spec) }
        guard faults.isEmpty else { return [] }
        var total: Int64 = 0
        for block in spec.blocks {
            total += BlockModel(proven: block)?.layout.size ?? 0
            if total > limit {
                return [
                    Diagnostic(
                        .error,
                        "the shared memory grows to \(total) bytes with block \"\(block.name.value)\", over the budget of \"\(budget.value)\"",
                        at: block.name.range, hint: "Make the blocks smaller, or raise \"budget\".",
                        notes: [.init("the budget is here", at: budget.range)])
                ]
            }
        }
        return []
    }
}
