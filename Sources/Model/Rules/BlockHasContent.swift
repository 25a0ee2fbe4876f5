import SpecLanguage

/// A block is either typed fields or raw bytes.
enum BlockHasContent: Rule {
    static let reason = """
        A block is either typed fields or raw bytes; a view needs fields for its columns.
        """
    static let source = """
        the generated C and SQL
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.blocks.flatMap { breaches(in: $0) }
    }

    private static func breaches(in block: Block) -> [Diagnostic] {
        let name = block.name.value
        switch (block.size, block.fields) {
        case (nil, nil):
            return [
                Diagnostic(
                    .error, "block \"\(name)\" has neither fields nor a size", at: block.name.range,
                    hint: "Add \"fields\" for typed values or \"size\" for raw bytes.")
            ]
        case (let size?, let fields?):
            return [
                Diagnostic(
                    .error, "block \"\(name)\" has both fields and a size", at: size.range,
                    hint: "Remove \"size\": the fields give it.",
                    notes: [.init("the fields are here", at: fields.range)])
            ]
        case (nil, let fields?) where fields.value.isEmpty:
            return [
                Diagnostic(
                    .error, "block \"\(name)\" has no fields", at: fields.range,
                    hint: "Add a field, or remove the block.")
            ]
        case (_?, nil) where block.reset?.value == true:
            return [
                Diagnostic(
                    .error, "block \"\(name)\" has a reset but no fields to put back",
                    at: block.reset?.range ?? block.name.range,
                    hint: "Describe the block with \"fields\", or remove \"reset\".")
            ]
        case (_?, nil) where block.view?.value == true:
            return [
                Diagnostic(
                    .error, "block \"\(name)\" has a view but no fields to show",
                    at: block.view?.range ?? block.name.range,
                    hint: "Describe the block with \"fields\", or remove \"view\".")
            ]
        default: return []
        }
    }
}
