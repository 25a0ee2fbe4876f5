import Foundation
import ServerHarness
import Testing

/// What extensions and administrators do wrong.
@Suite struct FailureTests {
    @Test(
        "row 03: an init that raises, exits, crashes or hangs harms only its extension",
        arguments: Majors.all)
    func anInitThatGoesWrongHarmsOnlyItsExtension(major: Int) async throws {
        let server = try await startLoader(
            major: major, fixtures: ["rev1", "bad"])
        let postmaster = try #require(server.postmaster)
        let ways = [
            "error": "_Dynpgext_init: bad on purpose",
            "exit": "_Dynpgext_init ended its process with exit code 3",
            "crash": "_Dynpgext_init ended its process with signal 6",
            "hang": "_Dynpgext_init did not return within 2000 ms",
        ]
        for (how, message) in ways {
            try await server.psql("CREATE EXTENSION bad VERSION '\(how)'")
            try await server.eventually(
                "SELECT version, status, message FROM dynpgext.extensions WHERE extension = 'bad'",
                equals: "\(how)|failed|\(message)")
            try await server.psql("DROP EXTENSION bad")
        }
        #expect(server.postmaster == postmaster)
        #expect(server.logLines(containing: "reinitializing").isEmpty)
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'", equals: "2")
    }

    @Test(
        "an extension that has failed gets another chance when it is created anew",
        arguments: Majors.all)
    func anExtensionThatIsCreatedAnewGetsAnotherChance(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["bad"])
        try await server.psql("CREATE EXTENSION bad")
        for attempt in 1...2 {
            try await server.eventually("attempt \(attempt)") {
                let lines = server.logLines(containing: "bad on purpose")
                return (lines.count == attempt, lines.joined(separator: "\n"))
            }
            try await server.psql("DROP EXTENSION bad; CREATE EXTENSION bad")
        }
    }

    @Test(
        "after three crashes of the server in a minute workers wait, twice as long each time up to 5 min; who ran at each starts last",
        arguments: Majors.all)
    func aWorkerThatKeepsCrashingTheServerHasToWaitAndStartsLast(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["rev1", "rev2"])
        try await server.psql("CREATE EXTENSION rev1")
        let running = "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'"
        func awaitWorkers(_ count: Int, after crashes: Int) async throws {
            try await server.eventually("\(count) workers after \(crashes) crashes") {
                let result = try await server.psqlResult(running)
                let seen = server.logLines(containing: "reinitializing").count
                return (result.stdout == "\(count)\n" && seen == crashes, result.output)
            }
        }
        for crash in 1...3 {
            try await awaitWorkers(2, after: crash - 1)
            // The other extension came too late to be to blame for the crashes before.
            if crash == 3 {
                try await server.psql("CREATE EXTENSION rev2")
                try await awaitWorkers(4, after: 2)
            }
            try await server.end(
                try #require(server.processes(titled: "rev1 local").first), by: SIGKILL)
        }
        try await server.eventually("the workers wait") {
            let result = try await server.psqlResult(
                "SELECT DISTINCT reason FROM dynpgext.workers")
            return (
                result.stdout == "the server keeps crashing, see the log\n", result.output
            )
        }
        #expect(server.logLines(containing: "list its extension in").count == 1)
        let suspicion = server.logLines(containing: "ran at each crash").joined()
        #expect(suspicion.contains("\"rev1 local\" of extension \"rev1\" in database"))
        #expect(suspicion.contains("\"rev1 global\" of extension \"rev1\""))
        #expect(!suspicion.contains("rev2"))

        try await awaitWorkers(4, after: 3)
        #expect(
            try await server.psql(
                """
                SELECT string_agg(extension, ' ' ORDER BY last_start),
                    max(last_start) - min(last_start) FILTER (WHERE extension = 'rev1')
                        >= interval '1 s'
                FROM dynpgext.workers
                """) == "rev2 rev2 rev1 rev1|t")

        // Whatever crashes the server again soon, or while they wait.
        for (crash, wait) in [20, 40, 80, 160, 300, 300].enumerated() {
            var supervisor: pid_t?
            try await server.eventually("a supervisor") {
                supervisor = server.processes(titled: "dynpgext supervisor").first
                return (supervisor != nil, "")
            }
            try await server.end(try #require(supervisor), by: SIGKILL)
            try await server.eventually("a wait of \(wait) s") {
                let lines = server.logLines(containing: "starts no worker of an extension for")
                let isLast = lines.last?.contains("for \(wait) s, because") ?? false
                return (lines.count == crash + 2 && isLast, lines.joined(separator: "\n"))
            }
        }
    }

    @Test(
        "row 15: names too long, and one name with two sizes, are refused",
        arguments: Majors.all)
    func requestsThatCannotBeGrantedAreRefused(major: Int) async throws {
        let server = try await startLoader(
            major: major, fixtures: ["bad"])
        try await server.psql("CREATE EXTENSION bad VERSION 'requests'")
        try await server.eventually(
            "SELECT status FROM dynpgext.extensions WHERE extension = 'bad'", equals: "ready")
        for reason in [
            "its name is longer than 127 characters", "a block needs a name and a size",
            "\"bad:twice\" that it cannot have: it has asked for that name with another size",
            "it needs a function, and cannot be parallel",
        ] {
            #expect(server.logLines(containing: reason).count == 1)
        }
        #expect(try await server.psql("SELECT count(*) FROM dynpgext.workers") == "0")
    }

    @Test(
        "rows 03, 13: an error in a callback or in fini is only an error, and fini has little time; memory is clean and aligned",
        arguments: Majors.all)
    func anErrorInACallbackOrInFiniIsOnlyAnError(major: Int) async throws {
        // Since 14 segments may come from memory that was used before.
        let server = try await startLoader(
            major: major, fixtures: ["bad"],
            configuration: major >= 14 ? ["min_dynamic_shared_memory": "1MB"] : [:])
        let postmaster = try #require(server.postmaster)
        try await server.psql("CREATE EXTENSION bad VERSION 'blocks'")
        #expect(
            try await server.psqlFails("SELECT bad_look('bad:fails')")
                .contains("callback on purpose"))
        #expect(try await server.psql("SELECT count(*) FROM dynpgext.blocks") == "0")

        // The next attempt of the same session succeeds, on clean memory; then the block is there for all.
        let look = "SELECT bad_look('bad:fails');\n"
        let again = try await server.psqlResult("\\set ON_ERROR_STOP 0\n\(look)\(look)")
        #expect(again.stdout == "42\n" && again.stderr.contains("callback on purpose"))
        #expect(!again.stderr.contains("dirty"))
        #expect(try await server.psql(look) == "42")

        // A callback that asks for its own block gets none, and does not wait for itself.
        #expect(
            try await server.psql(
                "SET statement_timeout = '20s'; SELECT bad_look('bad:recursive')") == "43")

        // One that fails with the loader's lock held does not keep it.
        let locked = Task { try await server.psqlFails("SELECT bad_look('bad:locked')") }
        try await server.eventually("an error") {
            let lines = server.logLines(containing: "locked on purpose")
            return (!lines.isEmpty, lines.joined())
        }
        try await server.eventually(
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%bad:lock%' AND pid <> pg_backend_pid()",
            equals: "0")
        #expect(try await locked.value.contains("locked on purpose"))

        // All that was quicker than the next scan of the database, without which nobody would miss the extension.
        try await server.eventually(
            "SELECT status FROM dynpgext.extensions WHERE extension = 'bad'", equals: "ready")
        try await server.psql("DROP EXTENSION bad")
        try await server.eventually("fini") {
            let lines = server.logLines(containing: "_Dynpgext_fini: fini on purpose")
            return (lines.count == 1, lines.joined())
        }
        try await server.eventually("SELECT count(*) FROM dynpgext.blocks", equals: "0")

        #expect(server.postmaster == postmaster)
        #expect(server.logLines(containing: "reinitializing").isEmpty)
    }

    @Test(
        "an extension's code that does not return ends with its agent, wherever it is, and harms nobody else",
        arguments: Majors.all)
    func whoDoesNotReturnIsEnded(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["bad", "rev1"])
        let postmaster = try #require(server.postmaster)
        let agents = { server.processes(titled: "dynpgext agent") }

        // A fini that is always in malloc(), while a thread has what the log is written through.
        try await server.psql("CREATE EXTENSION bad VERSION 'stuck'")
        try await server.eventually(
            "SELECT status FROM dynpgext.extensions WHERE extension = 'bad'", equals: "ready")
        try await server.psql("DROP EXTENSION bad")
        try await server.eventually("fini is ended", within: 25) {
            let lines = server.logLines(containing: "version \"stuck\" took too long")
            return (lines.count == 1 && agents().isEmpty, lines.joined())
        }

        // A callback that checks for interrupts leaves by that.
        try await server.psql("CREATE EXTENSION bad VERSION 'waits'")
        try await server.eventually(
            "SELECT status, message FROM dynpgext.extensions WHERE extension = 'bad'",
            equals: "failed|its code did not return in time, or ended the process", within: 25)
        try await server.eventually("the agent leaves") { (agents().isEmpty, "") }
        #expect(server.logLines(containing: "version \"waits\" took too long").isEmpty)

        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventuallyWorkers(
            of: "rev1", are: ["rev1 global||running|1|", "rev1 local|postgres|running|1|"])
        #expect(server.postmaster == postmaster)
        #expect(server.logLines(containing: "reinitializing").isEmpty)
    }

    @Test(
        "row 03: a session that runs an extension's code first survives what goes wrong there",
        arguments: Majors.all)
    func sessionsSurviveTheirExtensions(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["bad"])
        let postmaster = try #require(server.postmaster)
        for (how, message) in [
            "error": "_Dynpgext_init: bad on purpose",
            "exit": "_Dynpgext_init ended its process with exit code 3",
            "crash": "_Dynpgext_init ended its process with signal 6",
        ] {
            // No agent can have asked it: the transaction that creates it is open.
            let result = try await server.psqlResult(
                """
                CREATE FUNCTION look(text) RETURNS integer LANGUAGE c AS '$libdir/bad', 'bad_look';
                BEGIN;
                CREATE EXTENSION bad VERSION '\(how)';
                SELECT look('bad:fails') IS NULL;
                SELECT look('bad:fails') IS NULL;
                ROLLBACK;
                DROP FUNCTION look;
                """)
            #expect(result.stdout == "t\nt\n", "\(result.output)")
            #expect(
                result.stderr.components(separatedBy: "\"bad\" cannot be used: \(message)").count
                    == 3)
        }

        // A callback that ends its session, and one that ends the agent; an agent that hears of a start, or of the end.
        try await server.psql("CREATE EXTENSION bad VERSION 'blocks'")
        #expect(
            try await server.psqlFails("SELECT bad_look('bad:leaves')")
                .contains("server closed the connection"))
        #expect(try await server.psql("SELECT bad_look('bad:many 1')") == "0")
        try await server.psql("DROP EXTENSION bad; CREATE EXTENSION bad VERSION 'told'")
        try await server.eventually("told") {
            let lines = server.logLines(
                containing: "version \"told\": a worker's callback: told on purpose")
            return (lines.count == 1, lines.joined())
        }
        try await server.eventually(
            "SELECT worker, state, last_exit FROM dynpgext.workers", equals: "bad worker|done|0")
        try await server.psql("DROP EXTENSION bad")
        try await server.eventually("fini has ended the agent") {
            let lines = server.logLines(containing: "did not return in time, or ended the process")
            return (lines.count == 1, lines.joined())
        }
        try await server.psql("CREATE EXTENSION bad VERSION 'untold'")
        try await server.eventually(
            "SELECT status FROM dynpgext.extensions WHERE version = 'untold'", equals: "failed")
        #expect(server.postmaster == postmaster)
        #expect(server.logLines(containing: "reinitializing").isEmpty)
    }

    @Test(
        "row 18: when segments run out the message names the setting; when memory does it says so",
        arguments: Majors.all)
    func theMessageNamesTheSettingWhenSegmentsRunOut(major: Int) async throws {
        let server = try await startLoader(
            major: major, fixtures: ["bad"],
            configuration: ["max_connections": "5", "max_wal_senders": "0"])
        try await server.psql("CREATE EXTENSION bad VERSION 'blocks'")
        let full = try await server.psqlFails("SELECT bad_look('bad:huge')")
        #expect(full.contains("could not resize shared memory segment"), "\(full)")
        #expect(try await server.psql("SELECT count(*) FROM dynpgext.blocks") == "0")
        let failure = try await server.psqlFails(
            "SELECT count(bad_look('bad:many ' || i)) FROM generate_series(1, 600) i")
        #expect(failure.contains("no shared memory segment is left for block"))
        #expect(failure.contains("Raise \"max_connections\""))
        // Those that were made are there, and none that was not.
        let made = try #require(
            Int(try await server.psql("SELECT count(*) FROM dynpgext.blocks WHERE ready")))
        #expect(made > 50 && made < 600)
        #expect(try await server.psql("SELECT count(*) FROM dynpgext.blocks") == "\(made)")
        #expect(try await server.psql("SELECT bad_look('bad:many 1')") == "0")
        // Room that was given back is used again.
        try await server.psql("DROP EXTENSION bad")
        try await server.eventually("SELECT count(*) FROM dynpgext.blocks", equals: "0")
        try await server.psql("CREATE EXTENSION bad VERSION 'blocks'")
        #expect(
            try await server.psql(
                "SELECT count(bad_look('bad:many ' || i)) FROM generate_series(1, \(made)) i")
                == "\(made)")
    }

    @Test(
        "row 09: all workers come back after a crash of the server",
        arguments: Majors.all)
    func allComeBackAfterACrashOfTheServer(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        let both = ["rev1 global||running|1|", "rev1 local|postgres|running|1|"]
        try await server.eventuallyWorkers(of: "rev1", are: both)
        try await server.end(
            try #require(server.processes(titled: "rev1 local").first), by: SIGKILL)
        try await server.eventually("the server is back") {
            let result = try await server.psqlResult("TABLE dynpgext.workers")
            return (result.status == 0, result.stderr)
        }
        try await server.eventuallyWorkers(of: "rev1", are: both)
        #expect(server.logLines(containing: "reinitializing").count == 1)
        #expect(try await server.field("callbacks", of: "rev1:local") == "1")
    }
}
