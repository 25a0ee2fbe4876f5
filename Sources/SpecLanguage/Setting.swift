/// A configuration parameter, as written.
package struct Setting: Sendable {
    package enum ValueType: String, Sendable, CaseIterable {
        case bool, int, real, string, `enum`, duration, size
    }

    /// Who may change it, and when; the words are PostgreSQL's.
    package enum Context: String, Sendable, CaseIterable {
        case sighup, user, superuser, backend, postmaster
    }

    package var name: Located<String>
    package var type: Located<ValueType>
    package var defaultValue: Located<Scalar>
    package var minimum: Located<Scalar>?
    package var maximum: Located<Scalar>?
    /// The words of an enum, in order, and the place of their array.
    package var values: Located<[Located<String>]>?
    package var context: Located<Context>?
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
        name = object.required(
            "name", .name, example: #""interval""#, "its name after the extension's and a dot")
        type = object.required(
            "type", .choice(ValueType.self), example: #""duration""#,
            "the type of its values")
        defaultValue = object.required(
            "default", .scalar, example: #""10s""#,
            "its value when nobody sets it")
        minimum = object.optional(
            "min", .scalar, default: "the least value of the type", example: #""10ms""#,
            "the least value of an int, a real, a duration or a size")
        maximum = object.optional(
            "max", .scalar, default: "the greatest value of the type", example: #""1h""#,
            "the greatest value of an int, a real, a duration or a size")
        values = object.optional(
            "values", .list(of: Shape<String>.name.located, isEmptyAllowed: false),
            example: #"["low", "high"]"#,
            "the words of an enum")
        context = object.optional(
            "context", .choice(Context.self), default: "sighup",
            "who may set it: sighup, the configuration files alone; user, each session; superuser, sessions of superusers; backend, each session as it starts"
        )
        comment = object.optional("comment", .string, "what it is for, in one line")
    }
}
