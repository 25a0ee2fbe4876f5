import CodeText
import Model

/// Work outside of a transaction block: a process of its own does it, connected as the role that it runs as.
func sessionFunctions(of model: ExtensionModel) -> Code<C> {
    blocks {
        executeAlone(model)
        seeSchema(model)
        workInSession(model)
        runSession(model)
    }
}

private func executeAlone(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * Execute a statement as if a client had sent it: outside of a transaction
     * block, so that it may end its transaction and begin others.  What is made of
     * its text must outlive them.
     */
    \#(model.hooksExecute ? "void" : "static void")
    \#(model.executeAlone)(const char *query)
    {
        MemoryContext memory = CurrentMemoryContext;
        ListCell   *cell;

        report_running(query);
        foreach(cell, pg_parse_query(query))
        {
            RawStmt    *statement = lfirst_node(RawStmt, cell);
            bool        needs_snapshot = analyze_requires_snapshot(statement);
            List       *plans;
            Portal      portal;

            SetCurrentStatementStartTimestamp();
            StartTransactionCommand();
            MemoryContextSwitchTo(memory);
            if (needs_snapshot)
                PushActiveSnapshot(GetTransactionSnapshot());
            plans = pg_analyze_and_rewrite_fixedparams(statement, query, NULL, 0, NULL);
            plans = pg_plan_queries(plans, query, CURSOR_OPT_PARALLEL_OK, NULL);
            if (needs_snapshot)
                PopActiveSnapshot();

            portal = CreatePortal("", true, true);
            portal->visible = false;
            PortalDefineQuery(portal, NULL, query, CreateCommandTag(statement->stmt), plans, NULL);
            PortalStart(portal, NULL, 0, InvalidSnapshot);
            (void) run_portal(portal, None_Receiver);
            PortalDrop(portal, false);
            CommitTransactionCommand();
            pgstat_report_stat(true);
            MemoryContextSwitchTo(memory);
        }
    }
    """#
}

private func seeSchema(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * See the extension's schema, for the rest of the session.
     */
    static void
    see_schema(void)
    {
        MemoryContext memory = CurrentMemoryContext;
        extension_row extension;

        begin_transaction();
        expect_extension(&extension);
        (void) forget_settings(GetUserId());
        SetConfigOption("search_path", safe_path(&extension, GetUserId()), PGC_USERSET, PGC_S_SESSION);
        commit_transaction();
        MemoryContextSwitchTo(memory);
    }
    """#
}

private func workInSession(_ model: ExtensionModel) -> Code<C> {
    #"""
    static void
    end_session(int code, Datum handle)
    {
        TerminateBackgroundWorker((BackgroundWorkerHandle *) DatumGetPointer(handle));
    }

    /*
     * Have a process of its own do the work, which is connected as the role: outside
     * of a transaction a process that began as a superuser could be made one again.
     */
    static void
    work_in_session(const char *function, Oid role)
    {
        BackgroundWorker session = *MyBgworkerEntry;
        BackgroundWorkerHandle *handle;
        BgwHandleStatus status;
        TimestampTz error_at = own->error_at;

        snprintf(session.bgw_name, BGW_MAXLEN, "%s session", MyBgworkerEntry->bgw_name);
        snprintf(session.bgw_type, BGW_MAXLEN, "%s session", MyBgworkerEntry->bgw_type);
        strlcpy(session.bgw_function_name, function, BGW_MAXLEN);
        session.bgw_main_arg = ObjectIdGetDatum(MyDatabaseId);
        memcpy(session.bgw_extra, &role, sizeof(role));
        session.bgw_notify_pid = MyProcPid;
        own->worked = false;
        report_running(function);

        if (!RegisterDynamicBackgroundWorker(&session, &handle))
            ereport(ERROR,
                    (errcode(ERRCODE_CONFIGURATION_LIMIT_EXCEEDED),
                     errmsg("worker \"%s\" finds no free slot for its session", MyBgworkerEntry->bgw_name),
                     errhint("Raise \"max_worker_processes\".")));
        PG_ENSURE_ERROR_CLEANUP(end_session, PointerGetDatum(handle));
        {
            status = WaitForBackgroundWorkerShutdown(handle);
        }
        PG_END_ENSURE_ERROR_CLEANUP(end_session, PointerGetDatum(handle));

        if (status == BGWH_POSTMASTER_DIED)
            proc_exit(1);
        session_failed = !own->worked;
        if (session_failed && own->error_at == error_at)
            ereport(ERROR,
                    (errmsg("the session of worker \"%s\" could not work", MyBgworkerEntry->bgw_name),
                     errhint("The server log tells why.")));
    }
    """#
}

private func runSession(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * The whole of a session: one tick, which tells in the row of its worker how it
     * went.
     */
    static void
    run_session(const worker *self, Datum main_arg)
    {
        \#(model.hooksExecute ? context(model) : .empty)
        MemoryContext memory = AllocSetContextCreate(TopMemoryContext, "tick", ALLOCSET_DEFAULT_SIZES);
        Oid         role;

        memcpy(&role, MyBgworkerEntry->bgw_extra, sizeof(role));
        note_settings();
        BackgroundWorkerInitializeConnectionByOid(DatumGetObjectId(main_arg), role,
                                                  BGWORKER_BYPASS_ROLELOGINCHECK);
        settle_session();
        find_row(self);
        MemoryContextSwitchTo(memory);
        \#(model.hooksExecute ? sessionContext(model) : .empty)
        own->worked = survive(self->tick, \#(model.hooksExecute ? "&context" : "NULL"), memory);
    }
    """#
}

/// What a session does, and its main function.
func sessionMain(_ worker: WorkerModel, _ model: ExtensionModel) -> Code<C> {
    let timer = timer(of: worker)
    return #"""
        static void
        \#(model.work(worker))(\#(model.context) *context)
        {
            \#(timer.arm)
            see_schema();
            \#(sessionWork(worker, model))
            \#(timer.disarm)
        }

        void
        \#(model.session(worker))(Datum main_arg)
        {
            const worker self = {.tick = \#(model.work(worker)), .attach = \#(model.workersAttach(worker.scope)), .row = \#(model.status?.row(of: worker) ?? 0)};

            \#(signals(worker))
            run_session(&self, main_arg);
        }
        """#
}

private func sessionWork(_ worker: WorkerModel, _ model: ExtensionModel) -> Code<C> {
    switch worker.work {
    case .sql(let statements):
        lines {
            for statement in statements {
                "\(model.executeAlone)(\(literal: statement));" as Code<C>
            }
        }
    case .c:
        """
        report_running("\(model.hook(worker))");
        \(model.hook(worker))(context);
        """
    }
}

/// The worker knows of its ticks, and tells when this one was due.
private func sessionContext(_ model: ExtensionModel) -> Code<C> {
    """
    context.tick = own->ticks;
    context.due = own->next;
    \(model.tellsRecovery ? "context.in_recovery = RecoveryInProgress();" : .empty)
    """
}

extension ExtensionModel {
    /// What executes a statement outside of a transaction block.
    fileprivate var executeAlone: Code<C> { hooksExecute ? "\(execute)" : "execute_alone" }
}
