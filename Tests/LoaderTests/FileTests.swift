import Foundation
import ServerHarness
import Testing

/// What lies in the directories of extensions and libraries, broken, odd, or in other places.
@Suite struct FileTests {
    @Test(
        "a library is opened only if it is a whole object that exports _Dynpgext_magic",
        arguments: Majors.all)
    func brokenFilesAreReported(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'", equals: "2")
        let tree = server.tree
        let found = try await run(["find", tree.path, "-name", "rev1.so"]).stdout
        let library = String(found.split(separator: "\n")[0])
        // A half library, in place of the one that is mapped, not over it.
        _ = try await run(
            [
                "sh", "-c",
                "head -c 5000 \(library) >\(library).half && mv \(library).half \(library)",
            ])
        try await server.restart()
        try await server.eventually(
            "SELECT status, message FROM dynpgext.extensions WHERE extension = 'rev1'",
            equals: "broken|its library is not a whole ELF object of this machine")
        // Nor was the server's own one, which is whole, but is no library of ours.
        let maps = try await server.maps(of: #require(server.postmaster))
        #expect(maps.contains { $0.hasSuffix("/dynpgext.so") })
        #expect(!maps.contains { $0.contains("plpgsql") || $0.contains("rev1") })
    }

    @Test(
        "rows 24, 25: odd names, long paths and broken control files are warnings",
        arguments: Majors.all)
    func oddFilesAreWarnings(major: Int) async throws {
        let server = try await startLoader(
            major: major, configuration: ["dynpgext.check_interval": "1s"])
        try await server.stop()
        try await server.shell(
            """
            cd "$(dirname "$(find . -name rev1.control)")" && : >nodot && : >.control && : >a..b--1.sql &&
            : >--.sql && : >----.sql && : >lone--1.sql && mkdir dir.control && : >dir--1.sql &&
            printf "module_pathname = 'unended\\n" >odd.control && : >odd--1.sql &&
            printf "comment = 'no default'\\n" >less.control && : >less--1.sql &&
            printf "module_pathname = '%01024d'\\n" 7 >long.control && : >long--1.sql &&
            printf "module_pathname = 'rev1'\\n" >bare.control && cp rev1--1.sql bare--1.sql &&
            far=\(server.directory.path)/$(printf '%0100d' 7) && mkdir $far && chmod a+rx $far &&
            find \(server.directory.path)/pg -name rev1.so -exec cp {} $far \\; &&
            printf "module_pathname = '$far/rev1'\\n" >far.control && cp rev1--1.sql far--1.sql
            """)
        try await server.start()
        #expect(
            server.logLines(
                containing: "extension \"odd\" version \"1\": its control file cannot be read"
            )
            .count == 1)
        for (name, reason) in [
            "less": "its control file names no library", "long": "its library is missing",
        ] {
            try await server.psql("CREATE EXTENSION \(name) VERSION '1'")
            try await server.eventually(
                "SELECT status, message FROM dynpgext.extensions WHERE extension = '\(name)'",
                equals: "plain|\(reason)")
        }
        // A name without a directory is searched for as the server does.
        try await server.psql("CREATE EXTENSION bare VERSION '1'")
        try await server.eventuallyWorkers(
            of: "bare", are: ["rev1 global||running|1|", "rev1 local|postgres|running|1|"])
        // Before 17 a worker's library has little room for its name, and is never cut.
        try await server.psql("DROP EXTENSION bare; CREATE EXTENSION far VERSION '1'")
        if major >= 17 {
            try await server.eventuallyWorkers(
                of: "far", are: ["rev1 global||running|1|", "rev1 local|postgres|running|1|"])
        } else {
            try await server.eventually(
                "SELECT status FROM dynpgext.extensions WHERE extension = 'far'", equals: "ready")
            #expect(server.logLines(containing: "too long for this server").count > 1)
        }
    }

    @Test(
        "extension_control_path is followed, and a control file that changes is read anew",
        arguments: Majors.all.filter { $0 >= 18 })
    func controlFilesOfOtherPlaces(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.shell(
            """
            mkdir -p ../elsewhere/extension ../elsewhere/lib && chmod -R a+rX ../elsewhere &&
            for file in $(find "$PWD" -name 'rev1*' -path '*extension/*'); do mv $file ../elsewhere/extension; done &&
            mv "$(find "$PWD" -name rev1.so)" ../elsewhere/lib
            """)
        let place = server.directory.appending(path: "elsewhere").path
        try await server.psql(
            "ALTER SYSTEM SET extension_control_path = '$system:\(place)'")
        try await server.psql(
            "ALTER SYSTEM SET dynamic_library_path = '$libdir:\(place)/lib'")
        try await server.restart()
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventuallyWorkers(
            of: "rev1", are: ["rev1 global||running|1|", "rev1 local|postgres|running|1|"])
        #expect(try await server.field("made", of: "rev1:idle") == "77")
    }

    @Test(
        "a library that tells no revision has the one that is assumed; the loader needs no extension of its own",
        arguments: Majors.all)
    func theRevisionIsAssumed(major: Int) async throws {
        let server = try await startLoader(
            major: major, fixtures: ["historic2", "rev1"],
            configuration: ["dynpgext.assume_revision": "2"])
        try await server.psql("DROP EXTENSION dynpgext")
        for name in ["historic2", "rev1"] {
            try await server.psql("CREATE EXTENSION \(name)")
            try await server.eventually("\(name)'s workers") {
                let processes = server.processes(titled: "\(name) ")
                return (processes.count == 2, "\(processes)")
            }
        }
        #expect(try await server.field("made", of: "historic2:local") == "77")
        #expect(try await server.psql("SELECT historic2_generation() IS NULL") == "t")
    }
}
