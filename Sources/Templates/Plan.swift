import CodeText
import Model

/// Every file of an extension, in the order of a directory listing; it depends on nothing but the model and the
/// released versions, oldest first.
package func plan(_ model: ExtensionModel, after past: [PastVersion] = []) -> [GeneratedFile] {
    let name = model.name.text
    var files = [
        generated(".gitattributes", gitAttributes(model, after: past.map(\.release))),
        generated("Makefile", makefile(model, after: past.map(\.release))),
        GeneratedFile(
            path: "dynpgext.h",
            contents: "/* \(Code<C>.marker.text) */\n\(Embedded.interfaceHeader)",
            ownership: .generated),
        generated("pg_compat.h", compatHeader()),
        generated("\(name).c", extensionSource(model)),
        generated("\(name).control", controlFile(model)),
        generated("\(name).h", extensionHeader(model)),
        generated("\(name).sql", installScript(model)),
    ]
    if !model.workers.isEmpty { files.append(generated("\(name)_workers.c", workersSource(model))) }
    return files + versionFiles(model, after: past) + [
        yours(".gitignore", gitIgnore(model)),
        yours("\(name)_hooks.c", hooksSource(model)),
        yours("\(name).extra.sql", extraScript(model)),
        yours("README.md", readme(model)),
    ]
}

private func generated<L>(_ path: String, _ code: Code<L>) -> GeneratedFile {
    GeneratedFile(path: path, contents: code.fileContents, ownership: .generated)
}

private func yours<L>(_ path: String, _ code: Code<L>) -> GeneratedFile {
    GeneratedFile(path: path, contents: code.fileContents, ownership: .yours)
}
