import ExtensionSpec

/// A worker that works once in each interval, in each database.
func everyInterval(_ name: String, run: Worker.Run, comment: String) -> Worker {
    Worker(name, scope: .database, every: .setting("interval"), run: run, comment: comment)
}

Extension("pulse", version: "0.1", comment: "counts heartbeats in each database") {
    Setting(
        "interval", type: .duration, default: "10s", min: "10ms",
        comment: "Time between two beats.")
    Setting("keep", type: .int, default: 1000, min: 1, comment: "Rows that the log keeps.")
    Setting("announce", type: .bool, default: false, comment: "Writes each beat to the server log.")

    Block(
        "beats", scope: .database, lock: .lwlock, view: true,
        comment: "the heartbeats of one database"
    ) {
        Field("count", type: .atomicUInt64, comment: "beats since the block was made")
        Field("last_at", type: .timestamptz, comment: "time of the last beat")
        Field("note", type: .text, length: 64, comment: "what the last beat said")
        Field("recent", type: .int8, count: 8, comment: "microseconds between the last beats")
    }
    Block("total", scope: .global, view: true, comment: "the heartbeats of all databases") {
        Field("count", type: .atomicUInt64)
    }

    everyInterval("beat", run: .c, comment: "beats once in each interval")
    everyInterval(
        "record",
        run: .sql(
            "INSERT INTO log (beats) SELECT count FROM beats",
            """
            DELETE FROM log WHERE id <= (SELECT max(id) FROM log) \
            - current_setting('pulse.keep')::int
            """),
        comment: "keeps the counts in a table")
    Worker(
        "watch", scope: .global, every: "1min", run: .c,
        comment: "logs the beats of the whole server")
}
