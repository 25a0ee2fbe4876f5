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

    /// Does an integer stand in the member that only numeric holds?
    var isNumeric: Bool { isAtomic || type == .uint8 }

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

    /// The value of one member, or of one element, as a Datum.
    func datum(of place: Code<C>) -> Code<C> {
        switch type {
        case .bool: "BoolGetDatum(\(place))"
        case .int2: "Int16GetDatum(\(place))"
        case .int4: "Int32GetDatum(\(place))"
        case .int8: "Int64GetDatum(\(place))"
        case .uint4: "Int64GetDatum((int64) \(place))"
        case .uint8: "uint64_to_numeric(\(place))"
        case .float4: "Float4GetDatum(\(place))"
        case .float8: "Float8GetDatum(\(place))"
        case .oid: "ObjectIdGetDatum(\(place))"
        case .timestamptz: "TimestampTzGetDatum(\(place))"
        case .text: "bounded_text(\(place), \(length))"
        case .bytes: "bytes_to_bytea(\(place), \(length))"
        case .atomicUInt32: "uint64_to_numeric(pg_atomic_read_u32(&\(place)))"
        case .atomicUInt64: "uint64_to_numeric(pg_atomic_read_u64(&\(place)))"
        }
    }
}

extension ColumnType {
    /// What construct_array() wants to know of the type.
    var c: Code<C> { Code(verbatim: "\(oidMacro), \(arrayArguments)") }
}
