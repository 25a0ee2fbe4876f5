import Foundation
import ServerHarness
import Testing

/// The C compiles without a warning, with both compilers, on every major.
@Suite struct CompilationTests {
    enum Compiler: String, CaseIterable { case gcc, clang }

    @Test(arguments: GoldenCase.all, Compiler.allCases) func compiles(
        _ golden: GoldenCase, _ compiler: Compiler
    ) async throws {
        for major in Majors.all {
            let tree = try await golden.generated()
            let result = try await run(
                [
                    "make", "-s", "PG_CONFIG=\(Majors.pgConfig(major).path)",
                    "CC=\(compiler.rawValue)",
                ] + flags(compiler) + targets(golden),
                in: tree.directory)
            #expect(
                result.status == 0, "\(golden.name) with \(compiler) on \(major):\n\(result.output)"
            )
            // PostgreSQL's own flags make warnings of things that -Wall does not know: they count too.
            #expect(
                !result.output.contains("warning:"),
                "\(golden.name) with \(compiler) on \(major):\n\(result.output)")
        }
    }

    /// The runtime is the same in all: it is compiled with those that carry each of its files, and with the others only what
    /// is theirs.
    private func targets(_ golden: GoldenCase) -> [String] {
        ["duties", "all_types"].contains(golden.name)
            ? ["all"] : ["\(golden.name).o", "\(golden.name)_hooks.o"]
    }

    /// Those that carry all of the runtime do.
    @Test func compilesEachFileOfTheRuntime() async throws {
        var carried: Set<String> = []
        for name in ["duties", "all_types"] {
            carried.formUnion(try await GoldenCase.named(name).generated().files.keys)
        }
        let files = try contents(of: checkout.appending(path: "runtime")).keys
        for file in files where file.hasSuffix(".c") {
            #expect(carried.contains("runtime/\(file)"), "\(file) is compiled with nothing")
        }
    }

    /// PG_CFLAGS is the user's; COPT and CFLAGS come from whoever runs make.
    private func flags(_ compiler: Compiler) -> [String] {
        let strict = "-Wall -Wextra -Wmissing-prototypes -Wno-unused-parameter -Werror"
        return switch compiler {
        case .gcc: ["COPT=\(strict)"]
        // The flags of the server's build are gcc's.
        case .clang: ["CFLAGS=-O2 -fPIC \(strict) -Wno-ignored-attributes"]
        }
    }
}
