import CodeText
import Model

/// What every worker does before its first tick.
func startFunctions(of model: ExtensionModel) -> Code<C> {
    blocks {
        #"""
        /*
         * Take the signals of a worker.  With die(), SIGTERM ends an idle worker at
         * once, and a working one at its next CHECK_FOR_INTERRUPTS().
         */
        static void
        accept_signals(void)
        {
            pqsignal(SIGHUP, SignalHandlerForConfigReload);
            pqsignal(SIGTERM, die);
            BackgroundWorkerUnblockSignals();
        }
        """# as Code<C>
        if model.workers.contains(where: \.isConnected) { settleSession(model) }
    }
}

private func settleSession(_ model: ExtensionModel) -> Code<C> {
    let title: Code<C> =
        model.workers.contains(where: \.hasDatabase)
        ? """

        /* the database in the process title, as autovacuum shows it */
        if (OidIsValid(MyDatabaseId))
        {
            StartTransactionCommand();
            set_ps_display(get_database_name(MyDatabaseId));
            CommitTransactionCommand();
        }
        """ : .empty
    return #"""
        /*
         * Keep the defaults of a database or a role away from what the ticks do; an
         * autovacuum worker overrides the same.
         */
        static void
        settle_session(void)
        {
            SetConfigOption("search_path", "", PGC_SUSET, PGC_S_OVERRIDE);
            SetConfigOption("statement_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
        #if PG_VERSION_NUM >= 170000
            SetConfigOption("transaction_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
        #endif
            SetConfigOption("lock_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
            SetConfigOption("idle_in_transaction_session_timeout", "0", PGC_SUSET, PGC_S_OVERRIDE);
            SetConfigOption("default_transaction_isolation", "read committed", PGC_SUSET, PGC_S_OVERRIDE);
            SetConfigOption("application_name", MyBgworkerEntry->bgw_name, PGC_USERSET, PGC_S_OVERRIDE);
            \#(title)
        }
        """#
}

/// The life of a worker: the loop, one guarded tick, interrupts.
func loopFunctions(of model: ExtensionModel) -> Code<C> {
    blocks {
        handleInterrupts()
        survive(model)
        runWorker(model)
    }
}

private func handleInterrupts() -> Code<C> {
    #"""
    /*
     * Handle signals while idle.  A cancel request that finds nothing to cancel
     * must not end the worker.
     */
    static void
    handle_interrupts(void)
    {
        HOLD_CANCEL_INTERRUPTS();
        CHECK_FOR_INTERRUPTS();
        QueryCancelPending = false;
        RESUME_CANCEL_INTERRUPTS();

        if (ConfigReloadPending)
        {
            ConfigReloadPending = false;
            ProcessConfigFile(PGC_SIGHUP);
        }
    }
    """#
}

private func survive(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * Run one tick; return false if it ended in an ERROR, which has been logged.
     * The cleanup is what AutoVacLauncherMain() and do_autovacuum() do.
     */
    static bool
    survive(tick_function tick, \#(model.context) *context, MemoryContext memory)
    {
        volatile bool ok = true;

        PG_TRY();
        {
            tick(context);
        }
        PG_CATCH();
        {
            HOLD_INTERRUPTS();
            disable_all_timeouts(false);
            QueryCancelPending = false; /* after the timeouts, which may set it */
            EmitErrorReport();
            AbortOutOfAnyTransaction();
            LWLockReleaseAll();
            ConditionVariableCancelSleep();
            pgstat_report_wait_end();
            MemoryContextSwitchTo(memory);
            FlushErrorState();
            RESUME_INTERRUPTS();
            ok = false;
        }
        PG_END_TRY();

        debug_query_string = NULL;
        pgstat_report_activity(STATE_IDLE, NULL);
        MemoryContextSwitchTo(memory);
        MemoryContextReset(memory);
        return ok;
    }
    """#
}

private func runWorker(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * Run a tick in each period, in milliseconds and read afresh each time, until
     * something ends the process.  Ticks that were missed are skipped.
     */
    static void
    run_worker(tick_function tick, const int *period)
    {
        \#(model.context) context = {.tick = 0, .due = GetCurrentTimestamp()};
        MemoryContext memory = AllocSetContextCreate(TopMemoryContext, "tick", ALLOCSET_DEFAULT_SIZES);
        int         backoff = 0;    /* milliseconds; 0 after a good tick */

        MemoryContextSwitchTo(memory);
        pgstat_report_activity(STATE_IDLE, NULL);
        for (;;)
        {
            TimestampTz now;
            TimestampTz latest;

            handle_interrupts();

            /* the clock went back, or a reload made the period shorter */
            now = GetCurrentTimestamp();
            latest = TimestampTzPlusMilliseconds(now, backoff > 0 ? backoff : *period);
            context.due = Min(context.due, latest);

            if (now < context.due)
            {
                (void) WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH,
                                 TimestampDifferenceMilliseconds(now, context.due),
                                 PG_WAIT_EXTENSION);
                ResetLatch(MyLatch);
                continue;
            }

            if (survive(tick, &context, memory))
            {
                int64       step = *period * INT64CONST(1000);

                backoff = 0;
                now = GetCurrentTimestamp();
                context.due += step;
                if (context.due <= now)
                    context.due += ((now - context.due) / step + 1) * step;
            }
            else
            {
                backoff = backoff > 0 ? Min(2 * backoff, BACKOFF_MAX) : BACKOFF_INITIAL;
                context.due = TimestampTzPlusMilliseconds(GetCurrentTimestamp(), backoff);
            }
            context.tick++;
        }
    }
    """#
}
