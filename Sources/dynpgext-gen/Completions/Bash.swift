/// What bash sources; readline splits words at "=" too, so that "--format=x" comes as three.
func bashCompletions(of commands: [Command]) -> String {
    let names = commands.map(\.name) + ["help"]
    let first = (names + Option.general.map { "--\($0.name)" }).joined(separator: " ")
    return #"""
        # Completes dynpgext-gen in bash.
        _dynpgext_gen() {
            local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= i
            if [[ $word == = ]]; then
                word=
            elif [[ $previous == = ]]; then
                previous=${COMP_WORDS[COMP_CWORD - 2]}
            fi
            for ((i = 1; i < COMP_CWORD; i++)); do
                [[ ${COMP_WORDS[i]} == -* ]] && continue
                command=${COMP_WORDS[i]}
                break
            done
            COMPREPLY=()
            case $command in
            '') _dynpgext_gen_words '\#(first)' ;;
            help) _dynpgext_gen_words '\#(commands.map(\.name).joined(separator: " "))' ;;
        \#(indented(commands.flatMap(branch), by: 4))
            esac
        }

        # Offers those words that begin as the one at the cursor.
        _dynpgext_gen_words() {
            mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word")
        }

        # Offers files and directories.
        _dynpgext_gen_files() {
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$word")
        }

        complete -F _dynpgext_gen dynpgext-gen

        """#
}

/// What follows one command.
private func branch(of command: Command) -> [String] {
    let options = command.options.map { "--\($0.name)" } + ["--help"]
    let values = command.options.filter { $0.value != nil }.map { option in
        option.choices.isEmpty
            ? "    --\(option.name) ) ;;"
            : "    --\(option.name)) _dynpgext_gen_words '\(option.choices.joined(separator: " "))' ;;"
    }
    let operand =
        command.takesFiles
        ? ["        else", "            _dynpgext_gen_files"]
        : command.operandWords.isEmpty
            ? []
            : [
                "        else",
                "            _dynpgext_gen_words '\(command.operandWords.joined(separator: " "))'",
            ]
    return ["\(command.name))", "    case $previous in"] + values
        + [
            "    *)", "        if [[ $word == -* ]]; then",
            "            _dynpgext_gen_words '\(options.joined(separator: " "))'",
        ] + operand + ["        fi", "        ;;", "    esac", "    ;;"]
}
