import CodeText
import Model
import SpecLanguage

/// Where the workers tell of themselves.
func statusDeclarations(_ model: ExtensionModel) -> Code<C> {
    let status = model.status ?? WorkerStatus(workers: [])
    return blocks {
        """
        /*
         * What the workers tell of themselves, as the view \(model.qualifier())workers shows it.  The
         * memory is the generated code's; you need none of it.
         */
        """ as Code<C>
        """
        typedef enum \(model.stateType)
        {
            \(list(workerStates.map { "\(model.state($0.constant))" }, separator: ",\n"))
        } \(model.stateType);
        """ as Code<C>
        statusRow(model, status)
        #"""
        typedef struct \#(model.workersStructure)
        {
            \#(declaration("LWLock", "lock", comment: "for all rows"))
            \#(declaration("\(model.statusStructure)", "rows[\(status.rowsInBlock)]"))
        } \#(model.workersStructure);
        """# as Code<C>
        lines {
            for scope in status.scopes {
                "extern \(model.workersStructure) *\(model.workersAttach(scope))(void);" as Code<C>
            }
        }
        instanceOffset(model)
    }
}

private func statusRow(_ model: ExtensionModel, _ status: WorkerStatus) -> Code<C> {
    #"""
    typedef struct \#(model.statusStructure)
    {
        int         pid;            /* 0: there is no process */
        \#(status.hasWake ? wakeMembers() : .empty)
        \#(declaration("\(model.stateType)", "state"))
        \#(status.hasSessions ? sessionMembers() : .empty)
        int64       ticks;
        int64       errors;
        int64       duration;       /* of the last tick, in microseconds */
        TimestampTz next;           /* 0: none is due */
        TimestampTz error_at;       /* 0: there was no error */
        char        error[256];
    } \#(model.statusStructure);
    """#
}

private func sessionMembers() -> Code<C> {
    """
    bool        worked;         /* the last session, to its end */
    uint64      tick;           /* of the process that it works for */
    """
}

private func wakeMembers() -> Code<C> {
    """
    int         process;        /* its number, to find its latch */
    bool        woken;          /* somebody asks for a tick */
    """
}

private func instanceOffset(_ model: ExtensionModel) -> Code<C> {
    guard model.workers.contains(where: { $0.instances != nil }) else { return .empty }
    return """
        /* Where bgw_extra tells a process its number. */
        #define \(model.instanceMacro) (BGW_EXTRALEN - sizeof(int))
        """
}

/// The hooks, what they are told, and what wakes a worker.
func hookDeclarations(_ model: ExtensionModel) -> Code<C> {
    guard !model.workers.isEmpty else { return .empty }
    return blocks {
        section("Workers: the functions ..._run() are yours, in \(model.name)_hooks.c")
        tickContext(model)
        for worker in model.workers where worker.runsHook { hookDeclaration(worker, model) }
        wakeDeclarations(model)
        if model.hooksExecute { executeDeclaration(model) }
    }
}

private func executeDeclaration(_ model: ExtensionModel) -> Code<C> {
    """
    /*
     * Execute statements as if a client had sent them, for hooks of workers whose
     * "transaction" is "none".  Such a hook runs in a session of the extension's
     * owner, and in no transaction: it begins those that it needs, ends them, and
     * then calls this, as for VACUUM or REINDEX CONCURRENTLY.
     */
    extern void \(model.execute)(const char *query);
    """
}

private func tickContext(_ model: ExtensionModel) -> Code<C> {
    let hooks = model.workers.filter(\.runsHook)
    let members = [
        (hooks.contains { $0.instances != nil })
            ? declaration("int", "instance", comment: "from 1; 0 if only one runs") : .empty,
        model.tellsArgument
            ? declaration("int32", "argument", comment: "\"arg\" of the spec") : .empty,
        model.tellsExtra
            ? declaration("const char", "*extra", comment: "\"extra\" of the spec") : .empty,
        model.tellsRecovery
            ? declaration("bool", "in_recovery", comment: "nothing can be written") : .empty,
    ]
    return #"""
        /*
         * What is known of a tick.  It belongs to the tick, as does what a hook
         * allocates with palloc().  An ERROR ends the tick, and rolls its transaction
         * back if it has one.  SIGTERM, a cancel and the timeout take effect where the
         * hook calls CHECK_FOR_INTERRUPTS(): do it in loops.
        \#(model.limitsTicks ? lateTicks() : .empty)
         */
        typedef struct \#(model.context)
        {
            uint64      tick;           /* ticks of this process before this one */
            TimestampTz due;            /* when this tick should have begun */
            \#(list(members, separator: "\n"))
        } \#(model.context);
        """#
}

private func lateTicks() -> Code<C> {
    """
     *
     * A hook that catches the cancel of its timeout, with PG_TRY(), must end within
     * 5 seconds: then its process ends, and the loader starts the worker again.
    """
}

private func hookDeclaration(_ worker: WorkerModel, _ model: ExtensionModel) -> Code<C> {
    #"""
    /* \#(worker.name)\#(worker.comment.map { ": \(comment: $0)" } ?? .empty) */
    typedef \#(model.context) \#(model.context(worker));
    extern void \#(model.hook(worker))(\#(model.context(worker)) *context);
    """#
}

private func wakeDeclarations(_ model: ExtensionModel) -> Code<C> {
    let woken = model.workers.filter(\.hasWake)
    guard !woken.isEmpty else { return .empty }
    return lines {
        """
        /*
         * Ask for a tick: in a transaction as soon as it commits, but not if it is
         * prepared, else at once.  The pause after a failed tick is kept.
         */
        """ as Code<C>
        for worker in woken { "extern void \(model.wake(worker))(void);" as Code<C> }
    }
}
