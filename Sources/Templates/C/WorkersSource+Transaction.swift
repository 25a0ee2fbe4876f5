import CodeText
import Model

/// What a tick with a connection is made of.
func transactionFunctions(of model: ExtensionModel) -> Code<C> {
    blocks {
        if model.workers.contains(where: \.isConnected) { transaction() }
        if model.becomes { become() }
        if model.workers.contains(where: \.hasDatabase) {
            findExtension(model)
            expectExtension(model)
            trustFunctions()
            safePath(model)
            forgetSettings(model)
            if model.actsAs { actAs() }
        }
        if model.workers.contains(where: \.isConnected) { reportRunning(model) }
        if model.workers.contains(where: { !$0.runsHook && !$0.hasSessions }) { execute() }
    }
}

private func transaction() -> Code<C> {
    #"""
    /*
     * Be again whom this process is connected as, after a tick that was another role.
     */
    static void
    be_oneself(void)
    {
        Oid         user = GetAuthenticatedUserId();

        SetUserIdAndSecContext(user, 0);
        if (GetSessionUserId() != user)
            SetSessionAuthorization(user, true);
    }

    static void
    begin_transaction(void)
    {
        be_oneself();               /* the last one may have ended in an ERROR */
        SetCurrentStatementStartTimestamp();
        StartTransactionCommand();
        PushActiveSnapshot(GetTransactionSnapshot());
    }

    static void
    commit_transaction(void)
    {
        PopActiveSnapshot();
        CommitTransactionCommand();
        be_oneself();
        pgstat_report_stat(true);   /* never inside a transaction */
    }
    """#
}

private func become() -> Code<C> {
    #"""
    /*
     * Until the end of the transaction be that role, which can gain nothing by it.
     * It is the session's user too, also in parallel workers, lest a function that
     * trusts session_user take it for a superuser.
     */
    static void
    become(Oid role)
    {
        (void) set_config_option("session_authorization", GetUserNameFromId(role, false),
                                 PGC_SUSET, PGC_S_SESSION, GUC_ACTION_LOCAL, true, 0, false);
        SetUserIdAndSecContext(role, SECURITY_RESTRICTED_OPERATION);
    }
    """#
}

private func findExtension(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * Read the row of this extension, or return false if there is none.
     */
    static bool
    find_extension(extension_row *row)
    {
        Relation    relation = table_open(ExtensionRelationId, AccessShareLock);
        ScanKeyData key;
        SysScanDesc scan;
        HeapTuple   tuple;
        bool        found;

        ScanKeyInit(&key, Anum_pg_extension_extname, BTEqualStrategyNumber, F_NAMEEQ,
                    CStringGetDatum(\#(literal: model.name.text)));
        scan = systable_beginscan(relation, ExtensionNameIndexId, true, NULL, 1, &key);
        tuple = systable_getnext(scan);
        found = HeapTupleIsValid(tuple);
        if (found)
        {
            Form_pg_extension form = (Form_pg_extension) GETSTRUCT(tuple);
            bool        isnull;

            row->oid = form->oid;
            row->owner = form->extowner;
            row->schema = form->extnamespace;
            row->version = TextDatumGetCString(heap_getattr(tuple, Anum_pg_extension_extversion,
                                                            RelationGetDescr(relation), &isnull));
        }
        systable_endscan(scan);
        table_close(relation, AccessShareLock);
        return found;
    }
    """#
}

private func expectExtension(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * The code that an extension's owner has put behind its objects would run as the
     * next owner.  Who could not be that one anyway must not gain by it.
     */
    static void
    expect_successor(Oid former, Oid owner)
    {
        char       *name = GetUserNameFromId(former, true);

        if (!has_privs_of_role(former, owner))
            ereport(ERROR,
                    (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
                     errmsg("worker \"%s\" stays off: extension \"%s\" has been given to role \"%s\"",
                            MyBgworkerEntry->bgw_name, \#(literal: model.name.text),
                            GetUserNameFromId(owner, false)),
                     errdetail("It was role \"%s\" that owned it when the worker began, and may have left triggers and functions.",
                               name != NULL ? name : "(dropped)"),
                     errhint("Look through them, then restart the worker: dynpgext.restart().")));
    }

    /*
     * Read the row of this extension, and leave for good if it is not the one that
     * the worker began with.
     */
    static void
    expect_extension(extension_row *row)
    {
        static Oid  own_oid = InvalidOid;
        static Oid  own_owner = InvalidOid;
        static char *own_version = NULL;
        bool        found = find_extension(row);

        \#(missingElsewhere(model))
        if (found && own_version == NULL)
        {
            own_oid = row->oid;
            own_owner = row->owner;
            own_version = MemoryContextStrdup(TopMemoryContext, row->version);
        }
        if (found && row->oid == own_oid && strcmp(row->version, own_version) == 0)
        {
            if (own_owner != row->owner)
                expect_successor(own_owner, row->owner);
            own_owner = row->owner;
            return;
        }

        ereport(LOG,
                (errmsg("worker \"%s\" leaves: extension \"%s\" was dropped or has another version",
                        MyBgworkerEntry->bgw_name, \#(literal: model.name.text))));
        AbortOutOfAnyTransaction();
        proc_exit(0);               /* no restart is wanted */
    }
    """#
}

/// A global worker may run where the extension has not been created yet.
private func missingElsewhere(_ model: ExtensionModel) -> Code<C> {
    guard model.workers.contains(where: { $0.scope == .global && $0.hasDatabase }) else {
        return .empty
    }
    return #"""
        if (!found && own_version == NULL)
            ereport(ERROR,
                    (errcode(ERRCODE_UNDEFINED_OBJECT),
                     errmsg("extension \"%s\" does not exist in the database of worker \"%s\"",
                            \#(literal: model.name.text), MyBgworkerEntry->bgw_name),
                     errhint("Create it there as well: its owner and schema are needed.")));
        """#
}

private func reportRunning(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * Show in pg_stat_activity, and in the log of an ERROR, what is being done.
     */
    static void
    report_running(const char *query)
    {
        debug_query_string = query;
        pgstat_report_activity(STATE_RUNNING, query);
    }
    """#
}

private func execute() -> Code<C> {
    #"""
    static void
    execute(const char *query)
    {
        int         result;

        report_running(query);
        result = SPI_execute(query, false, 0);
        if (result < 0)
            elog(ERROR, "SPI_execute failed: %s", SPI_result_code_string(result));
    }
    """#
}
