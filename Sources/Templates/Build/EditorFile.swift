import CodeText

/// `.editorconfig`, the user's own; written once.
func editorConfig() -> Code<Patterns> {
    """
    root = true

    [*]
    charset = utf-8
    end_of_line = lf
    insert_final_newline = true
    trim_trailing_whitespace = true
    indent_style = space
    indent_size = 4

    [*.{c,h}]
    indent_style = tab

    [Makefile*]
    indent_style = tab

    [*.{json,yml}]
    indent_size = 2

    # What psql prints, to the byte.
    [test/expected/*]
    trim_trailing_whitespace = false
    """
}
