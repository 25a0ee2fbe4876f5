import CodeText
import ExtensionSpec
import Workspace

extension Command {
    static let generate = Command(
        name: "generate",
        operands: "[DIR|SPEC]",
        summary: "write what differs from the spec",
        details: """
            Writes the files of the extension into the directory of the spec: what differs, and
            nothing else. Files that are no longer generated go, if they are as they were written.
            A generated file that was edited by hand is refused with the difference, and then
            nothing is written. Your own files are made once; a file of yours that you delete
            stays deleted while dynpgext.lock lists it.

            DIR is the working directory unless you say otherwise; the spec in it is the one
            *.json with a top-level "spec".
            """,
        options: [
            Option("force", "overwrite what was edited by hand or stands in the way"),
            Option("dry-run", "list what would be done, and write nothing"),
            Option("diff", "print the differences as a patch, and write nothing"),
            Option("stdout", value: "PATH", "print one generated file, and write nothing"),
        ],
        operandCounts: 0...1,
        run: generateFiles)
}

@Sendable
private func generateFiles(_ arguments: Arguments) throws(CommandFailure) {
    if let path = arguments.options["stdout"], arguments.options.count > 1 {
        throw CommandFailure(.usage, "--stdout \(path) goes with no other option")
    }
    let target = try Target(arguments.operands.first)
    if let path = arguments.options["stdout"] {
        return try printFile(path, of: target)
    }
    let force = arguments.has("force")
    let writes = !arguments.has("dry-run") && !arguments.has("diff")
    try target.lock(for: writes ? .writing : .reading)
    let comparison = try target.compared()
    if arguments.has("dry-run") { try Console.print(comparison.actions(force: force)) }
    if arguments.has("diff") { try Console.print(comparison.diff) }
    if writes {
        try target.apply(comparison, force: force)
        Console.say(comparison.farewells(in: target.directory))
        target.say(comparison.summary)
    } else if !force, !comparison.conflicts.isEmpty {
        let complaints = Comparison.complaints(comparison.conflicts, in: target.directory)
        throw CommandFailure(.fault, text: complaints)
    }
}

private func printFile(_ path: String, of target: Target) throws(CommandFailure) {
    let files = try target.planned().files
    guard let file = files.first(where: { $0.path == path }) else {
        let similar = suggestions(for: path, among: files.map(\.path))
        throw CommandFailure(
            .usage, "no file '\(path)' is generated from \(target.specPath)",
            hint: didYouMean(similar) ?? "There are \(files.map(\.path).joined(separator: ", ")).")
    }
    try Console.print(file.contents)
}
