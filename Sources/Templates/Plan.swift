import CodeText
import Model
import SpecLanguage

/// Every file of an extension, in the order of a directory listing; it depends on nothing but the model and the
/// released versions, oldest first.
package func plan(_ model: ExtensionModel, after past: [PastVersion] = []) -> [GeneratedFile] {
    func generated<L>(_ file: OutputFile, _ code: Code<L>) -> GeneratedFile {
        GeneratedFile(
            path: file.path(of: model.name), contents: code.fileContents, ownership: .generated)
    }
    func yours<L>(_ file: OutputFile, _ code: Code<L>) -> GeneratedFile {
        GeneratedFile(
            path: file.path(of: model.name), contents: code.fileContents, ownership: .yours)
    }
    let test = lifeTest(model)
    var files = [
        generated(.makefile, makefile(model, after: past.map(\.release))),
        generated(.source, extensionSource(model)),
        generated(.control, controlFile(model)),
        generated(.header, extensionHeader(model)),
        generated(.script, installScript(model)),
        GeneratedFile(
            path: OutputFile.interfaceHeader.rawValue,
            contents: "/* \(Code<C>.marker.text) */\n\(Embedded.interfaceHeader)",
            ownership: .generated),
        generated(.expectedOutput, silentOutput(of: test)),
        generated(.exportsCheck, exportsCheck()),
        generated(.serverScript, serverScript(model)),
        generated(.lifeTest, test),
    ]
    if model.hasJSONSchema {
        files.append(
            GeneratedFile(
                path: ExtensionModel.jsonSchemaPath, contents: jsonSchema(), ownership: .generated))
    }
    files += runtimeFiles(of: model)
    if !model.certainWorkers.isEmpty {
        files.append(generated(.workersTest, workersTest(model)))
    }
    files += versionFiles(model, after: past)
    let ours = files.filter { $0.ownership == .generated }.map(\.path)
    files.append(generated(.gitAttributes, gitAttributes(generated: ours)))
    if let version = semanticVersion(model.version) {
        files.append(yours(.meta, metaFile(model, version: version)))
    }
    return files + [
        yours(.editorConfig, editorConfig()),
        yours(.preCommitHook, preCommitHook()),
        yours(.workflow, workflow(model)),
        yours(.gitIgnore, gitIgnore(model)),
        yours(.readme, readme(model)),
        yours(.hooks, hooksSource(model)),
        yours(.extraScript, extraScript(model)),
        yours(.serverConfiguration, serverConfiguration()),
        yours(.tryScript, tryScript(model)),
    ]
}

/// One of the user's files.
func yours<L>(_ path: String, _ code: Code<L>) -> GeneratedFile {
    GeneratedFile(path: path, contents: code.fileContents, ownership: .yours)
}
