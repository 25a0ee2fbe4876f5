/// Text that has broken generators of code, and random mixtures of its parts.
enum HostileStrings {
    static let all: [String] = written + mixtures(count: 400)

    private static let written: [String] =
        [
            "", " ", "\n", "\n\n", "\r\n", "a\nb", "a\n", "\\", "a\\", "\\\n", "\"", "'", "\"\"",
            "''",
            "*/", "/*", "*//*", "**/", "* /", "//", "/", "*", "??/", "???/", "??/\n", "??=", "????",
            "?",
            "%s%n", "$(rm)", "${HOME}", "`id`", "$$", "MODULE_PATHNAME", "xMODULE_PATHNAMEx",
            "MODULE_MODULE_PATHNAME", "@extschema@", "@extschema:x@", "\\echo", "\\quit",
            "\n\\echo x",
            "\u{1}7", "\u{1}F", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}evil\u{202C}", "\u{2066}",
            "\u{FEFF}",
            "\u{200B}", "\u{200D}", "\u{E000}", "\u{10FFFF}", "🐘", "👩‍👩‍👧", "é", "e\u{301}", "ﷺ",
            // A mark that joins the quote before it to one character.
            "\u{301}", "\u{301}a     b", "\u{301}\"", "\"\u{301}", "'\u{301}", "\\\u{301}",
            "*\u{301}/",
            "\u{301}@", "     \u{301}     x", "a     b", "     ", "\t\t", "\ta",
            String(repeating: "x", count: 20_000), String(repeating: "\"", count: 5_000),
            String(repeating: "?", count: 5_000), String(repeating: "*/", count: 5_000),
        ] + [ascii, String(ascii.reversed())]

    /// Every character from 1 to 127.
    private static let ascii = String(
        String.UnicodeScalarView((1...127).compactMap { Unicode.Scalar($0) }))

    private static let parts = [
        "\"", "'", "\\", "\n", "\r", "\t", " ", "    ", "?", "??/", "*", "/", "*/", "/*", "a", "0",
        "7", "F",
        "x41", "u0041", "@", "_", "MODULE", "PATHNAME", "$", "%", "#", "\u{301}", "\u{202E}",
        "\u{FEFF}",
        "\u{1}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "🐘", "ß", "-", "--", ";",
    ]

    /// The same ones in each run.
    private static func mixtures(count: Int) -> [String] {
        var state: UInt64 = 2013
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        return (0..<count).map { _ in
            (0...next(12)).map { _ in parts[next(parts.count)] }.joined()
        }
    }
}
