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
    case string(String)
}
