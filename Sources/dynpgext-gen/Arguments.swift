import SpecLanguage

/// What a command was given.
struct Arguments: Sendable {
    let operands: [String]
    /// By name; an option without a value has an empty one.
    fileprivate(set) var options: [String: String] = [:]

    func has(_ option: String) -> Bool { options[option] != nil }
}

/// What the user asks for.
enum Request: Sendable {
    case help(Command?)
    case version
    case run(Command, Arguments)
}

/// Understands a command line; options may stand before or after operands.
func parse(_ words: [String]) throws(CommandFailure) -> Request {
    let line = try CommandLineWords(words)
    if line.options.contains(where: { $0.name == "help" }) || line.operands.first == "help" {
        let names = line.operands.drop { $0 == "help" }
        return .help(try names.first.map(command(named:)))
    }
    if line.options.contains(where: { $0.name == "version" }) { return .version }
    guard let name = line.operands.first else {
        throw CommandFailure(
            .usage, "no command", hint: "Run 'dynpgext-gen --help' to see them all.")
    }
    let command = try command(named: name)
    var arguments = Arguments(operands: Array(line.operands.dropFirst()))
    for option in line.options {
        try arguments.add(option, of: command)
    }
    guard command.operandCounts.contains(arguments.operands.count) else {
        let count = arguments.operands.count
        let message =
            count == 0 ? "\(name) needs \(command.operands)" : "too many operands for \(name)"
        throw CommandFailure(.usage, message, hint: "Usage: \(command.usage)")
    }
    return .run(command, arguments)
}

/// An option as it was typed.
private struct TypedOption {
    /// With its dashes.
    let word: String
    let name: String
    let value: String?
}

/// Words told apart, before it is known which command they are for; an option has one meaning in all of them.
private struct CommandLineWords {
    var operands: [String] = []
    var options: [TypedOption] = []

    init(_ words: [String]) throws(CommandFailure) {
        let withValue = Set(Command.all.flatMap(\.options).filter { $0.value != nil }.map(\.name))
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            if word == "-" || !word.hasPrefix("-") {
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let dashed = parts.first.map(String.init) ?? word
            let name =
                dashed == "-h"
                ? "help" : dashed.hasPrefix("--") ? String(dashed.dropFirst(2)) : dashed
            var value = parts.count == 2 ? String(parts[1]) : nil
            if value == nil, withValue.contains(name) { value = rest.popFirst() }
            if withValue.contains(name), value?.isEmpty ?? true {
                throw CommandFailure(.usage, "option '\(dashed)' needs a value")
            }
            options.append(TypedOption(word: dashed, name: name, value: value))
        }
    }
}

/// The command with a name, or what the user may have meant.
private func command(named name: String) throws(CommandFailure) -> Command {
    if let command = Command.all.first(where: { $0.name == name }) { return command }
    let similar = suggestions(for: name, among: Command.all.map(\.name) + ["help"])
    throw CommandFailure(
        .usage, "unknown command '\(name)'",
        hint: didYouMean(similar) ?? "Run 'dynpgext-gen --help' to see them all.")
}

/// A question that names what is similar; nil when nothing is.
func didYouMean(_ words: [String]) -> String? {
    words.isEmpty ? nil : "Did you mean \(words.map { "'\($0)'" }.joined(separator: " or "))?"
}

extension Arguments {
    /// Adds an option that the command knows.
    fileprivate mutating func add(
        _ typed: TypedOption, of command: Command
    ) throws(CommandFailure) {
        guard let option = command.options.first(where: { $0.name == typed.name }) else {
            let known = (command.options + Option.general).map { "--\($0.name)" }
            throw CommandFailure(
                .usage, "unknown option '\(typed.word)' for \(command.name)",
                hint: didYouMean(suggestions(for: typed.word, among: known))
                    ?? "Run 'dynpgext-gen help \(command.name)' to see its options.")
        }
        if option.value == nil, typed.value != nil {
            throw CommandFailure(.usage, "option '\(typed.word)' takes no value")
        }
        if let value = option.value, has(option.name) {
            throw CommandFailure(.usage, "option '\(typed.word)' needs one \(value), not two")
        }
        options[option.name] = typed.value ?? ""
    }
}
