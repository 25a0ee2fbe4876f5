import PostgreSQL
import SpecLanguage

/// A statement can run in a transaction.
enum StatementsCanRun: Rule {
    static let reason = """
        A statement does something, and does it inside of the tick's transaction.
        """
    static let source = """
        `executor/spi.c`; `PreventInTransactionBlock()` of `access/xact.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.workers.flatMap { breaches(in: $0) }
    }

    private static func breaches(in worker: Worker) -> [Diagnostic] {
        switch worker.work.value {
        case .sql(let statements):
            statements.compactMap { breach($0, worker.transaction?.value ?? .tick) }
        case .c: []
        }
    }

    private static func breach(
        _ statement: Located<String>, _ transaction: Worker.Transaction
    ) -> Diagnostic? {
        let words = firstWords(of: statement.value)
        guard !words.isEmpty else {
            return Diagnostic(
                .error, "the statement is empty", at: statement.range,
                hint: "Write a statement, or remove this one.")
        }
        if Keywords.transactionControl.contains(words[0]) {
            return Diagnostic(
                .error, "\(words[0].uppercased()) cannot be a statement of a tick",
                at: statement.range,
                hint: "Remove it: the worker begins and commits, as \"transaction\" says.")
        }
        let count =
            Keywords.outsideTransactions.contains(words[0])
            ? 1 : Keywords.outsideTransactionsByTwo.contains(words) ? 2 : 0
        guard count > 0, transaction != .none else { return nil }
        let name = words.prefix(count).joined(separator: " ").uppercased()
        return Diagnostic(
            .error, "\(name) cannot run in the transaction of a tick", at: statement.range,
            hint: "Add \"transaction\": \"none\" to the worker.")
    }

    /// The first two words, in small letters, behind white space, semicolons and comments; one that is no
    /// word is kept as it is.
    private static func firstWords(of statement: String) -> [String] {
        var rest = Substring(statement).unicodeScalars
        var words: [String] = []
        while words.count < 2 {
            skipSpace(&rest)
            guard !rest.isEmpty else { break }
            let word = rest.prefix { $0.properties.isAlphabetic || $0 == "_" }
            words.append(String(word.isEmpty ? rest.prefix(1) : word).lowercased())
            rest = rest.dropFirst(max(word.count, 1))
        }
        return words
    }

    private static func skipSpace(_ rest: inout Substring.UnicodeScalarView) {
        while let first = rest.first {
            if first.properties.isWhitespace || first == ";" {
                rest.removeFirst()
            } else if Substring(rest).hasPrefix("--") {
                rest = rest.drop { $0 != "\n" }
            } else if Substring(rest).hasPrefix("/*") {
                skipComment(&rest)
            } else {
                return
            }
        }
    }

    /// Comments nest in SQL.
    private static func skipComment(_ rest: inout Substring.UnicodeScalarView) {
        var depth = 0
        repeat {
            if Substring(rest).hasPrefix("/*") {
                depth += 1
                rest = rest.dropFirst(2)
            } else if Substring(rest).hasPrefix("*/") {
                depth -= 1
                rest = rest.dropFirst(2)
            } else {
                rest = rest.dropFirst()
            }
        } while depth > 0 && !rest.isEmpty
    }
}
