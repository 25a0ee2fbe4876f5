import CodeText
import Model

/// The files of `runtime/` that an extension carries: those that its spec needs.
func runtimeFiles(of model: ExtensionModel) -> [GeneratedFile] {
    let needed = runtimeNames(of: model)
    return Embedded.runtime.filter { needed.contains($0.path) }.map { file in
        GeneratedFile(
            path: "runtime/\(file.path)", contents: file.contents, ownership: .generated)
    }
}

/// The C files of the runtime, without what follows the dot.
func runtimeObjects(of model: ExtensionModel) -> [String] {
    runtimeNames(of: model).filter { $0.hasSuffix(".c") }.map { String($0.dropLast(2)) }.sorted()
}

private func runtimeNames(of model: ExtensionModel) -> Set<String> {
    let workers = model.workers
    let hasView = model.blocks.contains(where: \.hasView)
    let files: [(name: String, isNeeded: Bool)] = [
        ("extension.c", true),
        ("internal.h", true),
        ("interface_\(model.interface).c", true),
        ("pg_compat.h", true),
        ("runtime.h", true),
        ("blocks.c", !model.blocks.isEmpty || !workers.isEmpty),
        ("loader.c", !model.blocks.isEmpty || !workers.isEmpty),
        ("rows.c", hasView || !workers.isEmpty),
        ("requests.c", !workers.isEmpty),
        ("status.c", !workers.isEmpty),
        ("tick.c", !workers.isEmpty),
        ("worker.c", !workers.isEmpty),
        ("transaction.c", workers.contains(where: \.isConnected)),
        ("identity.c", workers.contains(where: \.isConnected)),
        ("trust.c", workers.contains(where: \.isConnected)),
        ("defaults.c", !workers.isEmpty),
        ("session.c", workers.contains(where: \.hasSessions)),
        ("wake.c", workers.contains(where: \.hasWake)),
    ]
    return Set(files.filter(\.isNeeded).map(\.name))
}
