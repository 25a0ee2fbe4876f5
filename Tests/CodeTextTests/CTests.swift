import Foundation
import ServerHarness
import Testing

@testable import CodeText

/// C as compilers read it.
@Suite struct CTests {
    enum Compiler: String, CaseIterable { case gcc, clang }

    /// Each string is a literal that holds it, and a comment that ends where it should.
    @Test(arguments: Compiler.allCases, ["gnu99", "c99"]) func holdsHostileStrings(
        _ compiler: Compiler, _ standard: String
    ) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.program.fileContents, to: "hostile.c")
        let compiled = try await run(
            [
                compiler.rawValue, "-std=\(standard)", "-Wall", "-Wextra", "-Werror", "-o",
                folder.path("hostile"), folder.path("hostile.c"),
            ])
        try #require(compiled.status == 0, "\(compiled.output.prefix(4000))")
        let printed = try await run([
            "sh", "-c", "\"$0\" > \"$1\"", folder.path("hostile"), folder.path("out"),
        ])
        try #require(printed.status == 0)
        let output = try Data(contentsOf: URL(filePath: folder.path("out")))
        let strings = output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
        try #require(strings.count == HostileStrings.all.count)
        for (string, expected) in zip(strings, HostileStrings.all) {
            #expect(Data(string) == Data(expected.utf8), "\(expected.debugDescription.prefix(200))")
        }
    }

    /// A reader sees all that there is.
    @Test func hidesNothing() {
        let unseen = Self.program.fileContents.unicodeScalars.filter {
            isUnseen($0) && $0 != "\n" && $0 != "\t"
        }
        #expect(unseen.isEmpty)
    }

    /// Prints every string with its NUL.
    private static let program: Code<C> = """
        #include <stdio.h>

        #define SHOW(string) fwrite(string, 1, sizeof(string), stdout)

        int
        main(void)
        {
            \(lines { for string in HostileStrings.all { show(string) } })
            return 0;
        }
        """

    private static func show(_ string: String) -> Code<C> {
        """
        /* \(comment: string) */
        /* \(comment: string)*/
        /*
         * \(comment: string)
         */
        SHOW(\(literal: string));
        """
    }
}

/// Tabs where pgindent has them.
@Suite struct TabTests {
    @Test(arguments: [
        ("    x;", "\tx;"),
        ("        x;", "\t\tx;"),
        ("      x;", "\t  x;"),
        ("   x;", "   x;"),
        ("int         x;", "int\t\t\tx;"),
        ("char       *x;", "char\t   *x;"),
        ("unsigned int x;", "unsigned int x;"),
        ("bool  x;", "bool  x;"),
        ("bool    x;        /* a  b */", "bool\tx;\t\t  /* a  b */"),
        ("x;  \ny;    ", "x;\ny;"),
        (#"f("a     b",     c);"#, #"f("a     b",\#t c);"#),
        (#"f("\"     b",     c);"#, #"f("\"     b",\#t  c);"#),
        (#"f("\\",     "     ");"#, #"f("\\",\#t\#t"     ");"#),
        (#"f('"',     '"');"#, #"f('"',\#t   '"');"#),
        ("/* it's      x */", "/* it's\t\t x */"),
        ("/*\n *  a  b\n *      \"c     d\"\n */", "/*\n *  a  b\n *\t\t\"c\t   d\"\n */"),
        ("f(\"\u{301}a     b\");", "f(\"\u{301}a     b\");"),
    ])
    func replacesSpaces(_ source: String, _ expected: String) {
        #expect(Code<C>(verbatim: source).fileContents == expected + "\n")
    }

    /// With tabs of four columns, the finished file looks like the template.
    @Test func looksTheSame() {
        let parts = [
            " ", "  ", "   ", "    ", "     ", "x", "foo(", ");", "/*", "*/", "*", "\"a   b\"",
            "'\"'", "\n",
        ]
        var state: UInt64 = 1
        for _ in 0..<2_000 {
            var source = ""
            for _ in 0..<16 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                source += parts[Int(state >> 33) % parts.count]
            }
            #expect(expanded(Code<C>(verbatim: source).fileContents) == trimmed(source) + "\n")
        }
    }

    private func expanded(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var result = ""
            for character in line {
                let width = character == "\t" ? 4 - result.count % 4 : 1
                result += String(repeating: character == "\t" ? " " : character, count: width)
            }
            return result
        }.joined(separator: "\n")
    }

    private func trimmed(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = line
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }
}
