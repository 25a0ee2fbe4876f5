import ExtensionSpec

let pause = "10y"

/// A place in a function: the call that the function makes.
func sweeper(_ table: String) -> Worker {
    Worker("sweep_\(table)", scope: .global, every: "5 min", run: .sql("DELETE FROM \(table)"))
}

Extension(
    "places", version: "0.1/2",
    comment: "strings with ) and \" and \("interpolations: \(1 + (2)) ,") inside",
    postgres: .min(12, max: 20)
) {
    Setting("interval", type: .duration, default: "\(pause)", min: "10ms")
    Setting("limit", type: .int, default: "ten")  // not: "ten"
    Block("beats", scope: .database, lock: .lwlock, view: true) {
        Field("count", type: .text)
        for number in 1...2 { Field("select", type: .int4, count: number) }
    }
    Block("beats", scope: .global, size: -1)
    sweeper("a")
    Worker(
        "sql", scope: .database, every: .setting("intreval"),
        run: .sql(
            "SELECT 1",  // the first, )
            #"BEGIN "x""#
        ),
        comment: """
            the third:
            """
    )
    Worker(
        "sql", scope: .database, connect: .role(""), every: "1s", run: .sql(["SELECT 1", "COMMIT"]))
    if pause.isEmpty { Worker("never", scope: .global, every: "-", run: .c) }
}
