import CodeText
import SpecLanguage
import Templates
import Workspace

extension Command {
    static let new = Command(
        name: "new",
        operands: "NAME",
        summary: "make a directory with an extension that builds and runs",
        details: """
            Makes the directory NAME with a spec, NAME.json or Extension.swift, and all that is
            generated from it. A directory that exists must be empty.

            Templates: worker (the default), a worker in C that counts in shared memory;
            counters, shared memory that SQL functions in C change; cron, SQL on periods.
            """,
        options: [
            Option(
                "template", value: "TEMPLATE", choices: Template.allCases.map(\.rawValue),
                "what to begin with"),
            Option(
                "spec", value: "LANGUAGE", choices: ["json", "swift"],
                "'json' (the default), or 'swift'"),
        ],
        operandCounts: 1...1,
        run: makeExtension)
}

@Sendable
private func makeExtension(_ arguments: Arguments) throws(CommandFailure) {
    let name = arguments.operands[0]
    let inSwift = try wantsSwift(arguments)
    let (inJSON, files) = try template(of: arguments).beginning(named: name)
    let document = try expectValid(inJSON.contents)
    let spec =
        inSwift
        ? swiftSpecFile(document)
        : GeneratedFile(path: inJSON.path, contents: formatted(document), ownership: .yours)
    let (directory, isNew) = try attempt { () throws(FileFailure) in
        try Directory.empty(named: name)
    }
    let target = Target(operand: name, directory: directory, specName: spec.path)
    let comparison: Comparison
    do throws(CommandFailure) {
        try attempt { () throws(FileFailure) in
            for file in [spec] + files {
                try directory.write(Array(file.contents.utf8), to: file.path)
            }
        }
        comparison = try target.compared()
        try target.apply(comparison, force: false)
    } catch {
        // The next attempt must find nothing of this one in its way.
        for file in [spec] + files {
            try? directory.remove(file.path)
            directory.removeEmptyParents(of: file.path)
        }
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

/// The template that the user names, or the first.
private func template(of arguments: Arguments) throws(CommandFailure) -> Template {
    guard let word = arguments.options["template"] else { return .worker }
    if let template = Template(rawValue: word) { return template }
    let known = Template.allCases.map(\.rawValue)
    throw CommandFailure(
        .usage, "unknown template '\(word)'",
        hint: didYouMean(suggestions(for: word, among: known))
            ?? "There are \(known.joined(separator: ", ")).")
}

/// Whether the spec shall be in Swift.
private func wantsSwift(_ arguments: Arguments) throws(CommandFailure) -> Bool {
    let languages = ["json", "swift"]
    guard let word = arguments.options["spec"] else { return false }
    if languages.contains(word) { return word == "swift" }
    throw CommandFailure(
        .usage, "unknown language '\(word)'",
        hint: didYouMean(suggestions(for: word, among: languages))
            ?? "There are \(languages.joined(separator: " and ")).")
}

/// Refuses a bad name without a place: the spec that it would stand in is nowhere yet.
private func expectValid(_ spec: String) throws(CommandFailure) -> SpecDocument {
    do throws(SpecRejected) {
        let document = try read(SpecText(path: "", bytes: Array(spec.utf8)))
        try model(of: document)
        return document
    } catch {
        let failures = error.diagnostics.map { CommandFailure(.fault, $0.message, hint: $0.hint) }
        throw CommandFailure(
            .fault, text: failures.map(\.text).joined(),
            annotations: failures.flatMap(\.annotations))
    }
}
