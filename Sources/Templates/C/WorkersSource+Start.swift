import CodeText
import Model

/// What every worker does before its first tick.
func startFunctions(of model: ExtensionModel) -> Code<C> {
    blocks {
        acceptSignals()
        if model.workers.contains(where: \.isConnected) { settleSession(model) }
        if model.workers.contains(where: { !$0.isConnected && $0.timeout != nil }) { cancelTick() }
    }
}

private func acceptSignals() -> Code<C> {
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
    """#
}

/// A process without a connection has no handler of its own for the timeout of a statement.
private func cancelTick() -> Code<C> {
    #"""
    /*
     * The time of a tick is over: end it at its next CHECK_FOR_INTERRUPTS().
     */
    static void
    cancel_tick(void)
    {
        QueryCancelPending = true;
        InterruptPending = true;
        SetLatch(MyLatch);
    }
    """#
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
