import PostgreSQL
import SpecLanguage

/// A block stays below 1 GiB.
enum BlockFitsInMemory: Rule {
    static let reason = """
        A block stays below 1 GiB: the historic loader forgets the scope of a larger one, and \
        `palloc()` cannot copy it.
        """
    static let source = """
        `MaxAllocSize` of `utils/memutils.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] { spec.blocks.compactMap(breach) }

    /// Why a block does not fit, if so.
    static func breach(in block: Block) -> Diagnostic? {
        if let size = block.size {
            guard size.value < 1 || size.value > Limits.blockSize else { return nil }
            return Diagnostic(
                .error, "size \(size.value) is out of range", at: size.range,
                hint: "Use 1 to \(Limits.blockSize) bytes.")
        }
        var rest = Limits.blockSize
        for field in block.fields?.value ?? [] {
            guard let size = size(of: field), size <= rest else {
                return Diagnostic(
                    .error,
                    "block \"\(block.name.value)\" grows over \(Limits.blockSize) bytes with field \"\(field.name.value)\"",
                    at: field.name.range,
                    hint: "Make \"length\" or \"count\" smaller.")
            }
            rest -= size
        }
        return nil
    }

    /// The bytes of a field up to the next multiple of 8, or of a cache line for an atomic one, beyond which no
    /// padding goes; nil if no integer holds them.
    private static func size(of field: Field) -> Int64? {
        let element = field.type.value.size ?? max(field.length?.value ?? 1, 1)
        let (size, overflow) = element.multipliedReportingOverflow(
            by: max(field.count?.value ?? 1, 1))
        let unit = field.type.value.isAtomic ? SharedTypes.cacheLine : 8
        return overflow || size > Limits.blockSize ? nil : size.rounded(up: unit)
    }
}

extension Field.ValueType {
    /// Is a value read and written without a lock?
    var isAtomic: Bool { self == .atomicUInt32 || self == .atomicUInt64 }

    /// Bytes of one value in C; nil for text and bytes, whose length the spec says.
    package var size: Int64? {
        switch self {
        case .bool: 1
        case .int2: 2
        case .int4, .uint4, .float4, .oid, .atomicUInt32: 4
        case .int8, .uint8, .float8, .timestamptz, .atomicUInt64: 8
        case .text, .bytes: nil
        }
    }
}
