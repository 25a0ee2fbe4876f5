/// What zsh loads from a directory of $fpath, or sources.
func zshCompletions(of commands: [Command]) -> String {
    let list = commands.map { quotedForShell("\($0.name):\(zshText($0.summary))") }
    let general = Option.general.map {
        "\(quotedForShell("--\($0.name)[\(zshText($0.summary))]")) \\"
    }
    return #"""
        #compdef dynpgext-gen
        # Completes dynpgext-gen in zsh.
        _dynpgext-gen() {
            local context state line
            typeset -A opt_args
            local -a commands
            commands=(
        \#(indented(list, by: 8))
            )
            _arguments -C \
        \#(indented(general, by: 8))
                '1:command:->command' \
                '*::argument:->argument'
            case $state in
            command)
                commands+=('help:show this, or the help of a command')
                _describe -t commands command commands
                ;;
            argument)
                case $words[1] in
                help) _describe -t commands command commands ;;
        \#(indented(commands.flatMap(branch), by: 8))
                esac
                ;;
            esac
        }

        if [[ $funcstack[1] == _dynpgext-gen ]]; then
            _dynpgext-gen "$@"
        else
            compdef _dynpgext-gen dynpgext-gen
        fi

        """#
}

/// What follows one command.
private func branch(of command: Command) -> [String] {
    var words = command.options.map { option in
        let summary = "[\(zshText(option.summary))]"
        guard let value = option.value else { return "--\(option.name)\(summary)" }
        return "--\(option.name)=\(summary):\(value):(\(option.choices.joined(separator: " ")))"
    }
    words.append("--help[show this page]")
    if command.takesFiles {
        words.append("1:\(zshText(command.operands)):_files")
    } else if !command.operandWords.isEmpty {
        words.append("1:operand:(\(command.operandWords.joined(separator: " ")))")
    } else if command.operandCounts.upperBound > 0 {
        // Without it, zsh completes nothing behind the operand.
        words.append("1:\(zshText(command.operands)): ")
    }
    let arguments = words.map { "        \(quotedForShell($0))" }
    return [
        "\(command.name))", "    _arguments \\", arguments.joined(separator: " \\\n        "),
        "    ;;",
    ]
}

/// Text in which nothing ends a description.
private func zshText(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
}
