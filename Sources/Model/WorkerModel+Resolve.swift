import SpecLanguage

extension WorkerModel {
    /// Nil only for what a rule has refused.
    init?(proven worker: Worker) {
        guard let name = Name(worker.name.value), let schedule = Schedule(proven: worker),
            let onError = ErrorPolicy(proven: worker.onError?.value)
        else { return nil }
        let work: Work =
            switch worker.work.value {
            case .sql(let statements): .sql(statements.map(\.value))
            case .c: .c
            }
        let (connection, role) = Self.connection(of: worker)
        self.init(
            name: name, scope: worker.scope.value, connection: connection, role: role,
            start: worker.start?.value ?? .recoveryFinished, schedule: schedule,
            hasWake: worker.wake != nil, work: work,
            transaction: worker.transaction?.value ?? .tick,
            timeout: worker.timeout.flatMap { try? milliseconds(of: $0.value) },
            stop: worker.stop?.value ?? .interrupt, onError: onError,
            notifies: worker.notify?.value ?? false, argument: worker.argument?.value,
            extra: worker.extra?.value, instances: worker.instances?.value,
            comment: worker.comment.flatMap { $0.value.isEmpty ? nil : $0.value })
    }

    /// A worker in each database is connected to it unless the spec says otherwise; a global one is not connected.
    private static func connection(of worker: Worker) -> (Connection, role: String?) {
        switch worker.connection?.value {
        case nil: (worker.scope.value == .database ? .ownDatabase : .none, nil)
        case .some(.none): (.none, nil)
        case .ownDatabase: (.ownDatabase, nil)
        case .sharedCatalogs(let role): (.sharedCatalogs, role?.value)
        case .database(let database, let role):
            (database.map { .database($0.value) } ?? .ownDatabase, role?.value)
        }
    }
}

extension WorkerModel.Schedule {
    fileprivate init?(proven worker: Worker) {
        switch (worker.every?.value, worker.once) {
        case (.fixed(let text), _):
            guard let milliseconds = try? milliseconds(of: text) else { return nil }
            self = .every(.milliseconds(milliseconds))
        case (.setting(let setting), _):
            guard let setting = Name(setting.value) else { return nil }
            self = .every(.setting(setting))
        case (nil, _?): self = .once
        case (nil, nil): self = .onDemand
        }
    }
}

extension WorkerModel.ErrorPolicy {
    fileprivate init?(proven policy: Worker.ErrorPolicy?) {
        guard
            let initial = try? milliseconds(of: policy?.initial?.value ?? Self.defaultInitial),
            let maximum = try? milliseconds(of: policy?.maximum?.value ?? Self.defaultMaximum)
        else { return nil }
        self.init(initial: initial, maximum: maximum, giveUpAfter: policy?.giveUpAfter?.value)
    }

    /// The pauses of a worker that says nothing of them.
    static let defaultInitial = "1s"
    static let defaultMaximum = "1min"
}
