import SpecLanguage

extension Command {
    static let schema = Command(
        name: "schema",
        operands: "",
        summary: "print the JSON Schema of the spec",
        details: """
            Prints the JSON Schema (draft 2020-12) of the spec, by which editors complete keys and
            mark mistakes. A spec that says "$schema": "./dynpgext.schema.json", as the one of 'new'
            does, gets this file beside it from 'generate'.
            """,
        options: [],
        operandCounts: 0...0,
        run: { _ throws(CommandFailure) in try Console.print(jsonSchema()) })
}
