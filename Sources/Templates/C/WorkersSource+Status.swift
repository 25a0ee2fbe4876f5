import CodeText
import Model

/// How a worker tells of itself.
func statusFunctions(of model: ExtensionModel) -> Code<C> {
    blocks {
        #"""
        /* What this process tells of itself, and its row there. */
        static \#(model.workersStructure) *workers;
        static \#(model.statusStructure) *own;
        """# as Code<C>
        if model.hasSessions {
            "/* Has the session of this tick failed, and told of its error? */\nstatic bool session_failed;"
                as Code<C>
        }
        if model.workers.contains(where: { !$0.isShown }) { ownWorkers(model) }
        if model.workers.contains(where: { $0.instances != nil }) { ownInstance(model) }
        findRow(model)
        tell(model)
        leaveRow(model)
        tellError()
    }
}

private func ownWorkers(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * A process that is in no database reaches the memory of none: a worker of one
     * keeps what it would tell to itself.
     */
    static \#(model.workersStructure) *
    own_workers(void)
    {
        static \#(model.workersStructure) alone;
        static bool initialised = false;

        if (!initialised)
            LWLockInitialize(&alone.lock, LWTRANCHE_FIRST_USER_DEFINED);
        initialised = true;
        return &alone;
    }
    """#
}

private func ownInstance(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * The number of this process among those of its worker; 0 if it is the only one.
     */
    static int
    own_instance(void)
    {
        int         instance;

        memcpy(&instance, MyBgworkerEntry->bgw_extra + \#(model.instanceMacro), sizeof(instance));
        return instance;
    }
    """#
}

private func findRow(_ model: ExtensionModel) -> Code<C> {
    let row: Code<C> =
        model.workers.contains { $0.instances != nil }
        ? "self->row + Max(own_instance() - 1, 0)" : "self->row"
    return #"""
        static void
        find_row(const worker *self)
        {
            workers = self->attach();
            own = &workers->rows[\#(row)];
        }
        """#
}

private func tell(_ model: ExtensionModel) -> Code<C> {
    let process: Code<C> =
        model.workers.contains(where: \.hasWake) ? "own->process = MyProcNumber;" : .empty
    return #"""
        /*
         * Tell what is done; from here on the row is this process's.
         */
        static void
        tell(\#(model.stateType) state, TimestampTz next)
        {
            LWLockAcquire(&workers->lock, LW_EXCLUSIVE);
            own->pid = MyProcPid;
            \#(process)
            own->state = state;
            own->next = next == DT_NOEND ? 0 : next;
            LWLockRelease(&workers->lock);
        }
        """#
}

private func leaveRow(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * At the end of the process: the row may be another's by now.
     */
    static void
    leave_row(int code, Datum arg)
    {
        LWLockReleaseAll();
        LWLockAcquire(&workers->lock, LW_EXCLUSIVE);
        if (own->pid == MyProcPid)
        {
            own->pid = 0;
            own->next = 0;
            if (own->state != \#(model.state("done")) && own->state != \#(model.state("gave_up")))
                own->state = \#(model.state("stopped"));
        }
        LWLockRelease(&workers->lock);
    }
    """#
}

private func tellError() -> Code<C> {
    #"""
    static void
    tell_error(const char *message)
    {
        int         length;

        if (message == NULL)        /* ereport() without errmsg() */
            message = "missing error text";
        length = pg_mbcliplen(message, strlen(message), sizeof(own->error) - 1);
        LWLockAcquire(&workers->lock, LW_EXCLUSIVE);
        memcpy(own->error, message, length);
        own->error[length] = '\0';
        own->error_at = GetCurrentTimestamp();
        LWLockRelease(&workers->lock);
    }
    """#
}
