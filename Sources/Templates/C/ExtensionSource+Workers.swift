import CodeText
import Model
import SpecLanguage

/// Initialises the blocks in which workers tell of themselves.
func workersInitialiser(_ model: ExtensionModel, _ status: WorkerStatus) -> Code<C> {
    #"""
    static void
    \#(model.workersInitialiser)(void *memory, void *data)
    {
        \#(declaration("\(model.workersStructure)", "*workers = memory"))

        memset(workers, 0, sizeof(*workers));
        LWLockInitialize(&workers->lock, tranche_of(\#(literal: model.workersTranche)));
    }
    """#
}

/// Asks for the block of a scope; one for the server is one for each version, because a global worker is.
func workersAllocation(_ scope: Scope, in model: ExtensionModel) -> Code<C> {
    let flags: Code<C> = scope == .global ? "\(scope.flag) | DYNPGEXT_SCOPE_VERSION" : scope.flag
    return #"""
        handle->allocate_shmem(handle, \#(model.workersKeyMacro(scope)), CACHELINEALIGN(sizeof(\#(model.workersStructure))),
                               \#(model.workersInitialiser), NULL, \#(flags));
        """#
}

/// How a process finds the block of a scope.
func workersAttach(_ scope: Scope, in model: ExtensionModel) -> Code<C> {
    #"""
    \#(model.workersStructure) *
    \#(model.workersAttach(scope))(void)
    {
        static \#(model.attachmentType) here = {NULL, NOT_FOUND};

        if (here.generation != *\#(model.generation))
        {
            uint64_t    generation;
            \#(declaration("\(model.workersStructure)", "*workers = find_block(\(model.workersKeyMacro(scope)), &generation)"))

            LWLockRegisterTranche(workers->lock.tranche, \#(literal: model.workersTranche));
            here.block = workers;
            here.generation = generation;
        }
        return here.block;
    }
    """#
}

/// The function behind the view of the workers.
func workersView(_ model: ExtensionModel, _ status: WorkerStatus) -> Code<C> {
    #"""
    /*
     * A row of the view \#(model.qualifier())workers, by its number.
     */
    Datum
    \#(model.workersRowFunction)(PG_FUNCTION_ARGS)
    {
        static const column columns[] = {
            \#(list(workerColumns.map { "{\(literal: $0.name), \(Code(verbatim: $0.type.oidMacro))}" }, separator: ",\n"))
        };
        static const char *const states[] = {
            \#(list(workerStates.map { "\(literal: $0.word)" }, separator: ", "))
        };
        static const struct
        {
            const char *name;
            int         processes;
            \#(model.workersStructure) *(*attach) (void);
            int         row;        /* the first one there */
        }           shown[] = {
            \#(list(status.workers.map { shown($0, status, model) }, separator: ",\n"))
        };
        int         number = PG_GETARG_INT32(0);
        int         worker = 0;
        \#(declaration("\(model.workersStructure)", "*workers"))
        \#(declaration("\(model.statusStructure)", "row"))
        Interval   *duration = palloc0(sizeof(Interval));
        Datum       values[\#(workerColumns.count)];
        bool        nulls[\#(workerColumns.count)] = {false};

        while (worker < (int) lengthof(shown) && number >= shown[worker].processes)
            number -= shown[worker++].processes;
        if (number < 0 || worker == (int) lengthof(shown))
            ereport(ERROR,
                    (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                     errmsg("there is no such worker")));

        workers = shown[worker].attach();
        LWLockAcquire(&workers->lock, LW_SHARED);
        row = workers->rows[shown[worker].row + number];
        LWLockRelease(&workers->lock);

        /* a global worker may be in a database with another encoding */
        if (!pg_verifymbstr(row.error, strlen(row.error), true))
            ascii_safe_strlcpy(row.error, pstrdup(row.error), sizeof(row.error));
        duration->time = row.duration;

        values[0] = CStringGetTextDatum(shown[worker].name);
        values[1] = Int32GetDatum(number + 1);
        values[2] = Int32GetDatum(row.pid);
        nulls[2] = row.pid == 0;
        values[3] = CStringGetTextDatum(states[row.state]);
        values[4] = Int64GetDatum(row.ticks);
        values[5] = Int64GetDatum(row.errors);
        values[6] = CStringGetTextDatum(row.error);
        nulls[6] = row.error_at == 0;
        values[7] = TimestampTzGetDatum(row.error_at);
        nulls[7] = row.error_at == 0;
        values[8] = IntervalPGetDatum(duration);
        nulls[8] = row.ticks == 0;
        values[9] = TimestampTzGetDatum(row.next);
        nulls[9] = row.next == 0;
        return make_row(fcinfo, columns, lengthof(columns), values, nulls);
    }
    """#
}

private func shown(
    _ worker: WorkerModel, _ status: WorkerStatus, _ model: ExtensionModel
) -> Code<C> {
    "{\(literal: worker.name.text), \(worker.processes), \(model.workersAttach(worker.scope)), \(status.row(of: worker))}"
}

/// What wakes workers, from SQL and from C.
func wakeFunctions(_ model: ExtensionModel, _ status: WorkerStatus) -> Code<C> {
    let woken = status.workers.filter(\.hasWake)
    guard !woken.isEmpty else { return .empty }
    return blocks {
        wakeAtCommit(model, count: woken.count)
        for (index, worker) in woken.enumerated() { wakeFunction(worker, index, model, status) }
    }
}

private func wakeAtCommit(_ model: ExtensionModel, count: Int) -> Code<C> {
    #"""
    /* Workers that this transaction wakes once it has committed. */
    static struct
    {
        \#(model.workersStructure) *workers;   /* NULL: this one not */
        int         row;
        int         instances;
    }           wakes[\#(count)];

    /*
     * Leave a note in the rows of a worker, and wake its processes.
     */
    static void
    wake(\#(model.workersStructure) *workers, int row, int instances)
    {
        LWLockAcquire(&workers->lock, LW_EXCLUSIVE);
        for (int i = row; i < row + instances; i++)
        {
            workers->rows[i].woken = true;
            if (workers->rows[i].pid != 0)
                SetLatch(&GetPGProcByNumber(workers->rows[i].process)->procLatch);
        }
        LWLockRelease(&workers->lock);
    }

    /*
     * A worker that woke up before the commit would not see what it was woken for.
     */
    static void
    wake_at_commit(XactEvent event, void *arg)
    {
        for (int i = 0; i < (int) lengthof(wakes); i++)
        {
            if (event == XACT_EVENT_COMMIT && wakes[i].workers != NULL)
                wake(wakes[i].workers, wakes[i].row, wakes[i].instances);
            if (event == XACT_EVENT_COMMIT || event == XACT_EVENT_ABORT ||
                event == XACT_EVENT_PREPARE)
                wakes[i].workers = NULL;
        }
    }

    static void
    request_wake(int number, \#(model.workersStructure) *workers, int row, int instances)
    {
        static bool registered = false;

        if (!IsTransactionState())
        {
            wake(workers, row, instances);
            return;
        }
        if (!registered)
            RegisterXactCallback(wake_at_commit, NULL);
        registered = true;
        wakes[number].workers = workers;
        wakes[number].row = row;
        wakes[number].instances = instances;
    }
    """#
}

private func wakeFunction(
    _ worker: WorkerModel, _ index: Int, _ model: ExtensionModel, _ status: WorkerStatus
) -> Code<C> {
    #"""
    void
    \#(model.wake(worker))(void)
    {
        request_wake(\#(index), \#(model.workersAttach(worker.scope))(), \#(status.row(of: worker)), \#(worker.processes));
    }

    /*
     * \#(model.qualifier())\#(model.wakeInSQL(worker))()
     */
    Datum
    \#(model.wakeFunction(worker))(PG_FUNCTION_ARGS)
    {
        \#(model.wake(worker))();
        PG_RETURN_VOID();
    }
    """#
}
