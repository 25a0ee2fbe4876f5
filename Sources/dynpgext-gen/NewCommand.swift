import ExtensionSpec
import Templates
import Workspace

extension Command {
    static let new = Command(
        name: "new",
        operands: "NAME",
        summary: "make a directory with an extension that builds and runs",
        details: """
            Makes the directory NAME with a spec, NAME.json, and all that is generated from it.
            A directory that exists must be empty.
            """,
        options: [],
        operandCounts: 1...1,
        run: makeExtension)
}

@Sendable
private func makeExtension(_ arguments: Arguments) throws(CommandFailure) {
    let name = arguments.operands[0]
    let beginnings = newExtension(named: name)
    let spec = beginnings[0]
    try expectValid(spec.contents)
    let (directory, isNew) = try attempt { () throws(FileFailure) in
        try Directory.empty(named: name)
    }
    let target = Target(operand: name, directory: directory, specName: spec.path)
    let comparison: Comparison
    do throws(CommandFailure) {
        try attempt { () throws(FileFailure) in
            for file in beginnings {
                try directory.write(Array(file.contents.utf8), to: file.path)
            }
        }
        comparison = try target.compared()
        try target.apply(comparison, force: false)
    } catch {
        // The next attempt must find nothing of this one in its way.
        for file in beginnings { try? directory.remove(file.path) }
        if isNew { Directory.removeIfEmpty(named: name) }
        throw error
    }
    Console.say(
        """
        \(name): created \(comparison.changes.count + 1)
        next:
          cd \(name) && make
          make install
          psql -c 'CREATE EXTENSION \(name)'  # needs shared_preload_libraries = 'dynpgext'

        """)
}

/// Refuses a bad name without a place: the spec that it would stand in is nowhere yet.
private func expectValid(_ spec: String) throws(CommandFailure) {
    do throws(SpecRejected) {
        try model(of: SpecText(path: "", bytes: Array(spec.utf8)))
    } catch {
        let failures = error.diagnostics.map { CommandFailure(.fault, $0.message, hint: $0.hint) }
        throw CommandFailure(
            .fault, text: failures.map(\.text).joined(),
            annotations: failures.flatMap(\.annotations))
    }
}
