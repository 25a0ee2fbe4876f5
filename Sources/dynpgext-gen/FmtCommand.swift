import ExtensionSpec
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
    try target.lock(for: arguments.has("check") ? .reading : .writing)
    let spec = try target.readSpec()
    _ = try target.proven(spec)
    let new = try canonical(spec)
    if new == spec.bytes { return target.say("formatted already") }
    if arguments.has("check") {
        try Console.print(unifiedDiff(from: spec.bytes, to: new, path: target.specName))
        throw CommandFailure(
            .fault, text: "\(printable(target.specPath)): not formatted\n"
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
    let bytes = try attempt { () throws(FileFailure) in try readStandardInput() }
    let spec = SpecText(path: "standard input", bytes: bytes)
    do throws(SpecRejected) {
        try model(of: spec)
    } catch {
        throw CommandFailure(error, in: spec)
    }
    let new = try canonical(spec)
    if arguments.has("check") {
        guard new != bytes else { return }
        throw CommandFailure(.fault, "standard input is not formatted")
    }
    try Console.print(new)
}

private func canonical(_ spec: SpecText) throws(CommandFailure) -> [UInt8] {
    do throws(SpecRejected) {
        return Array(formatted(try read(spec)).utf8)
    } catch {
        throw CommandFailure(error, in: spec)
    }
}
