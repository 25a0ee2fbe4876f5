/// What can stand between the braces of an extension.
public protocol ExtensionElement: Sendable {}

/// Collects what stands between braces: elements, loops, conditions, and calls of functions that make elements.
@resultBuilder
public enum ElementsBuilder<Element> {
    /// Takes one element.
    public static func buildExpression(_ element: Element) -> [Element] { [element] }

    /// Takes several elements, such as those that a function returns.
    public static func buildExpression(_ elements: [Element]) -> [Element] { elements }

    /// Lets a call stand that is made for its effect, such as `print`.
    public static func buildExpression(_ nothing: Void) -> [Element] { [] }

    /// Joins one statement after another.
    public static func buildBlock(_ elements: [Element]...) -> [Element] {
        elements.flatMap(\.self)
    }

    /// Joins the rounds of a `for`.
    public static func buildArray(_ elements: [[Element]]) -> [Element] { elements.flatMap(\.self) }

    /// Takes what an `if` without `else` gives.
    public static func buildOptional(_ elements: [Element]?) -> [Element] { elements ?? [] }

    /// Takes the first branch of an `if` or a `switch`.
    public static func buildEither(first elements: [Element]) -> [Element] { elements }

    /// Takes another branch.
    public static func buildEither(second elements: [Element]) -> [Element] { elements }

    /// Takes what stands behind `if #available`.
    public static func buildLimitedAvailability(_ elements: [Element]) -> [Element] { elements }

    /// Ends the braces.
    public static func buildFinalResult(_ elements: [Element]) -> [Element]? { elements }
}

/// Stands for braces that are not there.
@usableFromInline
func noBraces<Element>() -> [Element]? { nil }
