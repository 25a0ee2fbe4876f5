import SpecLanguage
import Templates

extension Command {
    static let convert = Command(
        name: "convert",
        operands: "[DIR|SPEC]",
        summary: "print the spec in the other language",
        details: """
            Prints a spec in JSON as one in Swift, and one in Swift as one in JSON. A spec in Swift
            is run for that: loops, functions and comments leave no trace. Writes nothing; to
            change the language of NAME.json:

                dynpgext-gen convert NAME.json > Extension.swift && rm NAME.json

            A directory with two specs is refused, so remove the other one.
            """,
        options: [.format],
        operandCounts: 0...1,
        run: convertSpec)
}

@Sendable
private func convertSpec(_ arguments: Arguments) throws(CommandFailure) {
    let target = try Target(arguments.operands.first)
    let spec = try SpecSource(target.readSpec())
    let document = spec.document
    _ = try reading(spec.text) { () throws(SpecRejected) in try decode(document) }
    try Console.print(
        isSwift(target.specName)
            ? formatted(document) : swiftSpec(document, namesSchema: true).fileContents)
}
