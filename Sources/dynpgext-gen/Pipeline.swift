import CodeText
import Model
import SpecLanguage
import Templates
import Workspace

/// A document to what has been proven, after the versions that were generated before: the passes that can reject a spec.
@discardableResult
func model(
    of document: SpecDocument, after generated: [Release] = [], acceptingLayouts: Bool = false
) throws(SpecRejected) -> ExtensionModel {
    try resolve(decode(document), after: generated, acceptingLayouts: acceptingLayouts)
}

/// A proven spec, what a directory shall hold, and the versions that this belongs to.
struct Planned {
    let model: ExtensionModel
    let files: [GeneratedFile]
    let versions: [Release]
    /// What the directory held when the spec was proven.
    let originals: Originals
    /// What the last run knew of the blocks.
    let before: [Release.Layout]
}

extension Target {
    /// The spec, proven beside the versions that were generated before.
    func proven(
        acceptingLayouts: Bool = false
    ) throws(CommandFailure) -> (model: ExtensionModel, history: History) {
        try proven(SpecSource(readSpec()), acceptingLayouts: acceptingLayouts)
    }

    /// The same for a spec that has been read.
    func proven(
        _ spec: SpecSource, acceptingLayouts: Bool = false
    ) throws(CommandFailure) -> (model: ExtensionModel, history: History) {
        let history = try attempt { () throws(WorkspaceFailure) in try History(in: directory) }
        let proven = try reading(spec.text) { () throws(SpecRejected) in
            try model(
                of: spec.document, after: history.generated, acceptingLayouts: acceptingLayouts)
        }
        spec.accept()
        return (proven, history)
    }

    /// The spec with the files that follow from it.
    func planned(acceptingLayouts: Bool = false) throws(CommandFailure) -> Planned {
        let (model, history) = try proven(acceptingLayouts: acceptingLayouts)
        let past = try attempt { () throws(WorkspaceFailure) in
            try history.past(of: model.release)
        }
        return Planned(
            model: model, files: plan(model, after: past),
            versions: past.map(\.release) + [model.release], originals: history.originals,
            before: history.generated.last?.layouts ?? [])
    }

    /// The spec, read and compared with its directory.
    func compared() throws(CommandFailure) -> Comparison { try compared(with: planned()) }

    /// The directory, compared with what it shall hold.
    func compared(with planned: Planned) throws(CommandFailure) -> Comparison {
        try compared(
            with: planned.files, of: planned.versions.map(LockFile.Version.init),
            originals: planned.originals)
    }

    /// The directory, compared with files that belong to these versions; reads what is there unless that was done.
    func compared(
        with files: [GeneratedFile], of versions: [LockFile.Version],
        originals: Originals? = nil, provenance: Provenance = .ofTrees
    ) throws(CommandFailure) -> Comparison {
        try attempt { () throws(WorkspaceFailure) in
            // No ??: it forgets which errors its right side throws.
            let there = if let originals { originals } else { try Originals(in: directory) }
            return try compare(
                files, of: versions, with: there, sparing: specName, provenance: provenance)
        }
    }

    /// Makes the directory hold what the spec says.
    func apply(_ comparison: Comparison, force: Bool) throws(CommandFailure) {
        try attempt { () throws(WorkspaceFailure) in
            try Workspace.apply(comparison, to: directory, force: force)
        }
    }

    /// Tells the user why the directory was not read or not changed.
    private func attempt<Result>(
        _ work: () throws(WorkspaceFailure) -> Result
    ) throws(CommandFailure) -> Result {
        do throws(WorkspaceFailure) {
            return try work()
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
        case .notOriginal(let path, let isThere):
            let shown = directory.displayPath(of: path)
            let drift = isThere ? "changed by hand" : "missing"
            let message = "a released version needs this file as it was generated"
            let hint = "Restore it from version control; it cannot be made again."
            self.init(
                .fault,
                text: """
                    \(printable(shown)): \(drift)
                    dynpgext-gen: error: \(message)
                    hint: \(hint)

                    """,
                annotations: [
                    Annotation(path: shown, message: "\(drift): \(message)", hint: hint)
                ])
        case .notUTF8(let path):
            self.init(
                .fault, "\(directory.displayPath(of: path)) is not UTF-8",
                hint: "It becomes a part of a script, and PostgreSQL reads those as UTF-8.")
        case .refused(let changes): self.init(refused: changes, in: directory)
        case .unfinished(let failure):
            self.init(
                .failure, failure.message,
                hint: "Part of the files is written; run the same command again to finish.")
        }
    }
}
