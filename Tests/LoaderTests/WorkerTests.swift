import Foundation
import ServerHarness
import Testing

/// Workers come, stay and go with the extension that asked for them.
@Suite struct WorkerTests {
    private let both = ["rev1 global||running|1|", "rev1 local|postgres|running|1|"]

    @Test(
        "rows 02, 28: one global worker, one in each database, with the entry and arguments that they asked for",
        arguments: Majors.all)
    func startInEachDatabaseWithoutARestart(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventuallyWorkers(of: "rev1", are: both)
        try await server.psql("CREATE DATABASE other")
        try await server.psql("CREATE EXTENSION rev1", database: "other")
        try await server.eventuallyWorkers(
            of: "rev1",
            are: [both[0], "rev1 local|other|running|1|", both[1]])

        // They look as the extension wants, and find what it gave.
        #expect(server.processes(titled: "rev1 local").count == 2)
        #expect(server.processes(titled: "rev1 global").count == 1)
        #expect(
            try await server.psql("SELECT rev1_extra('rev1:local')", database: "other")
                == "the extra")

        try await server.restart()
        try await server.eventuallyWorkers(
            of: "rev1",
            are: [both[0], "rev1 local|other|running|1|", both[1]])
    }

    @Test(
        "row 06: workers stop with their extension, quietly",
        arguments: Majors.all)
    func stopWhenTheirExtensionGoes(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE DATABASE other")
        try await server.psql("CREATE EXTENSION rev1", database: "other")
        try await server.psql("CREATE SCHEMA s; CREATE EXTENSION rev1 SCHEMA s")
        try await server.eventuallyWorkers(
            of: "rev1",
            are: [both[0], "rev1 local|other|running|1|", both[1]])
        try await server.psql("DROP SCHEMA s CASCADE")
        try await server.eventuallyWorkers(
            of: "rev1", are: [both[0], "rev1 local|other|running|1|"])
        #expect(server.logLines(containing: "fini of rev1").isEmpty)
        try await server.psql("DROP EXTENSION rev1", database: "other")
        try await server.eventuallyWorkers(of: "rev1", are: [])
        try await server.eventually("the extension is told") {
            let lines = server.logLines(containing: "fini of rev1 1")
            return (lines.count == 1, lines.joined(separator: "\n"))
        }
        #expect(server.processes(titled: "rev1").isEmpty)
        // Nothing was killed: a stop that the loader asked for is quiet.
        #expect(server.logLines(containing: "FATAL").isEmpty)
    }

    @Test(
        "row 04: an extension that is created anew begins anew",
        arguments: Majors.all)
    func beginAnewWithAnExtensionThatIsCreatedAnew(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventuallyWorkers(of: "rev1", are: both)
        let anew = "BEGIN; DROP EXTENSION rev1; CREATE EXTENSION rev1; COMMIT"
        for round in 1...3 {
            let before = server.processes(titled: "rev1")
            try await server.psql(anew)
            try await server.eventually("fini ran, and other workers do") {
                let told = server.logLines(containing: "fini of rev1 1").count
                let now = server.processes(titled: "rev1")
                return (
                    told == round && now.count == 2 && Set(now).isDisjoint(with: before),
                    "\(told) \(before) \(now)"
                )
            }
            try await server.eventuallyWorkers(of: "rev1", are: both)
            try await server.eventually("SELECT rev1_field('rev1:global', 'starts')", equals: "1")
        }

        // While another database has it, it is not gone.
        try await server.psql("CREATE DATABASE other")
        try await server.psql("CREATE EXTENSION rev1", database: "other")
        try await server.eventuallyWorkers(
            of: "rev1", are: [both[0], "rev1 local|other|running|1|", both[1]])
        let global = server.processes(titled: "rev1 global")
        let local = server.processes(titled: "rev1 local")
        try await server.psql(anew)
        try await server.eventually("one local worker is another") {
            let now = server.processes(titled: "rev1 local")
            return (now.count == 2 && Set(now).intersection(local).count == 1, "\(now)")
        }
        #expect(server.processes(titled: "rev1 global") == global)
        #expect(server.logLines(containing: "fini of rev1 1").count == 3)
        #expect(try await server.field("starts", of: "rev1:global") == "1")
    }

    @Test(
        "row 10: workers are restarted, unless they have finished",
        arguments: Majors.all)
    func areRestartedUnlessTheyHaveFinished(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventuallyWorkers(of: "rev1", are: both)

        try await server.exitWorker(of: "rev1:local", with: 1)
        try await server.eventuallyWorkers(
            of: "rev1", are: [both[0], "rev1 local|postgres|running|2|1"])
        try await server.end(try #require(server.processes(titled: "rev1 local").first))
        try await server.eventuallyWorkers(
            of: "rev1", are: [both[0], "rev1 local|postgres|running|3|1"])

        try await server.exitWorker(of: "rev1:local", with: 0)
        try await server.eventuallyWorkers(
            of: "rev1", are: [both[0], "rev1 local|postgres|done|3|0"])
        // A later restart of another one shows that the supervisor had time to start the finished one again.
        try await server.end(try #require(server.processes(titled: "rev1 global").first))
        try await server.eventuallyWorkers(
            of: "rev1", are: ["rev1 global||running|2|1", "rev1 local|postgres|done|3|0"])

        // Done means done for this version.
        try await server.psql("ALTER EXTENSION rev1 UPDATE TO '2'")
        try await server.eventuallyWorkers(of: "rev1", are: both)
        #expect(try await server.psql("SELECT DISTINCT version FROM dynpgext.workers") == "2")
    }

    @Test(
        "row 27: both revisions run; who registered a worker is told, and runs the callback, at each start",
        arguments: Majors.all)
    func ofAllRevisionsRun(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["rev1", "rev2", "historic"])
        for name in ["rev1", "rev2", "historic"] {
            try await server.psql("CREATE EXTENSION \(name)")
            try await server.eventuallyWorkers(
                of: name, are: ["\(name) global||running|1|", "\(name) local|postgres|running|1|"])
        }
        // Revision 1's callback runs at each start, in the process that registered the worker.
        try await server.eventually("SELECT rev1_field('rev1:global', 'notices')", equals: "1")
        // That process is told of the start and the end, as NOTIFY asks.
        try await server.eventually(
            "SELECT f.told > 0 AND f.told = rev1_field('rev1:global', 'registered_by') FROM rev1_field('rev1:global', 'notified') AS f (told)"
        )
        try await server.exitWorker(of: "rev1:global", with: 1)
        try await server.eventually("SELECT rev1_field('rev1:global', 'notices')", equals: "2")
    }

    @Test(
        "rows 24, 26: versions have libraries of their own, those without -Bsymbolic with a warning; the supervisor opens none",
        arguments: Majors.all)
    func runTheLibraryThatTheirVersionsControlFileNames(major: Int) async throws {
        let server = try await startLoader(
            major: major, configuration: ["dynpgext.preload": "off"])
        let place = """
            cd "$(dirname "$(find . -name rev1.so -path '*lib*' | head -n 1)")" && cp rev1.so rev1_3.so
            """
        let control = """
            cd "$(dirname "$(find . -name rev1.control -path '*share*' | head -n 1)")" &&
            echo "module_pathname = '\\$libdir/rev1_3'" >rev1--3.control && : >rev1--1--3.sql
            """
        let tree = server.tree
        for step in [place, control] {
            #expect(try await run(["sh", "-c", step], in: tree).status == 0)
        }
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventuallyWorkers(of: "rev1", are: both)
        try await server.psql("ALTER EXTENSION rev1 UPDATE TO '3'")
        try await server.eventually(
            "SELECT version, state, count(*) FROM dynpgext.workers GROUP BY 1, 2",
            equals: "3|running|2")
        for worker in server.processes(titled: "rev1") {
            let maps = try await server.maps(of: worker)
            #expect(
                maps.contains { $0.hasSuffix("/rev1_3.so") }
                    && !maps.contains { $0.hasSuffix("/rev1.so") })
        }

        // Only a library of a version that keeps to its own functions is above suspicion.
        let warning =
            "library \"$libdir/rev1_3\" of extension \"rev1\" was not linked with -Bsymbolic"
        let link = """
            cc -shared -Wl,-Bsymbolic -o \
                "$(dirname "$(find . -name rev1_3.so)")"/rev1_4.so "$(find .. -name rev1.o | head -n 1)" &&
            cd "$(dirname "$(find . -name rev1.control -path '*share*' | head -n 1)")" &&
            echo "module_pathname = '\\$libdir/rev1_4'" >rev1--4.control && : >rev1--3--4.sql
            """
        let linked = try await run(["sh", "-c", link], in: tree)
        try #require(linked.status == 0, "\(linked.output)")
        try await server.psql("ALTER EXTENSION rev1 UPDATE TO '4'")
        try await server.eventually(
            "SELECT version, state, count(*) FROM dynpgext.workers GROUP BY 1, 2",
            equals: "4|running|2")
        #expect(server.logLines(containing: warning).count == 1)
        #expect(server.logLines(containing: "Bsymbolic").count == 1)
        let supervisor = try #require(server.processes(titled: "dynpgext supervisor").first)
        let maps = try await server.maps(of: supervisor)
        #expect(maps.contains { $0.hasSuffix("/dynpgext.so") })
        #expect(!maps.contains { $0.contains("rev1") })
    }

    @Test(
        "a new supervisor adopts the living workers",
        arguments: Majors.all)
    func areAdoptedByANewSupervisor(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventuallyWorkers(of: "rev1", are: both)
        let before = server.processes(titled: "rev1")
        let supervisor = try #require(server.processes(titled: "dynpgext supervisor").first)
        try await server.end(supervisor)
        // The new one is at work when it serves another extension.
        try await server.installFixture("rev2")
        try await server.psql("CREATE EXTENSION rev2")
        try await server.eventuallyWorkers(
            of: "rev2", are: ["rev2 global||running|1|", "rev2 local|postgres|running|1|"])
        #expect(server.processes(titled: "rev1") == before)
        #expect(before.count == 2)
    }

    @Test(
        "row 11: without a free slot a worker waits and is retried; view and log name the setting; the scanner has its slot",
        arguments: Majors.all)
    func waitForASlotAndSayWhichSettingToRaise(major: Int) async throws {
        // One slot each for the supervisor, the server's own launcher, a worker, and the scanner.
        let server = try await startLoader(
            major: major, configuration: ["max_worker_processes": "4"])
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'", equals: "1")
        try await server.eventually(
            "SELECT reason FROM dynpgext.workers WHERE state = 'waiting'",
            equals: "no free worker slot: raise max_worker_processes, on standbys first")
        // The scanner still finds its slot.
        try await server.psql("CREATE DATABASE other")
        try await server.psql("CREATE EXTENSION rev1", database: "other")
        try await server.eventually("SELECT count(*) FROM dynpgext.workers", equals: "3")
        func expectLog(_ ending: String) async throws {
            let shortage = "dynpgext finds no free background worker slot"
            try await server.eventually("the log tells") {
                let told = server.logLines(containing: shortage).contains { $0.hasSuffix(ending) }
                let hint = "Raise \"max_worker_processes\", on standbys first."
                return (told && !server.logLines(containing: hint).isEmpty, ending)
            }
        }
        try await expectLog("\"")

        // One that finishes leaves its slot to another one.
        let first = try await server.psql(
            "SELECT worker FROM dynpgext.workers WHERE state = 'running'")
        let database = try await server.psql(
            "SELECT coalesce(database, 'postgres') FROM dynpgext.workers WHERE state = 'running'")
        try await server.exitWorker(
            of: first.replacing(" ", with: ":"), with: 0, database: database)
        try await server.eventually(
            "SELECT string_agg(state, ' ' ORDER BY state) FROM dynpgext.workers",
            equals: "done running waiting")

        // Without any slot nothing is read, and said once.
        try await server.psql("ALTER SYSTEM SET max_worker_processes = 2")
        try await server.restart()
        try await expectLog("slot")
        #expect(
            try await server.psql(
                "SELECT DISTINCT scanned FROM dynpgext.databases WHERE reason IS NULL")
                == "f")
    }
}
