/// A block of shared memory, as written.
package struct Block: Sendable {
    package enum Lock: String, Sendable, CaseIterable {
        case none, lwlock
        /// Understood, so that the refusal can tell its reason.
        case spinlock

        package static let allCases: [Lock] = [.none, .lwlock]
    }

    package var name: Located<String>
    package var scope: Located<Scope>
    package var lock: Located<Lock>?
    /// Raw bytes, instead of fields.
    package var size: Located<Int64>?
    /// The typed fields and the place of their array; nil when the key is absent.
    package var fields: Located<[Field]>?
    package var view: Located<Bool>?
    /// Whether a SQL function puts the fields back to their defaults.
    package var reset: Located<Bool>?
    /// Whether the user's C function prepares a new block.
    package var initHook: Located<Bool>?
    /// What the loader calls the block, instead of a name that tells the layout.
    package var key: Located<String>?
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
    /// What the field, or each of its elements, holds at first; nil is zero.
    package var defaultValue: Located<Scalar>?
    package var comment: Located<String>?
}

extension Block {
    /// An element of `shmem`.
    init(from object: inout ObjectDecoder) {
        name = object.required("name", .name, "what the block is called")
        scope = object.required("scope", .choice(Scope.self), "one for the server or per database")
        lock = object.optional(
            "lock", .choice(Lock.self), default: "none", "the lock that guards the block")
        size = object.optional("size", .integer, "its bytes, for a block without fields")
        fields = object.optional(
            "fields", .list(of: .object(Field.init(from:))), "what it holds, in order")
        view = object.optional("view", .boolean, default: "false", "whether a view shows it")
        reset = object.optional(
            "reset", .boolean, default: "false",
            "whether a SQL function puts its fields back to their defaults")
        initHook = object.optional(
            "init", .boolean, default: "false", "whether a C function of yours prepares it")
        key = object.optional(
            "key", .string, default: "NAME:BLOCK:FINGERPRINT", "what the loader calls it")
        comment = object.optional("comment", .string, "what it is for, in one line")
    }
}

extension Field {
    /// An element of `fields`.
    init(from object: inout ObjectDecoder) {
        name = object.required("name", .name, "what the field is called")
        type = object.required("type", .choice(ValueType.self), "the type of its value")
        length = object.optional("length", .integer, "the bytes of a text or bytes field")
        count = object.optional("count", .integer, "the elements of an array")
        defaultValue = object.optional(
            "default", .scalar, default: "zero", "what it, or each element, holds at first")
        comment = object.optional("comment", .string, "what it is for, in one line")
    }
}
