import Model
import SpecLanguage
import Templates
import Workspace

extension Command {
    static let explain = Command(
        name: "explain",
        operands: "[DIR|SPEC|BLOCK]",
        summary: "show what the spec comes to on a server",
        details: """
            Draws each block of shared memory as it lies in memory, and counts the bytes and the
            workers of a server, with the lines of postgresql.conf that these need. Then it says
            which file holds what. BLOCK shows one block of the spec in the working directory.
            """,
        options: [
            Option(
                "databases", value: "N",
                "databases that have the extension; 1 unless you say otherwise"),
            .format,
        ],
        operandCounts: 0...1,
        run: explainSpec)
}

@Sendable
private func explainSpec(_ arguments: Arguments) throws(CommandFailure) {
    let databases = try databaseCount(of: arguments)
    guard let block = try blockName(of: arguments) else {
        let planned = try Target(arguments.operands.first).planned()
        return try Console.print(explanation(of: planned, databases: databases))
    }
    let model = try Target(nil).proven().model
    guard let found = model.blocks.first(where: { $0.name.text == block }) else {
        let names = model.blocks.map(\.name.text)
        throw CommandFailure(
            .usage, "'\(block)' is neither a file nor a block of the spec here",
            hint: didYouMean(suggestions(for: block, among: names))
                ?? (names.isEmpty ? nil : "The blocks are \(names.joined(separator: ", "))."))
    }
    try Console.print(model.picture(of: found) + "\n")
}

/// Databases that the user counts on.
private func databaseCount(of arguments: Arguments) throws(CommandFailure) -> Int64 {
    guard let text = arguments.options["databases"] else { return 1 }
    guard let count = Int64(text), (0...1_000_000).contains(count) else {
        throw CommandFailure(
            .usage, "'\(text)' is no number of databases", hint: "Use 0 to 1000000.")
    }
    return count
}

/// The operand, if it can be no path of anything that is there.
private func blockName(of arguments: Arguments) throws(CommandFailure) -> String? {
    guard let operand = arguments.operands.first, Name(operand) != nil,
        (try? isDirectory(operand)) == nil
    else { return nil }
    return operand
}
