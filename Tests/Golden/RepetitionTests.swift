import Foundation
import ServerHarness
import Testing

/// What stands in several extensions is in the runtime, once.
@Suite struct RepetitionTests {
    @Test func noBodyStandsInTwoExtensions() throws {
        var owners: [String: String] = [:]
        var count = 0
        for golden in GoldenCase.all {
            for (path, data) in try contents(of: golden.expected) where isGenerated(path, golden) {
                for body in bodies(String(decoding: data, as: UTF8.self), of: golden.name) {
                    count += 1
                    let first = owners[body] ?? golden.name
                    owners[body] = first
                    #expect(first == golden.name, "\(first) and \(golden.name) both have\n\(body)")
                }
            }
        }
        // Settings, defaults of fields: there are some.
        #expect(count > 5)
    }

    /// The pattern finds functions, and names do not hide that two are the same.
    @Test func comparesBodies() {
        let text = """
            static void
            a_b_make(void *memory)
            {
            \ta_b *block = memory;

            \ta_b_init(block);
            }

            """
        let found = bodies(text, of: "a")
        #expect(found.count == 1)
        #expect(found == bodies(text.replacingOccurrences(of: "a_", with: "other_"), of: "other"))
        #expect(bodies("struct x\n{\n\tint y;\n};\n", of: "a").isEmpty)
    }

    private func isGenerated(_ path: String, _ golden: GoldenCase) -> Bool {
        path == "\(golden.name).c" || path == "\(golden.name).h"
    }

    /// The bodies of functions, in which the names that the spec gives are all the same.
    private func bodies(_ text: String, of name: String) -> [String] {
        text.components(separatedBy: "\n{\n").dropFirst().compactMap { rest -> String? in
            guard let end = rest.range(of: "\n}\n") else { return nil }
            let body = String(rest[..<end.lowerBound])
            // A struct or an array has its end in another form, so its text holds the next function too.
            guard !body.contains("\n}") else { return nil }
            return body.replacingOccurrences(
                of: "\\b\(name)([_.]\\w+)?\\b", with: "NAME",
                options: [.regularExpression, .caseInsensitive])
        }
    }
}
