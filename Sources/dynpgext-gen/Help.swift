extension Command {
    /// How it is called.
    var usage: String {
        let words = ["dynpgext-gen", name, operands] + (options.isEmpty ? [] : ["[OPTION]..."])
        return words.joined(separator: " ")
    }
}

/// What `--help` shows.
var generalHelp: String {
    """
    Usage: dynpgext-gen COMMAND [OPERAND] [OPTION]...

    Generates a whole PostgreSQL extension, with shared memory and background workers,
    from a spec in JSON or in Swift, and keeps it in step with the spec.

    Commands:
    \(table(Command.all.map { ("\($0.name) \($0.operands)", $0.summary) }))
    Options:
    \(table(Option.general.map { ($0.usage, $0.summary) }))
    Exit status: 0 done and clean, 1 a fault in what was read, 2 something could not be
    opened or written, 64 wrong usage.

    """
}

/// What `help COMMAND` shows.
func help(for command: Command) -> String {
    let options = command.options.map { ($0.usage, $0.summary) }
    return """
        Usage: \(command.usage)

        \(command.details)

        """ + (options.isEmpty ? "" : "\nOptions:\n\(table(options))")
}

/// Two columns, one line per row.
private func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { left, right in
        "  \(left)\(String(repeating: " ", count: width - left.count))  \(right)\n"
    }.joined()
}
