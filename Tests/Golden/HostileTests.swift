import Foundation
import ServerHarness
import Testing

/// Text of the spec that looks like C, SQL, Make or shell stays text, and arrives whole.
@Suite struct HostileTests {

    @Test(arguments: Majors.all) func holdsTheText(major: Int) async throws {
        let (text, name) = try Self.spec()
        let server = try await liveServer(major: major, cases: ["hostile"], databases: [])
        let identifier = "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
        try await server.psql("CREATE ROLE \(identifier)")
        try await server.psql("CREATE DATABASE \(identifier)")
        try await server.psql("CREATE EXTENSION hostile", database: name)
        try await server.psql(
            "GRANT USAGE ON SCHEMA hostile TO \(identifier); GRANT UPDATE ON hostile.seen TO \(identifier)",
            database: name)

        let hex = Data(text.utf8).map { String(format: "%02x", $0) }.joined()
        let isText = "= convert_from('\\x\(hex)', 'UTF8')"
        for comment in [
            "obj_description((SELECT oid FROM pg_extension WHERE extname = 'hostile'), 'pg_extension')",
            "obj_description('hostile.block'::regclass)",
            "col_description('hostile.block'::regclass, 1)",
        ] {
            #expect(
                try await server.psql("SELECT \(comment) \(isText)", database: name) == "t",
                "\(comment)")
        }
        #expect(
            try await server.psql(
                "LOAD 'hostile'; SELECT count(*) FROM pg_settings WHERE name LIKE 'hostile.%' AND short_desc \(isText)",
                database: name) == "3")
        // The worker works in that database, as that role, and its statement holds the text.
        try await server.eventually("SELECT said \(isText) FROM hostile.seen", database: name)
    }

    private static func spec() throws -> (comment: String, name: String) {
        struct Spec: Decodable {
            struct Named: Decodable { let comment: String }
            struct Worker: Decodable {
                struct Connection: Decodable { let database: String }
                let connect: Connection?
            }
            let `extension`: Named
            let workers: [Worker]
        }
        let file = try #require(GoldenCase.named("hostile").sources).appending(path: "hostile.json")
        let spec = try JSONDecoder().decode(Spec.self, from: Data(contentsOf: file))
        return (
            spec.extension.comment, try #require(spec.workers.compactMap(\.connect).first).database
        )
    }
}
