import SpecLanguage
import Templates
import Workspace

extension Command {
    static let loader = Command(
        name: "loader",
        operands: "DIR",
        summary: "write the sources of the loader",
        details: """
            Makes the directory DIR with the sources of the Dynpgext loader that this version was
            tested with, ready for 'make install'. A directory that exists must be empty, or hold
            the loader from an earlier run; that is brought up to date, and a file that was changed
            by hand is refused with the difference.
            """,
        options: [Option("force", "overwrite what was changed by hand or stands in the way")],
        operandCounts: 1...1,
        run: writeLoader)
}

@Sendable
private func writeLoader(_ arguments: Arguments) throws(CommandFailure) {
    let name = arguments.operands[0]
    let files = loaderFiles()
    let directory = try attempt { () throws(FileFailure) in
        try Directory.reserved(named: name, listing: "exports.map")
    }
    let target = Target(operand: name, directory: directory, specName: "")
    let comparison = try target.compared(with: files, of: [], provenance: .ofLoaders)
    try target.apply(comparison, force: arguments.has("force"))
    Console.say(
        """
        \(printable(name)): \(comparison.summary)
        next: make -C \(printable(name)) PG_CONFIG=/path/to/pg_config install

        """)
}
