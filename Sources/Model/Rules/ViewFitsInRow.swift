import PostgreSQL
import SpecLanguage

/// A view's row can be shown.
enum ViewFitsInRow: Rule {
    static let reason = """
        A view has a column for each field and shows them in one row, which reaches a client \
        as text in one message of less than 1 GiB.
        """
    static let source = """
        `MaxHeapAttributeNumber` of `access/htup_details.h`; `lib/stringinfo.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.blocks.filter { $0.view?.value == true }.flatMap { breaches(in: $0) }
    }

    private static func breaches(in block: Block) -> [Diagnostic] {
        let fields = block.fields?.value ?? []
        let view = block.view?.range ?? block.name.range
        var found: [Diagnostic] = []
        if fields.count > Limits.columns {
            found.append(
                Diagnostic(
                    .error,
                    "the view of block \"\(block.name.value)\" would have \(fields.count) columns; PostgreSQL allows \(Limits.columns)",
                    at: view,
                    hint: "Remove \"view\", use arrays, or spread the fields over more blocks."))
        }
        var rest = Limits.valueSize
        for field in fields {
            let (size, overflow) = shownSize(of: field)
            if overflow || size > rest {
                return found + [
                    Diagnostic(
                        .error,
                        "field \"\(field.name.value)\" makes the view's row too large to be shown",
                        at: field.name.range,
                        hint:
                            "Make \"length\" or \"count\" smaller, or remove \"view\": as text, a row stays below 1 GiB.",
                        notes: [.init("the view is asked for here", at: view)])
                ]
            }
            rest -= size
        }
        return found
    }

    /// The bytes of a field as text, at most: each byte of text and bytes may need two, and quotes around all.
    private static func shownSize(of field: Field) -> (size: Int64, overflow: Bool) {
        let length = min(max(field.length?.value ?? 0, 0), Limits.valueSize)
        let element = field.type.value.size == nil ? 2 * length + 8 : Limits.shownNumber
        let (size, overflow) = element.multipliedReportingOverflow(
            by: max(field.count?.value ?? 1, 1))
        return (size, overflow)
    }
}
