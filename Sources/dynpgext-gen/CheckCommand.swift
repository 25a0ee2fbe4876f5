import Workspace

extension Command {
    static let check = Command(
        name: "check",
        operands: "[DIR|SPEC]",
        summary: "tell whether all files are as the spec says",
        details: """
            Compares the directory with its spec and changes nothing. Names each file that was
            changed by hand, is missing, out of date or no longer generated, prints the differences
            as a patch, and says which command mends them. Made for continuous integration.
            """,
        options: [.format],
        operandCounts: 0...1,
        run: checkFiles)
}

@Sendable
private func checkFiles(_ arguments: Arguments) throws(CommandFailure) {
    let target = try Target(arguments.operands.first)
    try target.lock(for: .reading)
    let comparison = try target.compared()
    if comparison.isClean {
        return target.say("all \(comparison.changes.count) files are up to date")
    }
    let diff = comparison.diff
    switch try arguments.format {
    case .text: try Console.print(diff)
    // Nothing but objects.
    case .json: break
    case .github: try Console.print(shieldedFromGitHub(diff))
    }
    let hasConflicts = !comparison.conflicts.isEmpty
    let mend = target.commandLine(hasConflicts ? "generate --force" : "generate")
    let loss = hasConflicts ? "; it overwrites the edits" : ""
    let hint = "Run '\(mend)' to mend this\(loss)."
    throw CommandFailure(
        .fault, text: "\(comparison.complaints(in: target.directory))hint: \(hint)\n",
        annotations: comparison.annotations(in: target.directory, hint: hint))
}
