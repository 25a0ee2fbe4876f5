import SpecLanguage

/// Who may create the extension gains nothing but the extension.
enum AdmissionIsSafe: Rule {
    static let reason = """
        The script of an extension that is not only for superusers runs as whoever creates \
        it, and only a superuser may create the function in C behind a view. A trusted one \
        runs as the bootstrap superuser instead, which means nothing without `superuser`. \
        In both cases an ordinary user owns the extension, its schema and perhaps its tables, \
        where the user can plant code: a worker that works there as another role would run it \
        with that role's privileges.
        """
    static let source = """
        `execute_extension_script()` of `commands/extension.c`, `CreateFunction()` of \
        `commands/functioncmds.c`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        guard let door = door(of: spec) else { return [] }
        let needsNone = spec.superuser?.value == false
        let views = needsNone ? spec.blocks.filter { $0.view?.value == true } : []
        let resets = needsNone ? spec.blocks.filter { $0.reset?.value == true } : []
        let shown = needsNone ? spec.workers.filter(\.isShown) : []
        return [contradiction(in: spec)].compactMap(\.self) + views.map { view($0, door) }
            + resets.map { reset($0, door) }
            + shown.prefix(1).map { status($0, door) }
            + spec.workers.compactMap { role(of: $0).map { role($0, door) } }
    }

    /// What lets others than superusers in; nil if nothing does.
    private static func door(of spec: Extension) -> SourceRange? {
        if let superuser = spec.superuser, !superuser.value { return superuser.range }
        return spec.trusted.flatMap { $0.value ? $0.range : nil }
    }

    private static func contradiction(in spec: Extension) -> Diagnostic? {
        guard let superuser = spec.superuser, !superuser.value, let trusted = spec.trusted,
            trusted.value
        else { return nil }
        return Diagnostic(
            .error, "\"trusted\" means nothing for an extension that needs no superuser",
            at: trusted.range,
            hint: "Remove \"trusted\" or \"superuser\".",
            notes: [.init("\"superuser\" is here", at: superuser.range)])
    }

    private static func view(_ block: Block, _ door: SourceRange) -> Diagnostic {
        Diagnostic(
            .error,
            "the view of block \"\(block.name.value)\" has a function in C, which only a superuser may create",
            at: block.view?.range ?? block.name.range,
            hint: "Use \"trusted\": true instead of \"superuser\": false.",
            notes: [.init("others may create the extension", at: door)])
    }

    private static func reset(_ block: Block, _ door: SourceRange) -> Diagnostic {
        Diagnostic(
            .error,
            "block \"\(block.name.value)\" is reset by a function in C, which only a superuser may create",
            at: block.reset?.range ?? block.name.range,
            hint: "Use \"trusted\": true instead of \"superuser\": false.",
            notes: [.init("others may create the extension", at: door)])
    }

    /// The view of the workers is there as soon as one of them can be seen.
    private static func status(_ worker: Worker, _ door: SourceRange) -> Diagnostic {
        Diagnostic(
            .error,
            "the view that shows worker \"\(worker.name.value)\" has a function in C, which only a superuser may create",
            at: worker.name.range,
            hint: "Use \"trusted\": true instead of \"superuser\": false.",
            notes: [.init("others may create the extension", at: door)])
    }

    private static func role(_ role: Located<String>, _ door: SourceRange) -> Diagnostic {
        Diagnostic(
            .error,
            "whoever creates the extension could act as role \"\(role.value)\" through this worker",
            at: role.range,
            hint:
                "Remove \"role\" to work as the extension's owner, or let only superusers create it.",
            notes: [.init("others may create the extension", at: door)])
    }

    private static func role(of worker: Worker) -> Located<String>? {
        switch worker.connection?.value {
        case .sharedCatalogs(let role), .database(_, let role): role
        case nil, .some(.none), .ownDatabase: nil
        }
    }
}

extension Worker {
    /// Whether the view of the workers has a row for it: not for one that is in each database without a connection.
    fileprivate var isShown: Bool { scope.value == .global || connection?.value != Connection.none }
}
