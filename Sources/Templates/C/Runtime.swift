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
    Set(RuntimeFile.allCases.filter { $0.isNeeded(by: model) }.map(\.rawValue))
}

extension RuntimeFile {
    fileprivate func isNeeded(by model: ExtensionModel) -> Bool {
        let workers = model.workers
        return switch self {
        case .extensionC, .internalHeader, .pgCompat, .runtimeHeader: true
        case .interface1: model.interface == 1
        case .interface2: model.interface == 2
        case .blocks, .loader: !model.blocks.isEmpty || !workers.isEmpty
        case .rows: model.blocks.contains(where: \.hasView) || !workers.isEmpty
        case .requests, .status, .tick, .worker, .defaults: !workers.isEmpty
        case .transaction, .identity, .trust: workers.contains(where: \.isConnected)
        case .session: workers.contains(where: \.hasSessions)
        case .wake: workers.contains(where: \.hasWake)
        }
    }
}
