import ServerHarness
import Testing

/// The example hello_world at work.
@Suite struct HelloWorldTests {
    @Test(arguments: Majors.all) func greetsOncePerServer(major: Int) async throws {
        let server = try await liveServer(
            major: major, cases: ["hello_world"], databases: ["a", "b"],
            configuration: ["hello_world.interval": "50ms"])
        try await server.eventually("three greetings") {
            let greetings = server.logLines(containing: "LOG:  Hello World!")
            return (greetings.count >= 3, "\(greetings.count)")
        }
        #expect(server.processes(titled: "hello_world hello").count == 1)
        try await server.psql("DROP EXTENSION hello_world", database: "a")
        let greetings = server.logLines(containing: "LOG:  Hello World!").count
        try await server.eventually("more greetings while a database has it") {
            (server.logLines(containing: "LOG:  Hello World!").count > greetings, "")
        }
        try await server.psql("DROP EXTENSION hello_world", database: "b")
        try await server.eventually("the worker to end with the last database") {
            let left = server.processes(titled: "hello_world hello")
            return (left.isEmpty, "\(left)")
        }
    }

    /// An unconnected worker ends as quickly as a connected one.
    @Test(arguments: Majors.all) func endsAtSigterm(major: Int) async throws {
        let server = try await liveServer(major: major, cases: ["hello_world"], databases: ["a"])
        try await server.eventually("the first greeting") {
            (!server.logLines(containing: "LOG:  Hello World!").isEmpty, "")
        }
        let pid = try #require(server.processes(titled: "hello_world hello").first)
        let time = try await server.end(pid, within: 5)
        #expect(time < .seconds(1), "it took \(time)")
        try await server.eventually("the loader to start it again") {
            (!server.processes(titled: "hello_world hello").isEmpty, "")
        }
    }
}
