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

    @Test(arguments: Majors.all)
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
        let sources = try FileManager.default.contentsOfDirectory(atPath: loaderSources.path)
            .filter { $0.hasSuffix(".c") }.map { loaderSources.appending(path: $0).path }
        #expect(sources.count > 10)
        for compiler in compilers {
            let compiled = try await run(
                compiler + warnings + ["-fsyntax-only", try await headers(major)] + sources)
            #expect(compiled.status == 0 && compiled.output == "", "\(compiled.output)")
        }
    }

    @Test(arguments: Majors.all)
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
}
