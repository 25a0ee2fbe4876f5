/// A block of shared memory, as written.
package struct Block: Sendable {
    package enum Lock: String, Sendable, CaseIterable { case none, lwlock }

    package var name: Located<String>
    package var scope: Located<Scope>
    package var lock: Located<Lock>?
    /// Raw bytes, instead of fields.
    package var size: Located<Int64>?
    /// The typed fields and the place of their array; nil when the key is absent.
    package var fields: Located<[Field]>?
    package var view: Located<Bool>?
    package var comment: Located<String>?
}

/// A field of a block, as written.
package struct Field: Sendable {
    package enum ValueType: String, Sendable, CaseIterable {
        case bool, int2, int4, int8, uint4, uint8, float4, float8, oid, timestamptz, text, bytes
        case atomicUInt32 = "atomic_uint32"
        case atomicUInt64 = "atomic_uint64"
    }

    package var name: Located<String>
    package var type: Located<ValueType>
    /// Bytes of a text or bytes field.
    package var length: Located<Int64>?
    /// Elements of an array.
    package var count: Located<Int64>?
    package var comment: Located<String>?
}
