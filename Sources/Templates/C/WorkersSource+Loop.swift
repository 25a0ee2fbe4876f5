import CodeText
import Model

/// The life of a worker: interrupts, ticks and the time between them.
func loopFunctions(of model: ExtensionModel) -> Code<C> {
    blocks {
        handleInterrupts(model)
        doze(model)
        if model.workers.contains(where: \.hasWake) { takeWake(model) }
        pauseAfter()
        if model.workers.contains(where: { $0.onError.giveUpAfter != nil }) { giveUp(model) }
        nextDue(model)
        if model.workers.contains(where: { $0.period != nil }) { lastSlot(model) }
        runTick(model)
        runWorker(model)
    }
}

private func handleInterrupts(_ model: ExtensionModel) -> Code<C> {
    let finish: Code<C> =
        model.canFinish ? "\n\nif (ShutdownRequestPending)\n    proc_exit(1);" : .empty
    return #"""
        /*
         * Handle signals while idle.  A cancel request that finds nothing to cancel
         * must not end the worker.
         */
        static void
        handle_interrupts(void)
        {
            MemoryContext memory = CurrentMemoryContext;

            HOLD_CANCEL_INTERRUPTS();
            CHECK_FOR_INTERRUPTS();
            QueryCancelPending = false;
            RESUME_CANCEL_INTERRUPTS();\#(finish)

            if (ConfigReloadPending)
            {
                ConfigReloadPending = false;
                ProcessConfigFile(PGC_SIGHUP);
            }

            /* what others invalidate must not pile up for a worker that sleeps for long */
            ProcessCatchupInterrupt();
            MemoryContextSwitchTo(memory);
        }
        """#
}

private func doze(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * Sleep until that time, or until something happens; DT_NOEND never comes.
     */
    static void
    doze(\#(model.stateType) state, TimestampTz until)
    {
        static uint32 wait_event = 0;
        int         events = WL_LATCH_SET | WL_EXIT_ON_PM_DEATH;
        long        milliseconds = -1;

        if (wait_event == 0)
            wait_event = WaitEventExtensionNew(\#(literal: model.name.text));
        if (until != DT_NOEND)
        {
            events |= WL_TIMEOUT;
            milliseconds = TimestampDifferenceMilliseconds(GetCurrentTimestamp(), until);
        }
        tell(state, until);
        (void) WaitLatch(MyLatch, events, milliseconds, wait_event);
        ResetLatch(MyLatch);
    }
    """#
}

private func takeWake(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * Has somebody asked for a tick?
     */
    static bool
    take_wake(void)
    {
        bool        woken;

        LWLockAcquire(&workers->lock, LW_EXCLUSIVE);
        woken = own->woken;
        own->woken = false;
        LWLockRelease(&workers->lock);
        return woken;
    }
    """#
}

private func pauseAfter() -> Code<C> {
    #"""
    /*
     * Milliseconds to the next try, after so many failed ticks: doubled each time,
     * and longer by up to a quarter, so that workers that failed together part.
     */
    static int64
    pause_after(const worker *self, int failures)
    {
        int64       pause = Min((int64) self->backoff << Min(failures - 1, 30), self->backoff_max);

        return pause + GetCurrentTimestamp() % (pause / 4 + 1);
    }
    """#
}

private func giveUp(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * End the worker for good, until its extension or the server starts anew.
     */
    static void
    give_up(int failures)
    {
        ereport(LOG,
                (errmsg("worker \"%s\" gives up after %d failed ticks in a row",
                        MyBgworkerEntry->bgw_name, failures),
                 errhint("Mend what the errors above tell; dynpgext.restart() starts it again.")));
        tell(\#(model.state("gave_up")), DT_NOEND);
        proc_exit(0);               /* no restart is wanted */
    }
    """#
}

private func lastSlot(_ model: ExtensionModel) -> Code<C> {
    let unless: Code<C> =
        model.workers.contains { $0.period == nil }
        ? """
        if (self->period == NULL)
            return now;
        """ : .empty
    return #"""
        /*
         * The last time at or before now at which a tick was due: missed ones are
         * skipped.
         */
        static TimestampTz
        last_slot(const worker *self, TimestampTz due)
        {
            TimestampTz now = GetCurrentTimestamp();

            \#(unless)
            return now - (now - due) % (*self->period * INT64CONST(1000));
        }
        """#
}

private func nextDue(_ model: ExtensionModel) -> Code<C> {
    let demand: Code<C> =
        model.workers.contains(where: \.waitsToBeAsked)
        ? (model.workers.contains(where: \.runsOnce)
            ? "if (self->period == NULL && !self->once)\n    return DT_NOEND;"
            : "if (self->period == NULL)\n    return DT_NOEND;") : .empty
    let period: Code<C> =
        model.workers.contains { $0.period != nil }
        ? "return TimestampTzPlusMilliseconds(last, *self->period);" : .empty
    if period.isEmpty && model.workers.allSatisfy(\.waitsToBeAsked) {
        return #"""
            /*
             * When the next tick is due: only a failed one comes again by itself.
             */
            static TimestampTz
            next_due(const worker *self, TimestampTz now, TimestampTz last, int64 pause)
            {
                return pause > 0 ? TimestampTzPlusMilliseconds(last, pause) : DT_NOEND;
            }
            """#
    }
    return #"""
        /*
         * When the next tick is due: the first one at once.
         */
        static TimestampTz
        next_due(const worker *self, TimestampTz now, TimestampTz last, int64 pause)
        {
            if (pause > 0)
                return TimestampTzPlusMilliseconds(last, pause);
            \#(demand)
            \#(period.isEmpty ? "return now;" : "if (last == 0)\n    return now;")
            \#(period)
        }
        """#
}

private func runTick(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * Run one tick and tell of it; return whether it ended well.
     */
    static bool
    run_tick(const worker *self, \#(model.context) *context, MemoryContext memory)
    {
        TimestampTz begun = GetCurrentTimestamp();
        bool        ok;

        \#(model.tellsRecovery ? "context->in_recovery = RecoveryInProgress();" : .empty)
        tell(\#(model.state("working")), context->due);
        ok = survive(self, context, memory);

        LWLockAcquire(&workers->lock, LW_EXCLUSIVE);
        own->ticks++;
        own->errors += ok ? 0 : 1;
        own->duration = GetCurrentTimestamp() - begun;
        LWLockRelease(&workers->lock);
        return ok;
    }
    """#
}
