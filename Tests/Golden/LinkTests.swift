import Foundation
import ServerHarness
import Testing

/// What the finished library takes and gives.
@Suite struct LinkTests {
    /// A hook that the user's file lacks is found by the linker, not by the server at night.
    @Test(arguments: Majors.all) func missesAHook(major: Int) async throws {
        let tree = try await GoldenCase.named("hello_world").generated()
        try tree.sandbox.write("#include \"postgres.h\"\n", to: "hello_world/hello_world_hooks.c")
        let result = try await make(tree, major)
        #expect(result.status != 0)
        #expect(result.output.contains("hello_world_hello_run"), "\(result.output)")
    }

    /// Nothing is exported but the interface, PostgreSQL's entry points, the workers and the SQL functions.
    @Test(arguments: Majors.all) func exportsNothingElse(major: Int) async throws {
        let tree = try await GoldenCase.named("pulse").generated()
        #expect(try await make(tree, major).status == 0)
        let symbols = try await run(["nm", "-D", "--defined-only", "pulse.so"], in: tree.directory)
        let names = symbols.stdout.split(separator: "\n").compactMap {
            $0.split(separator: " ").last
        }
        let hidden: Set<Substring> = ["_init", "_fini"]
        #expect(
            Set(names).subtracting(hidden) == [
                "Pg_magic_func", "_Dynpgext_fini", "_Dynpgext_init", "_Dynpgext_magic",
                "_Dynpgext_revision", "_PG_init",
                "pg_finfo_pulse_beats_row", "pg_finfo_pulse_total_row", "pulse_beat_main",
                "pulse_beats_row",
                "pulse_record_main", "pulse_total_row", "pulse_watch_main",
            ])
    }

    private func make(_ tree: GeneratedTree, _ major: Int) async throws -> ProcessResult {
        try await run(
            ["make", "-s", "PG_CONFIG=\(Majors.pgConfig(major).path)"], in: tree.directory)
    }
}
