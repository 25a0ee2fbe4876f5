import Foundation
import Model
import PostgreSQL
import ServerHarness
import SpecLanguage
import Testing

/// Every name in the output is one that `Symbols` knows.
@Suite struct SymbolsTests {
    /// The names of a space that the output of a spec may hold.
    private static func names(_ space: Symbol.Space, in spec: Extension) -> Set<String> {
        Set(Symbols.all(in: spec).filter { $0.space == space }.map(\.text))
    }

    private static func expect(
        _ found: some Sequence<String>, in known: Set<String>, _ what: String
    ) {
        let unknown = Set(found).subtracting(known).sorted()
        #expect(unknown.isEmpty, "\(what): Symbols does not know \(unknown)")
    }

    /// A golden's spec; nil if it is written in Swift.
    private func spec(of tree: GeneratedTree) throws -> Extension? {
        let files = try FileManager.default.contentsOfDirectory(atPath: tree.directory.path)
        guard
            let file = files.first(where: {
                $0.hasSuffix(".json") && $0 != "META.json" && $0 != "dynpgext.schema.json"
            })
        else { return nil }
        let bytes = try Data(contentsOf: tree.directory.appending(path: file))
        return try decode(read(SpecText(path: file, bytes: Array(bytes))))
    }

    @Test(arguments: GoldenCase.all) func knowsThoseOfGoldens(_ golden: GoldenCase) async throws {
        let tree = try await golden.generated()
        let spec = try #require(try spec(of: tree))
        let name = spec.name.value
        let source = try String(
            contentsOf: tree.directory.appending(path: "\(name).c"), encoding: .utf8)
        for major in [Majors.all.min() ?? 13, Majors.newest] {
            let declared = try await preprocessed("\(name).c", in: tree.directory, major: major)
            let ours = declared.files.filter { ["\(name).c", "\(name).h"].contains($0.value) }.keys
            #expect(ours.contains("Pg_magic_func"))
            Self.expect(
                ours, in: Self.names(.c, in: spec).union(Symbols.runtime), "C on \(major)")
        }
        Self.expect(
            matches(of: #/DefineCustom\w+Variable\("([^"]+)"/#, in: source),
            in: Self.names(.parameter, in: spec), "settings")
        Self.expect(
            matches(of: #/\.lock_name = "([^"]+)"/#, in: source), in: Self.names(.lock, in: spec),
            "locks")
        let keys = matches(of: #/\.key = "([^"]+)"/#, in: source)
        Self.expect(
            keys.map { $0.replacing(#/:[0-9a-f]{8}$/#, with: ":01234567") },
            in: Self.names(.key, in: spec), "keys")
        try expectObjects(of: tree, spec)
    }

    /// Objects of SQL, what they call, and the files.
    private func expectObjects(of tree: GeneratedTree, _ spec: Extension) throws {
        let name = spec.name.value
        let script = try String(
            contentsOf: tree.directory.appending(path: "\(name).sql"), encoding: .utf8)
        Self.expect(
            matches(of: #/CREATE (?:TYPE|VIEW) (?:\w+\.)?(\w+)/#, in: script),
            in: Self.names(.relation, in: spec), "views and types")
        Self.expect(
            matches(of: #/CREATE FUNCTION (?:\w+\.)?(\w+)/#, in: script),
            in: Self.names(.function, in: spec), "functions")
        Self.expect(
            matches(of: #/'MODULE_PATHNAME', '(\w+)'/#, in: script), in: Self.names(.c, in: spec),
            "functions in C")
        let proven = try #require(Name(name))
        let ours = Set(OutputFile.allCases.map { $0.path(of: proven) })
            .union(RuntimeFile.allCases.map { "runtime/\($0.rawValue)" })
        // The lock file tells of the others; it is no part of the plan.
        let planned = try contents(
            of: checkout.appending(
                path: "Tests/Golden/Expected/\(tree.directory.lastPathComponent)")
        )
        .keys.filter { $0 != "dynpgext.lock" && !$0.hasSuffix(".json") }
        Self.expect(
            planned,
            in: ours.union(Self.scaffolds).union(["\(name)--\(spec.version.value).control"]),
            "files")
    }

    /// What `new` writes once for the user.
    private static let scaffolds: Set = [
        "test/sql/sizes.sql", "test/expected/sizes.out", "test/sql/hits.sql",
        "test/expected/hits.out", "test/sql/ticks.sql", "test/expected/ticks.out",
    ]

    @Test func knowsTheFilesOfTheRuntime() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: checkout.appending(path: "runtime").path)
        #expect(Set(files).subtracting(["README.md"]) == Set(RuntimeFile.allCases.map(\.rawValue)))
    }

    /// What the runtime declares for others, and what the headers do that it includes.
    @Test(arguments: Majors.all) func knowsThoseOfTheRuntime(major: Int) async throws {
        let directory = checkout.appending(path: "runtime")
        for file in RuntimeFile.allCases.map(\.rawValue) where file.hasSuffix(".c") {
            let declared = try await preprocessed(file, in: directory, major: major)
            let visible = declared.files.filter { name, file in
                let place = file.split(separator: "/").last ?? ""
                return !file.hasPrefix("/") && name.lowercased().hasPrefix("dynpgext_")
                    || ["runtime.h", "pg_compat.h"].contains(place)
            }
            Self.expect(visible.keys, in: Symbols.runtime, "\(file) on \(major)")
        }
    }

    @Test(arguments: Majors.all) func knowsThoseOfHeaders(major: Int) async throws {
        let tree = try await GoldenCase.named("minimal").generated()
        let names = try FileManager.default.contentsOfDirectory(atPath: tree.directory.path)
        let source = try #require(names.first { $0.hasSuffix(".c") && !$0.hasSuffix("_hooks.c") })
        let declared = try await preprocessed(source, in: tree.directory, major: major)
        // Those of PostgreSQL: other systems have other ones of their own.
        let theirs = declared.files.filter { $0.value.contains("/.pg/") }.keys.filter {
            $0.wholeMatch(of: #/[a-z][a-z0-9_]*_[a-z][a-z0-9_]*/#) != nil
                || $0.wholeMatch(of: #/[A-Z][A-Z0-9_]*_[A-Z][A-Z0-9_]*_[A-Z][A-Z0-9_]*/#) != nil
        }
        #expect(theirs.count > 2000)
        let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
        let known = ([""] + capitals).map { DeclaredNames.declared(startingWith: $0) }
        let unknown = Set(theirs).subtracting(
            known.reduce(into: Symbols.runtime) { $0.formUnion($1) })
        #expect(unknown.isEmpty, "DeclaredNames lacks \(unknown.sorted())")
    }

    private func preprocessed(
        _ file: String, in directory: URL, major: Int
    ) async throws -> CNames {
        let include = try await run(
            [Majors.pgConfig(major).path, "--includedir-server"])
        let result = try await run(
            [
                "gcc", "-E", "-dD", "-D_GNU_SOURCE", "-I.", "-Iruntime",
                "-I\(checkout.appending(path: "loader").path)",
                "-I\(include.stdout.trimmingCharacters(in: .newlines))", file,
            ], in: directory)
        try #require(result.status == 0, "\(result.stderr)")
        return CNames(preprocessed: result.stdout)
    }

    private func matches<Output>(
        of expression: Regex<(Substring, Output)>, in text: String
    ) -> [String] where Output: StringProtocol {
        text.matches(of: expression).map { String($0.output.1) }
    }
}
