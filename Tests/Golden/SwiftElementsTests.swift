import Foundation
import ServerHarness
import Templates
import Testing

/// What a spec in Swift is made of follows from the keys that the format declares.
@Suite struct SwiftElementsTests {
    @Test func followFromTheKeys() throws {
        let file = checkout.appending(path: "Sources/ExtensionSpec/Elements.swift")
        let text = elementsSource().fileContents
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
            let embedding = Process()
            embedding.executableURL = checkout.appending(path: "scripts/embed")
            try embedding.run()
            embedding.waitUntilExit()
            Issue.record("recorded Elements.swift: read `git diff`, then run the tests again")
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        #expect(recorded == text, "run `make golden`, then read `git diff`")
    }

    /// The binary carries the module as it is.
    @Test func areEmbedded() throws {
        let folder = checkout.appending(path: "Sources/ExtensionSpec")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(EmbeddedDSL.sources.keys.sorted() == names.sorted(), "run scripts/embed")
        for (name, text) in EmbeddedDSL.sources {
            let file = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            #expect(text == file, "run scripts/embed")
        }
    }
}
