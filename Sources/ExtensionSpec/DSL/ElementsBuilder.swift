/// What can stand between the braces of an extension.
public protocol ExtensionElement: Sendable {}

/// Collects what stands between braces; loops, conditions and calls of functions may stand there too.
@resultBuilder
public enum ElementsBuilder<Element> {
    /// One element.
    public static func buildExpression(_ element: Element) -> [Element] { [element] }

    /// Several elements, such as those that a function returns.
    public static func buildExpression(_ elements: [Element]) -> [Element] { elements }

    /// A call that is made for its effect, such as `print`.
    public static func buildExpression(_ nothing: Void) -> [Element] { [] }

    /// One statement after another.
    public static func buildBlock(_ elements: [Element]...) -> [Element] {
        elements.flatMap(\.self)
    }

    /// `for`.
    public static func buildArray(_ elements: [[Element]]) -> [Element] { elements.flatMap(\.self) }

    /// `if` without `else`.
    public static func buildOptional(_ elements: [Element]?) -> [Element] { elements ?? [] }

    /// `if` with `else`, `switch`.
    public static func buildEither(first elements: [Element]) -> [Element] { elements }

    /// `if` with `else`, `switch`.
    public static func buildEither(second elements: [Element]) -> [Element] { elements }
}
