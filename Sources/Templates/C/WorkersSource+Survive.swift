import CodeText
import Model

/// One guarded tick: its time, and what an ERROR leaves behind.
func surviveFunctions(of model: ExtensionModel) -> Code<C> {
    blocks {
        if model.limitsTicks { limitTick() }
        cleanUp()
        survive(model)
    }
}

private func limitTick() -> Code<C> {
    #"""
    /* Milliseconds that a tick may go on after its timeout has cancelled it. */
    #define GRACE 5000

    static TimeoutId end_timeout = MAX_TIMEOUTS;    /* not registered yet */
    static volatile sig_atomic_t overdue = false;

    /*
     * The tick goes on, because its code has caught the cancel.  Nothing can catch
     * the end of the process, which comes with the next CHECK_FOR_INTERRUPTS().
     */
    static void
    end_process(void)
    {
        overdue = true;
        ProcDiePending = true;
        InterruptPending = true;
        SetLatch(MyLatch);
    }

    static void
    tell_overdue(int code, Datum arg)
    {
        if (!overdue)
            return;
        ereport(LOG,
                (errmsg("worker \"%s\" ends: its tick went on after its timeout", MyBgworkerEntry->bgw_name),
                 errhint("Code that catches a cancel must end within %d s.", GRACE / 1000)));
        LWLockReleaseAll();
        tell_error("tick went on after its timeout");
    }

    /*
     * Cancel the tick after so many milliseconds, and if it goes on end the process;
     * 0: never.
     */
    static void
    limit_tick(int timeout)
    {
        if (timeout == 0)
            return;
        if (end_timeout == MAX_TIMEOUTS)
        {
            end_timeout = RegisterTimeout(USER_TIMEOUT, end_process);
            before_shmem_exit(tell_overdue, (Datum) 0);
        }
        enable_timeout_after(STATEMENT_TIMEOUT, timeout);
        enable_timeout_after(end_timeout, Min(timeout, PG_INT32_MAX - GRACE) + GRACE);
    }

    static void
    unlimit_tick(int timeout)
    {
        if (timeout == 0)
            return;
        disable_timeout(STATEMENT_TIMEOUT, false);
        disable_timeout(end_timeout, false);
    }
    """#
}

private func cleanUp() -> Code<C> {
    #"""
    /*
     * Leave nothing of a tick that failed: what PostgresMain() does after an ERROR,
     * and AutoVacLauncherMain() after one outside of a transaction.
     */
    static void
    clean_up(void)
    {
        AbortOutOfAnyTransaction();
        LWLockReleaseAll();
        ConditionVariableCancelSleep();
        pgstat_report_wait_end();
        pgaio_error_cleanup();
        UnlockBuffers();
        AtEOXact_Buffers(false);
        AtEOXact_SMgr();
        AtEOXact_Files(false);
        AtEOXact_HashTables(false);

        /* who is not connected has no portals */
        if (MyBgworkerEntry->bgw_flags & BGWORKER_BACKEND_DATABASE_CONNECTION)
            PortalErrorCleanup();
        SPICleanup();
        if (MyReplicationSlot != NULL)
            ReplicationSlotRelease();
        drop_temporary_slots();
        jit_reset_after_error();
        pgstat_report_stat(true);
    }
    """#
}

private func survive(_ model: ExtensionModel) -> Code<C> {
    let (begin, end): (Code<C>, Code<C>) =
        model.limitsTicks
        ? ("limit_tick(self->timeout);", "unlimit_tick(self->timeout);") : (.empty, .empty)
    return #"""
        /*
         * Run one tick; return false if it ended in an ERROR, which has been logged.
         */
        static bool
        survive(const worker *self, \#(model.context) *context, MemoryContext memory)
        {
            volatile bool ok = true;

            PG_TRY();
            {
                \#(begin)
                self->tick(context);
                \#(end)
                \#(model.hasSessions ? "ok = !session_failed;" : .empty)
            }
            PG_CATCH();
            {
                ErrorData  *error;

                HOLD_INTERRUPTS();
                disable_all_timeouts(false);
                QueryCancelPending = false; /* after the timeouts, which may set it */
                MemoryContextSwitchTo(memory);
                error = CopyErrorData();
                EmitErrorReport();
                debug_query_string = NULL;
                clean_up();
                MemoryContextSwitchTo(memory);
                FlushErrorState();
                tell_error(error->message);
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
