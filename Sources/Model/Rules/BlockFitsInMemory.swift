import ExtensionSpec
import PostgreSQL

/// A block stays below 1 GiB: the historic loader forgets the scope of a larger one, and palloc() cannot copy it.
enum BlockFitsInMemory: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] { spec.blocks.compactMap(breach) }

    private static func breach(in block: Block) -> Diagnostic? {
        if let size = block.size {
            guard size.value < 1 || size.value > Limits.blockSize else { return nil }
            return Diagnostic(
                .error, "size \(size.value) is out of range", at: size.range,
                hint: "Use 1 to \(Limits.blockSize) bytes.")
        }
        guard let fields = block.fields else { return nil }
        // Room for the lock and for padding after each field.
        var rest = Limits.blockSize - 64
        for field in fields.value {
            guard let size = bytes(of: field), size <= rest else {
                return Diagnostic(
                    .error,
                    "block \"\(block.name.value)\" is larger than \(Limits.blockSize) bytes",
                    at: field.name.range,
                    hint: "Make \"length\" or \"count\" smaller.")
            }
            rest -= size
        }
        return nil
    }

    /// The bytes of a field with its padding, at most; nil if no integer holds them.
    private static func bytes(of field: Field) -> Int64? {
        let (product, overflow) = max(field.count?.value ?? 1, 1)
            .multipliedReportingOverflow(by: max(field.length?.value ?? 8, 1))
        return overflow || product > Limits.blockSize ? nil : product + 8
    }
}
