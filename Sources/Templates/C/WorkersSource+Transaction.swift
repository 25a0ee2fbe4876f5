import CodeText
import Model

/// What a tick with a connection is made of.
func transactionFunctions(of model: ExtensionModel) -> Code<C> {
    blocks {
        if model.workers.contains(where: \.isConnected) { transaction() }
        if model.workers.contains(where: \.hasDatabase) {
            findExtension(model)
            expectExtension(model)
            isOpenToOthers()
            safePath(model)
            if model.actsAs { actAs() }
        }
        if model.workers.contains(where: \.isConnected) { reportRunning(model) }
        if model.workers.contains(where: { !$0.runsHook && !$0.hasSessions }) { execute() }
    }
}

private func transaction() -> Code<C> {
    #"""
    static void
    begin_transaction(void)
    {
        SetCurrentStatementStartTimestamp();
        StartTransactionCommand();
        PushActiveSnapshot(GetTransactionSnapshot());
    }

    static void
    commit_transaction(void)
    {
        PopActiveSnapshot();
        CommitTransactionCommand();
        SetUserIdAndSecContext(GetSessionUserId(), 0);
        pgstat_report_stat(true);   /* never inside a transaction */
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
     * Read the row of this extension, and leave for good if it is not the one that
     * the worker began with.
     */
    static void
    expect_extension(extension_row *row)
    {
        static Oid  own_oid = InvalidOid;
        static char *own_version = NULL;
        bool        found = find_extension(row);

        \#(missingElsewhere(model))
        if (found && own_version == NULL)
        {
            own_oid = row->oid;
            own_version = MemoryContextStrdup(TopMemoryContext, row->version);
        }
        if (found && row->oid == own_oid && strcmp(row->version, own_version) == 0)
            return;

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

private func isOpenToOthers() -> Code<C> {
    #"""
    /*
     * Can anyone but the owner and superusers create objects in the schema, which
     * the worker would take for the extension's?
     */
    static bool
    is_open_to_others(Oid schema, Oid owner)
    {
        HeapTuple   tuple = SearchSysCache1(NAMESPACEOID, ObjectIdGetDatum(schema));
        Oid         schema_owner;
        Datum       datum;
        bool        isnull;
        bool        open;

        if (!HeapTupleIsValid(tuple))
            elog(ERROR, "cache lookup failed for schema %u", schema);
        schema_owner = ((Form_pg_namespace) GETSTRUCT(tuple))->nspowner;
        open = schema_owner != owner && !superuser_arg(schema_owner);

        datum = SysCacheGetAttr(NAMESPACEOID, tuple, Anum_pg_namespace_nspacl, &isnull);
        if (!isnull)
        {
            Acl        *acl = DatumGetAclP(datum);
            Oid        *roles;
            int         count = aclmembers(acl, &roles);

            open |= aclmask(acl, ACL_ID_PUBLIC, schema_owner, ACL_CREATE, ACLMASK_ANY) != 0;
            for (int i = 0; i < count; i++)
                open |= roles[i] != owner && !superuser_arg(roles[i]) &&
                    aclmask(acl, roles[i], schema_owner, ACL_CREATE, ACLMASK_ANY) != 0;
        }
        ReleaseSysCache(tuple);
        return open;
    }
    """#
}

private func safePath(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * The search_path of SQL work, or an ERROR while it would not be safe.
     */
    static char *
    safe_path(const extension_row *row)
    {
        char       *schema = get_namespace_name(row->schema);

        if (is_open_to_others(row->schema, row->owner))
            ereport(ERROR,
                    (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
                     errmsg("worker \"%s\" stays off: schema \"%s\" is open to others than the owner of extension \"%s\"",
                            MyBgworkerEntry->bgw_name, schema, \#(literal: model.name.text)),
                     errhint("Revoke CREATE on the schema from other roles, and let the extension's owner own it.")));
        return psprintf("pg_catalog, %s, pg_temp", quote_identifier(schema));
    }
    """#
}

private func actAs() -> Code<C> {
    #"""
    /* Moves whenever a schema or a role may have changed; 0: nobody looks yet. */
    static uint64 changes = 0;

    static void
    count_change(Datum arg, int cache, uint32 hash)
    {
        changes++;
    }

    /*
     * Until the end of the transaction be that role, which can gain nothing by it,
     * and see the extension's schema.  Its path is judged anew after each change, and
     * set only where another one is: a statement looks all schemas of a new one up.
     */
    static void
    act_as(Oid role, const extension_row *row)
    {
        static char path[2 * NAMEDATALEN + 32];
        static Oid  schema, owner;
        static uint64 judged = 0;   /* changes before */

        if (changes == 0)
        {
            CacheRegisterSyscacheCallback(NAMESPACEOID, count_change, (Datum) 0);
            CacheRegisterSyscacheCallback(AUTHOID, count_change, (Datum) 0);
            changes = 1;
        }
        if (judged != changes || schema != row->schema || owner != row->owner)
        {
            uint64      before = changes;

            strlcpy(path, safe_path(row), sizeof(path));
            schema = row->schema;
            owner = row->owner;
            judged = before;
        }
        if (strcmp(namespace_search_path, path) != 0)
            SetConfigOption("search_path", path, PGC_USERSET, PGC_S_SESSION);
        SetUserIdAndSecContext(role, SECURITY_RESTRICTED_OPERATION);
    }
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
