import Foundation
import ServerHarness

/// An extension with two versions: a view that stays, one that changes, one that goes and one that comes.
struct Tempo {
    let sandbox: Sandbox

    /// Who has generated version 0.1.
    enum Form: CaseIterable {
        /// This command.
        case today
        /// The last one that wrote all of an extension's C anew for each, without a runtime.
        case withoutRuntime
    }

    /// Version 0.1, generated.
    init(hot: Bool, form: Form = .today) async throws {
        sandbox = try Sandbox()
        guard form == .today else {
            let released = "Tests/Golden/Fixtures/released/\(hot ? "hot" : "plain")"
            try FileManager.default.copyItem(
                at: checkout.appending(path: released),
                to: sandbox.directory.appending(path: "tempo"))
            return
        }
        try sandbox.write(hooks(version: 1), to: "tempo/tempo_hooks.c")
        try sandbox.write(
            """
            CREATE FUNCTION tempo.pace() RETURNS integer AS 'MODULE_PATHNAME', 'tempo_pace' LANGUAGE C;
            CREATE TABLE tempo.kept (at timestamptz);
            CREATE VIEW tempo.twice AS SELECT 2 * a AS a FROM tempo.notes;

            """, to: "tempo/tempo.extra.sql")
        try await generate(
            spec("0.1", hot: hot, blocks: [beats, notes("int4"), plain("gone"), plain("moved")]))
    }

    /// The tree goes on to version 0.2.
    func bump(hot: Bool) async throws {
        let blocks = [plain("come"), beats, notes("int8"), plain("moved", "database")]
        try await generate(spec("0.2", hot: hot, blocks: blocks))
        try sandbox.write(hooks(version: 2), to: "tempo/tempo_hooks.c")
        // The user's view depends on one that changes: it goes before, and comes back behind.
        for (way, comes) in [("0.1--0.2", "3"), ("0.2--0.1", "2")] {
            try sandbox.write("DROP VIEW tempo.twice;\n", to: "tempo/tempo--\(way).before.sql")
            try sandbox.append(
                """
                CREATE VIEW tempo.twice AS SELECT \(comes) * a AS a FROM tempo.notes;
                CREATE OR REPLACE FUNCTION tempo.pace() RETURNS integer AS 'MODULE_PATHNAME', 'tempo_pace' LANGUAGE C;

                """, to: "tempo/tempo--\(way).extra.sql")
        }
        let extra = sandbox["tempo/tempo.extra.sql"] ?? ""
        try sandbox.write(extra.replacing("2 * a", with: "3 * a"), to: "tempo/tempo.extra.sql")
    }

    /// A copy of the tree as it is, to be built and installed later.
    func copy(_ name: String) throws -> URL {
        let copy = sandbox.directory.appending(path: name)
        try FileManager.default.copyItem(at: sandbox.directory.appending(path: "tempo"), to: copy)
        return copy
    }

    private func generate(_ spec: String) async throws {
        try sandbox.write(spec, to: "tempo/tempo.json")
        for command in ["generate", "check"] {
            let result = try await sandbox.run(command, "tempo")
            guard result.status == 0 else { throw HarnessError("\(command): \(result.output)") }
        }
    }

    private func spec(_ version: String, hot: Bool, blocks: [String]) -> String {
        """
        { "spec": 1,
          "extension": { "name": "tempo", "version": "\(version)", "hot_upgrade": \(hot) },
          "settings": [ { "name": "interval", "type": "duration", "default": "20ms", "min": "1ms" } ],
          "shmem": [ \(blocks.joined(separator: ",\n")) ],
          "workers": [ { "name": "beat", "scope": "database", "every": { "setting": "interval" },
                         "run": { "c": true } } ] }
        """
    }

    private let beats = """
        { "name": "beats", "scope": "database", "lock": "lwlock", "view": true,
          "fields": [ { "name": "count", "type": "atomic_uint64" },
                      { "name": "version", "type": "int4" }, { "name": "first_at", "type": "timestamptz" } ] }
        """

    private func notes(_ type: String) -> String {
        """
        { "name": "notes", "scope": "database", "view": true,
          "fields": [ { "name": "a", "type": "\(type)" }, { "name": "first_at", "type": "timestamptz" } ] }
        """
    }

    private func plain(_ name: String, _ scope: String = "global") -> String {
        """
        { "name": "\(name)", "scope": "\(scope)", "view": true,
          "fields": [ { "name": "x", "type": "int4" } ] }
        """
    }
}

/// Each beat notes the version that made it; pace() tells its version and the setting.
private func hooks(version: Int) -> String {
    #"""
    #include "postgres.h"

    #include "fmgr.h"
    #include "utils/timestamp.h"

    #include "tempo.h"

    PG_FUNCTION_INFO_V1(tempo_pace);

    /* A library of another version exports the same name. */
    extern PGDLLEXPORT int tempo_exported(void);

    int
    tempo_exported(void)
    {
        return \#(version) * 1000000;
    }

    Datum
    tempo_pace(PG_FUNCTION_ARGS)
    {
        PG_RETURN_INT32(tempo_exported() + tempo_interval);
    }

    void
    tempo_beat_run(tempo_beat_context *context)
    {
        tempo_notes *notes = tempo_notes_attach();
        tempo_beats *beats = tempo_beats_lock(LW_EXCLUSIVE);

        beats->version = \#(version);
        if (beats->first_at == 0)
            beats->first_at = GetCurrentTimestamp();
        tempo_beats_unlock(beats);
        pg_atomic_fetch_add_u64(&beats->count, 1);
        notes->a = \#(version);
        if (notes->first_at == 0)
            notes->first_at = GetCurrentTimestamp();
        if (\#(version) == 1)
            tempo_moved_attach()->x = 7;
    }
    """#
}
