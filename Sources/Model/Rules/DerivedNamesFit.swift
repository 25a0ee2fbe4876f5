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
        19; `LWLockNewTrancheId()` of `storage/lwlock.h`, 19; the loader's names of blocks
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        let long = Symbols.all(in: spec).filter(\.isTooLong)
        return long.enumerated().filter { index, symbol in
            // Of several names that one thing makes for one keeper, the longest tells of all.
            !long.enumerated().contains { other, longer in
                longer.isLike(symbol)
                    && (longer.kept.utf8.count, -other) > (symbol.kept.utf8.count, -index)
            }
        }.map { breach(of: $1) }
    }

    private static func breach(of symbol: Symbol) -> Diagnostic {
        let (text, limit) = (symbol.kept, symbol.limit)
        return Diagnostic(
            .error,
            "name \"\(symbol.name.value)\" makes \"\(text)\" of \(text.utf8.count) bytes; \(limit?.keeper ?? "it") has at most \(limit?.bytes ?? 0)",
            at: symbol.name.range, hint: "Shorten this name or the extension's.")
    }
}

extension Symbol {
    /// What PostgreSQL or the loader keep of it.
    fileprivate var kept: String { limit?.part ?? text }

    /// A name that is too long by itself is the business of NamesAreIdentifiers.
    fileprivate var isTooLong: Bool {
        limit.map { kept.utf8.count > $0.bytes } == true
            && name.value.utf8.count <= Limits.identifier
    }

    fileprivate func isLike(_ other: Symbol) -> Bool {
        name.range == other.name.range && limit?.keeper == other.limit?.keeper
    }
}
