/// A place in the text of a spec.
package struct SourceLocation: Sendable, Hashable, Comparable {
    /// Bytes from the start of the text.
    package let offset: Int
    /// Counted from 1.
    package let line: Int
    /// Unicode scalars from the start of the line, counted from 1.
    package let column: Int

    package init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }

    package static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
}

/// A stretch of a spec's text, from `start` up to, not including, `end`.
package struct SourceRange: Sendable, Hashable {
    package let start: SourceLocation
    package let end: SourceLocation

    package init(start: SourceLocation, end: SourceLocation) {
        self.start = start
        self.end = end
    }
}

/// A value with the place where the spec says it.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let range: SourceRange

    package init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }
}

extension Located: Equatable where Value: Equatable {}
