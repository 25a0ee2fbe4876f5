import CodeText
import Model

/// The comment at the top of a file: what it is and why it is there.
func heading(file: Code<C>, purpose: Code<C>, notes: Code<C> = .empty) -> Code<C> {
    #"""
    /*-------------------------------------------------------------------------
     *
     * \#(file)
     *    \#(purpose)
     *
    \#(commentLines(notes))
     *-------------------------------------------------------------------------
     */
    """#
}

/// The marker and the heading of a generated file.
func generatedHeading(file: Code<C>, purpose: Code<C>, notes: Code<C> = .empty) -> Code<C> {
    lines {
        "/* \(Code.marker) */" as Code<C>
        heading(file: file, purpose: purpose, notes: notes)
    }
}

/// Lines as they stand within a comment, with the margin that a comment has.
private func commentLines(_ notes: Code<C>) -> Code<C> {
    guard !notes.isEmpty else { return .empty }
    let lines = notes.text.split(separator: "\n", omittingEmptySubsequences: false)
    return Code(
        verbatim: lines.map { $0.isEmpty ? " *" : " * \($0)" }.joined(separator: "\n") + "\n *")
}

/// The title of a section of a file.
func section(_ title: Code<C>) -> Code<C> {
    #"""
    /*
     * \#(title)
     */
    """#
}

/// A comment in one line, or nothing.
func remark(_ text: String?) -> Code<C> {
    guard let text else { return .empty }
    return "/* \(comment: text) */"
}

/// A declaration in pgindent's columns: the name at the third tab stop, the comment at the eighth.
func declaration(_ type: Code<C>, _ declarator: Code<C>, comment: String? = nil) -> Code<C> {
    let column = declarator.text.hasPrefix("*") ? 11 : 12
    let statement: Code<C> = "\(padded(type, to: column))\(declarator);"
    let remark = remark(comment)
    return remark.isEmpty ? statement : "\(padded(statement, to: 28))\(remark)"
}

/// Text with white space after it, up to a column, at least one.
private func padded(_ code: Code<C>, to column: Int) -> Code<C> {
    Code(verbatim: code.text + String(repeating: " ", count: max(1, column - code.text.utf8.count)))
}
