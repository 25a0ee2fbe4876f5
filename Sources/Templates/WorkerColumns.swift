import PostgreSQL

/// A column of the view of the workers.
struct WorkerColumn: Sendable {
    let name: String
    let type: ColumnType
    let comment: String
}

/// The columns of the view of the workers.
let workerColumns = [
    WorkerColumn(name: "worker", type: .text, comment: "its name in the spec"),
    WorkerColumn(
        name: "instance", type: .int4,
        comment: "its number among the processes of the worker, from 1"),
    WorkerColumn(name: "pid", type: .int4, comment: "its process; null if none runs"),
    WorkerColumn(
        name: "state", type: .text,
        comment: "stopped, idle, working, failing, disabled, done or gave up"),
    WorkerColumn(name: "ticks", type: .int8, comment: "ticks so far, failed ones included"),
    WorkerColumn(name: "errors", type: .int8, comment: "failed ticks so far"),
    WorkerColumn(name: "last_error", type: .text, comment: "what went wrong last"),
    WorkerColumn(name: "last_error_at", type: .timestamptz, comment: "when that was"),
    WorkerColumn(name: "last_duration", type: .interval, comment: "how long the last tick took"),
    WorkerColumn(
        name: "next_tick", type: .timestamptz,
        comment: "when the next tick is due; null if none is before someone asks"),
]

/// The states of a worker, by the end of their constant in C and as the view tells them.
let workerStates = [
    (constant: "stopped", word: "stopped"), (constant: "idle", word: "idle"),
    (constant: "working", word: "working"), (constant: "failing", word: "failing"),
    (constant: "disabled", word: "disabled"), (constant: "done", word: "done"),
    (constant: "gave_up", word: "gave up"),
]
