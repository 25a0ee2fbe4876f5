import SpecLanguage
import PostgreSQL

/// The blocks stay within the shared memory that the spec allows them.
enum BudgetIsKept: Rule {
    static let reason = """
        Whoever writes a `budget` wants to be told when the blocks outgrow it. It counts the \
        global blocks once and those of one database, each with its lock and rounded up to a \
        cache line, as the loader keeps them.
        """
    static let source = """
        `PG_CACHE_LINE_SIZE` of `pg_config_manual.h`, `LWLock` of `storage/lwlock.h`, 13 to 18
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
        var total: Int64 = 0
        for block in spec.blocks {
            // What is larger than any block can be is refused elsewhere.
            total += min(block.bytes ?? 0, Limits.blockSize)
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

extension Block {
    /// What the block takes in memory; nil if no integer holds that.
    fileprivate var bytes: Int64? {
        var end: Int64 = lock?.value == .lwlock ? Limits.lockSize : 0
        end += min(max(size?.value ?? 0, 0), Limits.blockSize)
        for field in fields?.value ?? [] {
            let alignment = field.type.value.size ?? 1
            let element = field.type.value.size ?? max(field.length?.value ?? 1, 1)
            let (size, overflow) = element.multipliedReportingOverflow(
                by: max(field.count?.value ?? 1, 1))
            guard !overflow, size <= Limits.blockSize, end <= Limits.blockSize else { return nil }
            end = (end + alignment - 1) / alignment * alignment + size
        }
        return (end + Limits.cacheLine - 1) / Limits.cacheLine * Limits.cacheLine
    }
}
