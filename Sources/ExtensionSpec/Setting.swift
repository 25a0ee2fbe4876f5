/// A configuration parameter, as written.
package struct Setting: Sendable {
    package enum ValueType: String, Sendable, CaseIterable { case bool, int, duration }

    package var name: Located<String>
    package var type: Located<ValueType>
    package var defaultValue: Located<Scalar>
    package var minimum: Located<Scalar>?
    package var maximum: Located<Scalar>?
    package var comment: Located<String>?
}

/// A JSON value that is neither an object nor an array; which kind is right depends on a neighbour.
package enum Scalar: Sendable, Equatable {
    case bool(Bool)
    case integer(Int64)
    /// A number with a fraction or an exponent.
    case real(Double)
    case string(String)
}

extension Setting {
    /// An element of `settings`.
    init(from object: inout ObjectDecoder) {
        name = object.required("name", .string, "its name after the extension's and a dot")
        type = object.required(
            "type", .choice(ValueType.self, notYet: ["real", "string", "enum", "size"]),
            "the type of its values")
        defaultValue = object.required("default", .scalar, "its value when nobody sets it")
        minimum = object.optional("min", .scalar, "the least value")
        maximum = object.optional("max", .scalar, "the greatest value")
        comment = object.optional("comment", .string, "what it is for, in one line")
        object.notYet("values", "context")
    }
}
