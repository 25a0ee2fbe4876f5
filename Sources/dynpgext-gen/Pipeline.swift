import CodeText
import ExtensionSpec
import Model
import Templates
import Workspace

/// Bytes to files: the passes that need no disk.
@discardableResult
func files(of spec: SpecText) throws(CommandFailure) -> [GeneratedFile] {
    do throws(SpecRejected) {
        return plan(try model(of: spec))
    } catch {
        throw CommandFailure(error, in: spec)
    }
}

/// Bytes to what has been proven: the passes that can reject a spec.
@discardableResult
func model(of spec: SpecText) throws(SpecRejected) -> ExtensionModel {
    try resolve(decode(read(spec)))
}

extension Target {
    /// The spec, read and compared with its directory.
    func compared() throws(CommandFailure) -> Comparison {
        let files = try files(of: readSpec())
        do throws(WorkspaceFailure) {
            return try compare(files, with: directory, sparing: specName)
        } catch {
            throw CommandFailure(error, in: directory)
        }
    }

    /// Makes the directory hold what the spec says.
    func apply(_ comparison: Comparison, force: Bool) throws(CommandFailure) {
        do throws(WorkspaceFailure) {
            try Workspace.apply(comparison, to: directory, force: force)
        } catch {
            throw CommandFailure(error, in: directory)
        }
    }
}

extension CommandFailure {
    fileprivate init(_ failure: WorkspaceFailure, in directory: Directory) {
        switch failure {
        case .file(let failure): self.init(failure)
        case .lockFile(let path, let rejected): self.init(rejected, path: path)
        case .refused(let changes): self.init(refused: changes, in: directory)
        }
    }
}
