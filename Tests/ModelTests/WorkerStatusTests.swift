import Model
import Testing

/// A row of the workers' memory is found by its place: versions whose places or layout differ share none.
@Suite struct WorkerStatusTests {
    @Test func tellsLayoutsApart() throws {
        let specs = [
            worker("a"), worker("b"), worker("a") + "," + worker("b"),
            worker("b") + "," + worker("a"), worker("a", #", "instances": 2"#),
            worker("a", #", "wake": true"#), worker("a", #", "transaction": "none""#),
            worker("a", scope: "global", #", "connect": {"database": "d"}"#),
        ]
        let fingerprints = try specs.map { try status(of: $0).fingerprint }
        #expect(Set(fingerprints).count == specs.count)
    }

    @Test func ignoresWhatIsNoLayout() throws {
        let same = [
            worker("a"), worker("a", #", "comment": "c", "timeout": "1s""#),
            worker("a", #", "instances": 1"#),
        ]
        #expect(Set(try same.map { try status(of: $0).fingerprint }).count == 1)
    }

    /// One that is in no database reaches no row, and takes no place from the others.
    @Test func countsRows() throws {
        let global = #", "connect": {"database": "d"}"#
        let workers = [
            worker("a", #", "instances": 2"#), worker("b", scope: "global", global),
            #"{"name": "c", "scope": "database", "connect": false, "every": "1s", "run": {"c": true}}"#,
            worker("d"),
        ]
        let model = try pulse(#", "workers": [\#(workers.joined(separator: ","))]"#)
        let status = try #require(model.status)
        #expect(model.workers.map { status.row(of: $0) } == [0, 0, 0, 2])
        #expect(status.rowsInBlock == 3 && status.rows == 4)
    }

    private func worker(
        _ name: String, scope: String = "database", _ members: String = ""
    ) -> String {
        #"{"name": "\#(name)", "scope": "\#(scope)", "every": "1s", "run": {"sql": ["SELECT"]}\#(members)}"#
    }

    private func status(of workers: String) throws -> WorkerStatus {
        try #require(try pulse(#", "workers": [\#(workers)]"#).status)
    }
}
