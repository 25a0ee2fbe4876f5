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
    @Test(arguments: GoldenCase.all) func exportsNothingElse(_ golden: GoldenCase) async throws {
        for major in Majors.all {
            let result = try await make(golden.generated(), major, "check-exports")
            #expect(result.status == 0, "\(major): \(result.output)")
        }
    }

    /// The list that check-exports compares with, of an example that has everything.
    @Test func listsTheExports() async throws {
        let tree = try await GoldenCase.named("pulse").generated()
        try tree.sandbox.write("list:\n\t@echo $(EXPORTS)\n", to: "pulse/Makefile.local")
        let list = try await make(tree, Majors.newest, "list")
        #expect(
            Set(list.stdout.split(whereSeparator: \.isWhitespace)) == [
                "Pg_magic_func", "_Dynpgext_eager_preload", "_Dynpgext_init", "_Dynpgext_magic",
                "_Dynpgext_revision", "_PG_init",
                "pg_finfo_pulse_beats_row", "pg_finfo_pulse_total_row",
                "pg_finfo_pulse_workers_row", "pulse_beat_main", "pulse_beats_row",
                "pulse_record_main", "pulse_total_row", "pulse_watch_main",
                "pulse_workers_row",
            ])
    }

    @Test(arguments: Majors.all) func namesAWrongExport(major: Int) async throws {
        let tree = try await GoldenCase.named("ticker").generated()
        try tree.sandbox.append(
            "extern PGDLLEXPORT void leak(void);\nvoid leak(void) {}\n",
            to: "ticker/ticker_hooks.c")
        let leak = try await make(tree, major, "check-exports")
        #expect(leak.status != 0)
        #expect(leak.stderr.contains("the library exports leak: make it static"), "\(leak.output)")
        #expect(!leak.stderr.contains("does not export"), "\(leak.output)")
        let lack = try await make(tree, major, "check-exports", "EXPORTS=leak Pg_lack")
        #expect(lack.status != 0)
        #expect(lack.stderr.contains("the library does not export Pg_lack"), "\(lack.output)")
        #expect(lack.stderr.contains("the library exports ticker_tick_main"), "\(lack.output)")
    }

    /// Two extensions with two versions of the runtime in one process: neither calls the other's.
    @Test(arguments: Majors.all) func keepsToItsOwnRuntime(major: Int) async throws {
        let one = try await GoldenCase.named("pulse").generated()
        let other = try await GoldenCase.named("all_types").generated()
        let file = "all_types/runtime/loader.c"
        let text = try #require(other.sandbox[file])
        #expect(text.contains("does not exist here"))
        try other.sandbox.write(
            text.replacing("does not exist here", with: "is nowhere"), to: file)
        let server = try await TestServer.start(
            major: major,
            installing: [checkout.appending(path: "loader"), one.directory, other.directory],
            preload: ["dynpgext"], configuration: ["dynpgext.disable": "pulse, all_types"])
        // The functions of the views, without the extensions that would have the loader make the blocks.
        let functions = [("pulse", "pulse_beats_row"), ("all_types", "all_types_locked_row")]
        for order in [functions, functions.reversed()] {
            let told = try await server.psqlResult(
                "\\set ON_ERROR_STOP 0\n"
                    + order.map { library, function in
                        """
                        CREATE FUNCTION pg_temp.\(function)(OUT a int, OUT b int)
                            AS '$libdir/\(library)', '\(function)' LANGUAGE C;
                        SELECT * FROM pg_temp.\(function)();
                        """
                    }.joined(separator: "\n"))
            #expect(
                told.stderr.contains("\"pulse:beats:3c492845\" does not exist here"),
                "\(told.output)")
            #expect(
                told.stderr.contains("\"all_types:locked:035b93ce\" is nowhere"), "\(told.output)")
        }
    }

    /// C files in src/, and variables in Makefile.local.
    @Test(arguments: Majors.all) func takesWhatTheUserAdds(major: Int) async throws {
        let tree = try await GoldenCase.named("minimal").generated()
        try tree.sandbox.write(
            """
            #include "postgres.h"
            #include "fmgr.h"
            PG_FUNCTION_INFO_V1(minimal_answer);
            Datum
            minimal_answer(PG_FUNCTION_ARGS)
            {
                PG_RETURN_INT32(ANSWER);
            }

            """, to: "minimal/src/answer.c")
        try tree.sandbox.write("PG_CFLAGS += -DANSWER=42\n", to: "minimal/Makefile.local")
        try tree.sandbox.append(
            "CREATE FUNCTION minimal.answer() RETURNS int AS 'MODULE_PATHNAME', 'minimal_answer' LANGUAGE C;\n",
            to: "minimal/minimal.extra.sql")
        #expect(try await make(tree, major, "check-exports").status == 0)
        let server = try await TestServer.start(major: major, installing: [tree.directory])
        try await server.psql("CREATE EXTENSION minimal")
        #expect(try await server.psql("SELECT minimal.answer()") == "42")
    }

    private func make(
        _ tree: GeneratedTree, _ major: Int, _ arguments: String...
    ) async throws -> ProcessResult {
        try await run(
            ["make", "-s", "PG_CONFIG=\(Majors.pgConfig(major).path)"] + arguments,
            in: tree.directory)
    }
}
