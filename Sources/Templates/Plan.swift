import CodeText
import Model
import SpecLanguage

/// Every file of an extension, in the order of a directory listing; it depends on nothing but the model and the
/// released versions, oldest first.
package func plan(_ model: ExtensionModel, after past: [PastVersion] = []) -> [GeneratedFile] {
    let name = model.name.text
    let test = lifeTest(model)
    var files = [
        generated("Makefile", makefile(model, after: past.map(\.release))),
        generated("\(name).c", extensionSource(model)),
        generated("\(name).control", controlFile(model)),
        generated("\(name).h", extensionHeader(model)),
        generated("\(name).sql", installScript(model)),
        GeneratedFile(
            path: "runtime/dynpgext.h",
            contents: "/* \(Code<C>.marker.text) */\n\(Embedded.interfaceHeader)",
            ownership: .generated),
        generated("test/expected/\(name).out", silentOutput(of: test)),
        generated("test/exports.awk", exportsCheck()),
        generated("test/server.sh", serverScript(model)),
        generated("test/sql/\(name).sql", test),
    ]
    if model.hasJSONSchema {
        files.append(
            GeneratedFile(
                path: ExtensionModel.jsonSchemaPath, contents: jsonSchema(), ownership: .generated))
    }
    files += runtimeFiles(of: model)
    if !model.certainWorkers.isEmpty {
        files.append(generated("test/t/001_workers.pl", workersTest(model)))
    }
    files += versionFiles(model, after: past)
    let ours = files.filter { $0.ownership == .generated }.map(\.path)
    files.append(generated(".gitattributes", gitAttributes(generated: ours)))
    if let version = semanticVersion(model.version) {
        files.append(yours("META.json", metaFile(model, version: version)))
    }
    return files + [
        yours(".editorconfig", editorConfig()),
        yours(".githooks/pre-commit", preCommitHook()),
        yours(".github/workflows/ci.yml", workflow(model)),
        yours(".gitignore", gitIgnore(model)),
        yours("AGENTS.md", agentInstructions(model)),
        yours("README.md", readme(model)),
        yours("\(name)_hooks.c", hooksSource(model)),
        yours("\(name).extra.sql", extraScript(model)),
        yours("test/postgresql.conf", serverConfiguration()),
        yours("test/try.sql", tryScript(model)),
    ]
}

private func generated<L>(_ path: String, _ code: Code<L>) -> GeneratedFile {
    GeneratedFile(path: path, contents: code.fileContents, ownership: .generated)
}

/// One of the user's files.
func yours<L>(_ path: String, _ code: Code<L>) -> GeneratedFile {
    GeneratedFile(path: path, contents: code.fileContents, ownership: .yours)
}
