import CodeText
import Model
import SpecLanguage
import Templates
import Workspace

extension Target {
    /// The hooks that the spec asks for and that no C file of the user's mentions, as it will be after the comparison.
    func missingHooks(
        of planned: Planned, after comparison: Comparison
    ) throws(CommandFailure) -> [HookStub] {
        let stubs = hookStubs(planned.model)
        if stubs.isEmpty { return [] }
        let ours = Set(planned.files.filter { $0.ownership == .generated }.map(\.path))
        let names = try attempt { () throws(FileFailure) in try directory.names() }
        let there = names.filter { $0.hasSuffix(".c") && !ours.contains($0) }
        // A link is not followed; what it leads to cannot be taken for a hook.
        let texts =
            there.compactMap { try? directory.contents(of: $0) }
            + comparison.changes.filter { $0.path == hooksPath(of: planned.model) }.compactMap(
                \.new)
        let mentioned = texts.reduce(into: Set()) { $0.formUnion(words(inC: $1)) }
        return stubs.filter { !mentioned.contains($0.symbol) }
    }

    /// Puts stubs at the end of the user's hooks.
    func adding(
        _ stubs: [HookStub], of model: ExtensionModel, to comparison: Comparison
    ) throws(CommandFailure) -> Comparison {
        if stubs.isEmpty { return comparison }
        return try attempt { () throws(FileFailure) in
            try comparison.extending(
                hooksPath(of: model), in: directory,
                with: stubs.map(\.text).joined(separator: "\n"), beginning: hooksBeginning(model))
        }
    }

    /// Shows what the user has to write; without it the extension does not link.
    func sayMissing(_ stubs: [HookStub], of model: ExtensionModel) {
        if stubs.isEmpty { return }
        let path = printable(directory.displayPath(of: hooksPath(of: model)))
        let names = stubs.map(\.symbol).joined(separator: ", ")
        Console.say(
            """
            \(path): warning: the spec asks for \(names), which no C file of yours has

            \(stubs.map(\.text).joined(separator: "\n"))
            hint: Write it, or run '\(commandLine("generate --stubs"))' to append this to the file.

            """)
    }

    private func hooksPath(of model: ExtensionModel) -> String { "\(model.name.text)_hooks.c" }
}
