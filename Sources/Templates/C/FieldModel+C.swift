import CodeText
import Model
import PostgreSQL

extension FieldModel {
    /// The type of the member.
    var cType: Code<C> {
        switch type {
        case .bool: "bool"
        case .int2: "int16"
        case .int4: "int32"
        case .int8: "int64"
        case .uint4: "uint32"
        case .uint8: "uint64"
        case .float4: "float4"
        case .float8: "float8"
        case .oid: "Oid"
        case .timestamptz: "TimestampTz"
        case .text: "char"
        case .bytes: "uint8"
        case .atomicUInt32: "pg_atomic_uint32"
        case .atomicUInt64: "pg_atomic_uint64"
        }
    }

    /// The name of the member with its dimensions: elements, then bytes.
    var declarator: Code<C> {
        let elements: Code<C> = count.map { "[\($0)]" } ?? .empty
        let bytes: Code<C> = hasLength ? "[\(length)]" : .empty
        return "\(name)\(elements)\(bytes)"
    }

    private var hasLength: Bool { type == .text || type == .bytes }

    /// The column of a view.
    var column: ColumnType {
        switch type {
        case .bool: .bool
        case .int2: .int2
        case .int4: .int4
        case .int8, .uint4: .int8
        case .uint8, .atomicUInt32, .atomicUInt64: .numeric
        case .float4: .float4
        case .float8: .float8
        case .oid: .oid
        case .timestamptz: .timestamptz
        case .text: .text
        case .bytes: .bytea
        }
    }

    /// The constant of `dynpgext_type`.
    var typeConstant: Code<C> {
        switch type {
        case .bool: "DYNPGEXT_BOOL"
        case .int2: "DYNPGEXT_INT2"
        case .int4: "DYNPGEXT_INT4"
        case .int8: "DYNPGEXT_INT8"
        case .uint4: "DYNPGEXT_UINT4"
        case .uint8: "DYNPGEXT_UINT8"
        case .float4: "DYNPGEXT_FLOAT4"
        case .float8: "DYNPGEXT_FLOAT8"
        case .oid: "DYNPGEXT_OID"
        case .timestamptz: "DYNPGEXT_TIMESTAMPTZ"
        case .text: "DYNPGEXT_TEXT"
        case .bytes: "DYNPGEXT_BYTES"
        case .atomicUInt32: "DYNPGEXT_ATOMIC_UINT32"
        case .atomicUInt64: "DYNPGEXT_ATOMIC_UINT64"
        }
    }
}
