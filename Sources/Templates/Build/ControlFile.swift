import CodeText
import Model

/// `NAME.control`.
func controlFile(_ model: ExtensionModel) -> Code<Configuration> {
    """
    # \(Code.marker)
    \(model.comment.map { "comment = \(literal: $0)" } ?? .empty)
    default_version = \(literal: model.version)
    module_pathname = '$libdir/\(model.name)'
    schema = '\(model.schema)'
    relocatable = false
    encoding = 'UTF8'
    """
}
