import SpecLanguage
import Workspace

extension Command {
    static let fmt = Command(
        name: "fmt",
        operands: "[DIR|SPEC|-]",
        summary: "lay the spec out in the canonical form",
        details: """
            Rewrites the spec in its one canonical form: keys in the order of docs/spec.md, what
            fits into 100 columns in one line, everything else with a line per item. Numbers and
            strings keep their values. A spec that is not valid is told of and left as it is.
            With - it reads standard input and writes to standard output.
            """,
        options: [
            Option("check", "print the difference instead, and fail if there is one"), .format,
        ],
        operandCounts: 0...1,
        run: formatSpec)
}

@Sendable
private func formatSpec(_ arguments: Arguments) throws(CommandFailure) {
    if arguments.operands.first == "-" { return try formatStandardInput(arguments) }
    let target = try Target(arguments.operands.first)
    if isSwift(target.specName) {
        throw CommandFailure(
            .usage, "fmt is for specs in JSON",
            hint: "For one in Swift there is 'swift format'.")
    }
    try target.lock(for: arguments.has("check") ? .reading : .writing)
    let spec = try target.readSpec()
    let source = try SpecSource(spec)
    _ = try target.proven(source)
    let new = Array(formatted(source.document).utf8)
    if new == spec.bytes { return target.say("formatted already") }
    if arguments.has("check") {
        try Console.print(unifiedDiff(from: spec.bytes, to: new, path: target.specName))
        throw CommandFailure(
            .fault,
            text: "\(printable(target.specPath)): not formatted\n"
                + "hint: Run '\(target.commandLine("fmt"))' to mend this.\n",
            annotations: [
                Annotation(
                    path: target.specPath, message: "not formatted",
                    hint: "Run '\(target.commandLine("fmt"))' to mend this.")
            ])
    }
    try attempt { () throws(FileFailure) in
        // A link stays one: reading it this way fails.
        _ = try target.directory.contents(of: target.specName)
        try target.directory.write(new, to: target.specName)
    }
    target.say("formatted")
}

/// A filter, for editors.
private func formatStandardInput(_ arguments: Arguments) throws(CommandFailure) {
    let bytes = try attempt { () throws(FileFailure) in try readStandardInput(limit: .spec) }
    let spec = SpecText(path: "standard input", bytes: bytes)
    let document = try reading(spec) { () throws(SpecRejected) in
        let document = try read(spec)
        try model(of: document)
        return document
    }
    let new = Array(formatted(document).utf8)
    if arguments.has("check") {
        guard new != bytes else { return }
        throw CommandFailure(.fault, "standard input is not formatted")
    }
    try Console.print(new)
}
