/// What fish loads from a directory of completions.
func fishCompletions(of commands: [Command]) -> String {
    let head = ["# Completes dynpgext-gen in fish.", "complete -c dynpgext-gen -f"]
    let first = commands.map { command in
        "complete -c dynpgext-gen -n __fish_use_subcommand -a \(command.name) -d \(quotedForShell(command.summary))"
    }
    let general = Option.general.map {
        "complete -c dynpgext-gen -n __fish_use_subcommand -l \($0.name) -d \(quotedForShell($0.summary))"
    }
    let names = commands.map(\.name).joined(separator: " ")
    let help = [
        "complete -c dynpgext-gen -n __fish_use_subcommand -a help -d 'show the help of a command'",
        "complete -c dynpgext-gen -n '__fish_seen_subcommand_from help' -a '\(names)'",
    ]
    return (head + first + general + help + commands.flatMap(lines)).map { $0 + "\n" }.joined()
}

/// What follows one command.
private func lines(of command: Command) -> [String] {
    let opening = "complete -c dynpgext-gen -n '__fish_seen_subcommand_from \(command.name)'"
    let options = command.options.map { option in
        let value =
            option.value == nil
            ? ""
            : option.choices.isEmpty
                ? " -x" : " -x -a \(quotedForShell(option.choices.joined(separator: " ")))"
        return "\(opening) -l \(option.name)\(value) -d \(quotedForShell(option.summary))"
    }
    let operand =
        command.takesFiles
        ? ["\(opening) -F"]
        : command.operandWords.isEmpty
            ? [] : ["\(opening) -a \(quotedForShell(command.operandWords.joined(separator: " ")))"]
    return options + ["\(opening) -l help -d 'show this page'"] + operand
}
