import CodeText
import Foundation
import ServerHarness
import Testing

/// The three rules of `Code`, and what puts pieces together.
@Suite struct CodeTests {
    private let two: Code<C> = "one;\ntwo;"
    private let nothing = Code<C>.empty

    @Test func severalLinesTakeTheIndentationOfTheirLine() {
        let code: Code<C> = """
            {
                \(two)
                if (x) \(two)
                    \(two)
            }
            """
        #expect(
            code.text == """
                {
                    one;
                    two;
                    if (x) one;
                    two;
                        one;
                        two;
                }
                """)
    }

    @Test func indentationAddsUp() {
        let inner: Code<C> = "{\n    \(two)\n}"
        let outer: Code<C> = "{\n    \(inner)\n}"
        #expect(outer.text == "{\n    {\n        one;\n        two;\n    }\n}")
    }

    @Test func blankLinesOfAValueStayEmpty() {
        let value: Code<C> = "one;\n\ntwo;"
        let code: Code<C> = "{\n    \(value)\n}"
        #expect(code.text == "{\n    one;\n\n    two;\n}")
    }

    @Test func aLineOfOnlyEmptyValuesGoesWithItsBlank() {
        let code: Code<C> = """
            one;
                \(nothing)\(nothing)

            two;
            \(nothing)
            three;
            """
        #expect(code.text == "one;\ntwo;\nthree;")
    }

    @Test func onlyOneBlankLineGoes() {
        let code: Code<C> = "one;\n\(nothing)\n\n\ntwo;"
        #expect(code.text == "one;\n\ntwo;")
    }

    @Test func emptyValuesAtTheEndsLeaveNothing() {
        let code: Code<C> = "\(nothing)\n\none;\n\n\(nothing)"
        #expect(code.text == "one;")
        #expect(("\(nothing)" as Code<C>).isEmpty)
    }

    @Test func aLineWithAnythingElseStays() {
        let code: Code<C> = "one;\(nothing)\n\n\(nothing);\n\n\(0)"
        #expect(code.text == "one;\n\n;\n\n0")
    }

    @Test func escapedTextOfSeveralLinesKeepsItsColumn() {
        let code: Code<C> = "    say(\(literal: "a\nb"));"
        #expect(code.text == #"    say("a\n""# + "\n" + #"        "b");"#)
    }

    @Test func piecesAreJoined() {
        let pieces: [Code<C>] = ["a", nothing, "b"]
        #expect((blocks { for piece in pieces { piece } } as Code<C>).text == "a\n\nb")
        #expect((lines { for piece in pieces { piece } } as Code<C>).text == "a\nb")
        #expect(list(pieces, separator: ", ").text == "a, b")
        #expect(("x" as Code<C>).fileContents == "x\n")
    }

    /// What nobody escaped, and what another language escaped, does not compile; the rest does.
    @Test func takesNoBareString() async throws {
        let snippets = [
            (#""\(number) \(code) \(literal: text) \(comment: text)""#, isRefused: false),
            (#""\(text)""#, isRefused: true),
            (#""\(text.dropFirst())""#, isRefused: true),
            (#""\(character)""#, isRefused: true),
            (#""\(sql)""#, isRefused: true),
            (#""\(identifier: text)""#, isRefused: true),
            ("sql", isRefused: true),
            ("text", isRefused: true),
            ("code", isRefused: false),
        ]
        let functions = snippets.map { expression, _ in
            "func f(number: Int, code: Code<C>, text: String, character: Character, sql: Code<SQL>)"
                + " -> Code<C> { \(expression) }"
        }
        let folder = try TemporaryFolder()
        // The names differ, so that only the bodies can be at fault.
        let source = functions.enumerated().map { "enum S\($0) { static \($1) }" }
        try folder.write(source.joined(separator: "\n"), to: "snippet.swift")
        let sources = checkout.appending(path: "Sources/CodeText")
        let files = try FileManager.default.contentsOfDirectory(atPath: sources.path)
        let result = try await run(
            ["swiftc", "-swift-version", "6", "-typecheck", "-package-name", "checked"]
                + files.sorted().map { sources.appending(path: $0).path }
                + [folder.path("snippet.swift")])
        #expect(result.status == 1)
        for (index, snippet) in snippets.enumerated() {
            let isRefused = result.stderr.split(separator: "\n").contains {
                $0.contains("/snippet.swift:\(index + 1):") && $0.contains("error:")
            }
            #expect(isRefused == snippet.isRefused, "\(snippet.0)\n\(result.stderr)")
        }
    }
}

/// A directory that ends with the value.
final class TemporaryFolder: Sendable {
    private let url = FileManager.default.temporaryDirectory.appending(
        path: "codetext-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ file: String) -> String { url.appending(path: file).path }

    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: url.appending(path: file))
    }
}
