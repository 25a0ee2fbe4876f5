import SpecLanguage

/// A shell whose completions we can write.
enum CompletedShell: String, CaseIterable {
    case bash, zsh, fish

    /// A script that completes the commands of the table, their options and their values.
    var script: String {
        switch self {
        case .bash: bashCompletions(of: Command.all)
        case .zsh: zshCompletions(of: Command.all)
        case .fish: fishCompletions(of: Command.all)
        }
    }
}

extension Command {
    static let completions = Command(
        name: "completions",
        operands: "bash|zsh|fish",
        summary: "print a script that completes this command",
        details: """
            Prints what makes a shell complete commands, options and values. To use it:

              bash  dynpgext-gen completions bash > ~/.local/share/bash-completion/completions/dynpgext-gen
              zsh   dynpgext-gen completions zsh > DIR/_dynpgext-gen, where DIR is one of $fpath
              fish  dynpgext-gen completions fish > ~/.config/fish/completions/dynpgext-gen.fish
            """,
        options: [],
        operandCounts: 1...1,
        operandWords: CompletedShell.allCases.map(\.rawValue),
        run: printCompletions)
}

@Sendable
private func printCompletions(_ arguments: Arguments) throws(CommandFailure) {
    let word = arguments.operands[0]
    guard let shell = CompletedShell(rawValue: word) else {
        let known = CompletedShell.allCases.map(\.rawValue)
        throw CommandFailure(
            .usage, "no completions for the shell '\(word)'",
            hint: didYouMean(suggestions(for: word, among: known))
                ?? "There are \(known.joined(separator: ", ")).")
    }
    try Console.print(shell.script)
}

extension Command {
    /// Whether a file or a directory can be an operand.
    var takesFiles: Bool { operands.contains("DIR") }
}

/// Lines that stand deeper, as a part of a script.
func indented(_ lines: [String], by columns: Int) -> String {
    lines.map { String(repeating: " ", count: columns) + $0 }.joined(separator: "\n")
}

/// A word that a POSIX shell, and fish, take as it is.
func quotedForShell(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
        + "'"
}
