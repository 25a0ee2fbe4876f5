/// A subcommand: what help says about it, what the parser accepts, what it does.
struct Command: Sendable {
    let name: String
    /// As in the usage line: optional ones in brackets.
    let operands: String
    /// One line for the list of commands.
    let summary: String
    /// The text of its own help page.
    let details: String
    let options: [Option]
    let operandCounts: ClosedRange<Int>
    /// The words that the operand can be; empty where it is anything.
    var operandWords: [String] = []
    let run: @Sendable (Arguments) throws(CommandFailure) -> Void

    /// Every command, in the order in which a user meets them.
    static let all = [
        new, generate, check, explain, validate, fmt, convert, schema, loader, completions,
    ]
}

/// An option of a command.
struct Option: Sendable {
    /// Without its dashes.
    let name: String
    /// What stands for its value in help; nil for an option without one.
    let value: String?
    /// The values that it can have; empty where that is anything.
    let choices: [String]
    let summary: String

    init(_ name: String, value: String? = nil, choices: [String] = [], _ summary: String) {
        self.name = name
        self.value = value
        self.choices = choices
        self.summary = summary
    }

    /// As it is typed.
    var usage: String { "--\(name)" + (value.map { " \($0)" } ?? "") }

    /// For commands that find faults in what others wrote.
    static let format = Option(
        "format", value: "FORMAT", choices: Format.allCases.map(\.rawValue),
        "'text', or also 'json' (see docs/diagnostics.md) or 'github'")

    /// Options that need no command.
    static let general = [
        Option("help", "show this, or the help of a command"),
        Option("version", "show the version"),
    ]
}
