import Foundation
import ServerHarness
import Templates
import Testing

/// What is believed of a lock file, beside all that is generated.
@Suite struct TreePathTests {
    /// A file that does not pass here could be neither updated nor removed.
    @Test(arguments: GoldenCase.all.map(\.expected) + [oldTree])
    func allThatIsGeneratedIsOurs(tree: URL) throws {
        let lock = try String(contentsOf: tree.appending(path: "dynpgext.lock"), encoding: .utf8)
        let lines = lock.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.count > 10)
        for line in lines {
            let path = String(line.last ?? "")
            // What all trees carry stands once in the repository.
            guard path != "runtime/dynpgext.h" else { continue }
            let root = path.hasPrefix("runtime/") ? checkout : tree
            let text = { try Array(Data(contentsOf: root.appending(path: path))) }
            if line[0] == "generated" {
                #expect(TreePath(path)?.ownership == .generated, "\(path)")
                #expect(try isMarkedAsGenerated(path, text()), "\(path)")
            } else if line[0] == "yours" {
                #expect(TreePath(path) != nil, "\(path)")
                if let text = try? text() { #expect(!isMarkedAsGenerated(path, text), "\(path)") }
            }
        }
    }

    /// A tree of the first format.
    private static let oldTree = checkout.appending(
        path: "Tests/CommandTests/Fixtures/format-1")

    @Test func theLoadersSourcesAreOurs() {
        for file in loaderFiles() {
            #expect(loaderPaths.contains(file.path))
            #expect(isLoaderSource(file.path, Array(file.contents.utf8)), "\(file.path)")
            #expect(!isLoaderSource(file.path, Array("all: # mine\n".utf8)))
            // Where it stood when all were in one folder.
            let flat = String(file.path.split(separator: "/").last ?? "")
            #expect(loaderPaths.contains(flat))
            #expect(isLoaderSource(flat, Array(file.contents.utf8)), "\(flat)")
        }
    }

    @Test(arguments: [
        "", "/", "x", "x.json", "src/x.c", "test/x.c", "test/sql/a/x.sql", "test/sql/x.out", "-x.c",
        "x-y.c", "x--1.c", "x--1.sql", "x--.control", ".c", "x..c", "releases/x.sql", "releases/x",
        "dynpgext.lock", ".git/config", "test/t/002.pl", "Makefile.local", "X/Makefile",
    ])
    func othersAreNot(path: String) { #expect(TreePath(path) == nil) }
}
