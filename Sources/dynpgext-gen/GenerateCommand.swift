import CodeText
import SpecLanguage
import Templates
import Workspace

extension Command {
    static let generate = Command(
        name: "generate",
        operands: "[DIR|SPEC]",
        summary: "write what differs from the spec",
        details: """
            Writes the files of the extension into the directory of the spec: what differs, and
            nothing else. Files that are no longer generated go, if they are as they were written.
            A generated file that was changed by hand is refused with the difference, and then
            nothing is written. Your own files are made once; a file of yours that you delete
            stays deleted while dynpgext.lock lists it. When the spec asks for a hook that no C
            file of yours mentions, its stub is printed; --stubs puts it at the end of
            NAME_hooks.c, whose text it never changes.

            DIR is the working directory unless you say otherwise; the spec in it is
            Extension.swift, or the one *.json with a top-level "spec".
            """,
        options: [
            Option("force", "overwrite what was changed by hand or stands in the way"),
            Option("dry-run", "list what would be done, and write nothing"),
            Option("diff", "print the differences as a patch, and write nothing"),
            Option(
                "accept-layout", "let blocks change under their keys, if no version is released"),
            Option("stubs", "append the hooks that are missing to NAME_hooks.c"),
            .format,
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
    if try arguments.format == .json, arguments.has("dry-run") || arguments.has("diff") {
        throw CommandFailure(
            .usage, "--format json goes with neither --dry-run nor --diff",
            hint: "Both print something else than JSON.")
    }
    let target = try Target(arguments.operands.first)
    if let path = arguments.options["stdout"] {
        return try printFile(path, of: target)
    }
    let force = arguments.has("force")
    let writes = !arguments.has("dry-run") && !arguments.has("diff")
    try target.lock(for: writes ? .writing : .reading)
    let planned = try target.planned(acceptingLayouts: arguments.has("accept-layout"))
    var comparison = try target.compared(with: planned)
    let missing = try target.missingHooks(of: planned, after: comparison)
    if arguments.has("stubs") {
        comparison = try target.adding(missing, of: planned.model, to: comparison)
    }
    if arguments.has("dry-run") { try Console.print(comparison.actions(force: force)) }
    if arguments.has("diff") { try Console.print(comparison.diff) }
    if writes {
        try target.apply(comparison, force: force)
        Console.say(comparison.farewells(in: target.directory))
        target.say(comparison.summary)
        target.sayMoved(planned)
    } else if !force, !comparison.conflicts.isEmpty {
        let conflicts = comparison.conflicts
        throw CommandFailure(
            .fault, text: Comparison.complaints(conflicts, in: target.directory),
            annotations: conflicts.map { $0.annotation(in: target.directory, hint: nil) })
    }
    if !arguments.has("stubs") { target.sayMissing(missing, of: planned.model) }
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
