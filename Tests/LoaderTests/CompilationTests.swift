import Foundation
import ServerHarness
import Testing

/// What compilers say, and what libraries export.
@Suite struct CompilationTests {
    /// The compilers, each with what PostgreSQL's own headers need and what it alone knows.
    private let compilers = [
        ["gcc"],
        ["clang", "-Wno-ignored-attributes", "-Wmissing-variable-declarations"],
    ]
    private let warnings = [
        "-Wall", "-Wextra", "-Wmissing-prototypes", "-Wno-unused-parameter", "-Werror",
    ]

    /// The C files and headers of the loader, as paths in its directory.
    private func files() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: loaderSources.path)
            .filter { $0.hasSuffix(".c") || $0.hasSuffix(".h") }
    }

    /// The flag that finds a major's own headers.
    private func headers(_ major: Int) async throws -> String {
        let asked = try await run([Majors.pgConfig(major).path, "--includedir-server"])
        return "-isystem" + asked.stdout.trimmingCharacters(in: .newlines)
    }

    /// The names that a library defines for others.
    private func exports(of library: String) async throws -> Set<String> {
        let listed = try await run(["nm", "-D", "--defined-only", library])
        try #require(listed.status == 0)
        return Set(
            listed.stdout.split(separator: "\n").compactMap { $0.split(separator: " ").last }
                .map(String.init))
    }

    @Test(
        "dynpgext.h is all that an extension needs; _Dynpgext_revision tells the revision",
        arguments: Majors.all)
    func theHeaderNeedsNothingOfItsIncluder(major: Int) async throws {
        let fixture = checkout.appending(path: "Tests/LoaderTests/Fixtures/header.c").path
        let library = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: library) }
        for compiler in compilers {
            for revision in [1, 2] {
                let compiled = try await run(
                    compiler + warnings + [
                        "-Wstrict-prototypes", "-Wold-style-definition", "-Wpedantic",
                        "-fvisibility=hidden", "-shared", "-fPIC", "-DREVISION=\(revision)",
                        "-I\(loaderSources.path)", try await headers(major), fixture,
                        "-o", library.path,
                    ])
                #expect(compiled.status == 0 && compiled.output == "", "\(compiled.output)")
                let interface = try await exports(of: library.path).filter {
                    $0.hasPrefix("_Dynpgext")
                }
                #expect(
                    interface == ["_Dynpgext_magic", "_Dynpgext_revision", "_Dynpgext_init"])
            }
        }
    }

    @Test(arguments: Majors.all)
    func theLoaderCompilesWithoutAWarning(major: Int) async throws {
        let sources = try files().filter { $0.hasSuffix(".c") }
            .map { loaderSources.appending(path: $0).path }
        #expect(sources.count > 10)
        for compiler in compilers {
            let compiled = try await run(
                compiler + warnings
                    + ["-fsyntax-only", "-I\(loaderSources.path)", try await headers(major)]
                    + sources)
            #expect(compiled.status == 0 && compiled.output == "", "\(compiled.output)")
        }
    }

    @Test("a file includes headers of its own folder and of those below, and none goes in a circle")
    func includesOnlyGoDownwards() throws {
        let floors = [
            "base", "state", "extension", "blocks", "session", "worker", "agent", "scanner",
            "supervisor", "postmaster", "",
        ]
        func floor(_ file: String) -> Int? {
            floors.firstIndex(of: file.split(separator: "/").dropLast().joined(separator: "/"))
        }
        // A C file and its header are one; the interface's header stands below all.
        var needs: [String: Set<String>] = [:]
        let names = Set(try files().map { String($0.dropLast(2)) })
        for file in try files() where file != "dynpgext.h" {
            let text = try String(
                contentsOf: loaderSources.appending(path: file), encoding: .utf8)
            let included = text.matches(of: /#include "([^"]+)\.h"/).map { String($0.1) }
                .filter { $0 != "dynpgext" && names.contains($0) && $0 != file.dropLast(2) }
            needs[String(file.dropLast(2)), default: []].formUnion(included)
            for other in included {
                let (upper, lower) = (floor(file), floor(other))
                #expect(upper != nil && lower != nil && lower! <= upper!, "\(file): \(other).h")
            }
        }
        #expect(needs.count > 30)
        while let free = needs.first(where: { $0.value.isEmpty })?.key {
            needs[free] = nil
            for file in needs.keys { needs[file]?.remove(free) }
        }
        #expect(needs.isEmpty, "\(needs)")
    }

    @Test(
        "row 22: the loader exports the interface and its entry points",
        arguments: Majors.all)
    func theLoaderExportsTheInterfaceAndItsEntryPoints(major: Int) async throws {
        let server = try await TestServer(prepare: major)
        try await server.install(loaderSources)
        let directory = try await run([server.pgConfig.path, "--pkglibdir"]).stdout
        let names = try await exports(
            of: directory.trimmingCharacters(in: .newlines) + "/dynpgext.so")
        let entries = ["supervisor_main", "scanner_main", "agent_main", "worker_main"]
        let functions = [
            "workers", "extensions", "databases", "blocks", "reload", "pause", "resume", "restart",
        ]
        var expected: Set = [
            "Pg_magic_func", "_PG_init", "dynpgext_lookup_shmem", "dynpgext_generation",
        ]
        expected.formUnion((entries + functions).map { "dynpgext_\($0)" })
        expected.formUnion(functions.map { "pg_finfo_dynpgext_\($0)" })
        #expect(names == expected)
    }

    /// The reader of the other system's libraries knows nothing of PostgreSQL, so it runs here too.
    @Test func librariesOfMacOSAreReadWithCare() async throws {
        let program = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: program) }
        let compiled = try await run(
            ["gcc"] + warnings + [
                "-fsanitize=address,undefined", "-fno-sanitize-recover=all",
                "-I\(loaderSources.path)",
                checkout.appending(path: "Tests/LoaderTests/Fixtures/macho.c").path,
                loaderSources.appending(path: "extension/macho.c").path, "-o", program.path,
            ])
        #expect(compiled.status == 0 && compiled.output == "", "\(compiled.output)")
        let ran = try await run([program.path])
        #expect(ran.status == 0 && ran.output == "", "\(ran.output)")
    }

    /// Whatever the loader writes to the log, its page has a remedy for.
    @Test func everyLogMessageHasARemedy() throws {
        let page = try String(
            contentsOf: loaderSources.appending(path: "README.md"), encoding: .utf8)
        let table = page.components(separatedBy: "## What the log says")[1]
            .components(separatedBy: "\n## ")[0]
        let known = table.split(separator: "\n").filter { $0.hasPrefix("| ") }
            .compactMap { $0.split(separator: "|").first }
            .flatMap { $0.split(separator: ";") }
            .map { $0.trimmingCharacters(in: .whitespaces).components(separatedBy: "...") }
        let sources = try files().filter { $0.hasSuffix(".c") }
        var messages = 0
        for source in sources {
            let text = try String(
                contentsOf: loaderSources.appending(path: source), encoding: .utf8)
            for report in text.components(separatedBy: "ereport(").dropFirst() {
                let level = report.prefix { $0 != "," }
                guard level.contains("LOG") || level.contains("WARNING"),
                    let literal = report.firstMatch(of: /errmsg\("((?:[^"\\]|\\.)*)"/)
                else { continue }
                messages += 1
                let isKnown = known.contains { parts in
                    parts.allSatisfy {
                        literal.1.contains($0.trimmingCharacters(in: .whitespaces))
                    }
                }
                #expect(isKnown, "\(source): \(literal.1)")
            }
        }
        #expect(messages > 15)
    }
}
