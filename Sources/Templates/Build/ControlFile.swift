import CodeText
import Model

/// `NAME.control`.
func controlFile(_ model: ExtensionModel) -> Code<Configuration> {
    """
    # \(Code.marker)
    \(model.comment.map { "comment = \(literal: $0)" } ?? .empty)
    default_version = \(literal: model.version)
    module_pathname = '$libdir/\(model.release.libraryFile(in: Configuration.self))'
    \(model.required.isEmpty ? .empty : "requires = \(literal: requirements(of: model))")
    \(model.schema.map { "schema = '\($0)'" } ?? .empty)
    relocatable = \(model.schema == nil ? "true" : "false")
    \(admission(to: model))
    encoding = 'UTF8'
    """
}

/// Names as SplitIdentifierString() of utils/varlena.h reads them: unquoted ones lose their capitals.
private func requirements(of model: ExtensionModel) -> String {
    model.required.map { name in
        if let plain = Name(name) { return plain.text }
        return "\""
            + name.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }.joined(separator: ", ")
}

private func admission(to model: ExtensionModel) -> Code<Configuration> {
    switch model.admission {
    case .superusers: .empty
    case .trusted: "trusted = true"
    case .anyone: "superuser = false"
    }
}

/// `NAME--VERSION.control`: what differs from NAME.control for one version; its default version may not.
func secondaryControl(_ release: Release) -> Code<Configuration> {
    """
    # \(Code.marker)
    module_pathname = '$libdir/\(release.libraryFile(in: Configuration.self))'
    """
}

/// Whether the versions have different libraries, so that each says which is its own.
func needsControlFiles(_ releases: [Release]) -> Bool {
    releases.contains { $0.library != $0.name.text }
}

/// `NAME--VERSION.control`.
func controlFile(of release: Release) -> String {
    "\(release.name.text)--\(release.version).control"
}

extension Release {
    /// A checked version in a file's name is safe in every language that we write.
    func libraryFile<L>(in language: L.Type) -> Code<L> { Code(verbatim: library) }
}
