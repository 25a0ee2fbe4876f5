import Templates
import Workspace

extension Provenance {
    /// In the directory of a spec.
    static let ofTrees = Provenance(
        kind: { path in
            switch TreePath(path)?.ownership {
            case .generated?: path.hasPrefix("\(ReleasedFiles.folder)/") ? .lasting : .generated
            case .yours?: .yours
            case nil: nil
            }
        }, isMarked: isMarkedAsGenerated)

    /// In the directory of the loader's sources.
    static let ofLoaders = Provenance(
        kind: { loaderPaths.contains($0) ? .generated : nil }, isMarked: isLoaderSource)
}
