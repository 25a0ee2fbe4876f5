import CodeText
import Model

/// Who has a hand in what the work finds by name: all of them must be able to do the work themselves.
func trustFunctions() -> Code<C> {
    blocks {
        expectTrust()
        expectTrustedObject()
        expectTrustedTriggers()
        expectTrustedSchema()
    }
}

private func expectTrust() -> Code<C> {
    #"""
    /* What is judged: whether others could make a worker run their code. */
    typedef struct judgement
    {
        Oid         role;           /* the work is done as */
        Oid         schema;         /* which it sees */
    } judgement;

    /*
     * Raise an ERROR unless that role has the privileges of the worker's, and so
     * could do the same by itself.
     */
    static void
    expect_trust(const judgement *judged, Oid other, const char *what, Relation catalog, Oid object)
    {
        ObjectAddress address = {RelationGetRelid(catalog), object, 0};
        AttrNumber  key = get_object_attnum_oid(address.classId);
        char       *name;

        if (other != ACL_ID_PUBLIC && has_privs_of_role(other, judged->role))
            return;
        name = other == ACL_ID_PUBLIC ? "public" : GetUserNameFromId(other, true);
        ereport(ERROR,
                (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
                 errmsg("worker \"%s\" stays off: schema \"%s\" is open to others than role \"%s\"",
                        MyBgworkerEntry->bgw_name, get_namespace_name(judged->schema),
                        GetUserNameFromId(judged->role, false)),
                 errdetail("Role \"%s\" %s %s.", name != NULL ? name : "(dropped)", what,
                           get_catalog_object_by_oid(catalog, key, object) == NULL ?
                           "an object that a transaction is making" : describe_object(&address)),
                 errhint("Let nobody else own or create objects there, or have the privileges TRIGGER and REFERENCES on its tables.")));
    }
    """#
}

private func expectTrustedObject() -> Code<C> {
    #"""
    /*
     * Judge an object by its owner, and by whom its privileges let add to it.  What a
     * transaction in progress makes counts too: its end would come unjudged.
     */
    static void
    expect_trusted_object(const judgement *judged, Oid class, Oid object)
    {
        AttrNumber  owner = get_object_attnum_owner(class);
        AclMode     adding = class == NamespaceRelationId ? ACL_CREATE :
            class == RelationRelationId ? ACL_TRIGGER | ACL_REFERENCES : 0;
        Relation    catalog = table_open(class, AccessShareLock);
        SnapshotData dirty;
        ScanKeyData key;
        SysScanDesc scan;
        HeapTuple   tuple;

        InitDirtySnapshot(dirty);
        ScanKeyInit(&key, get_object_attnum_oid(class), BTEqualStrategyNumber, F_OIDEQ,
                    ObjectIdGetDatum(object));
        scan = systable_beginscan(catalog, get_object_oid_index(class), true, &dirty, 1, &key);
        while (HeapTupleIsValid(tuple = systable_getnext(scan)))
        {
            TupleDesc   columns = RelationGetDescr(catalog);
            bool        isnull;
            Oid         owned_by = DatumGetObjectId(heap_getattr(tuple, owner, columns, &isnull));
            Datum       datum;

            expect_trust(judged, owned_by, "owns", catalog, object);
            datum = adding == 0 ? (Datum) 0 :
                heap_getattr(tuple, get_object_attnum_acl(class), columns, &isnull);
            if (adding != 0 && !isnull)
            {
                Acl        *acl = DatumGetAclP(datum);
                Oid        *roles;
                int         count = aclmembers(acl, &roles);

                if (aclmask(acl, ACL_ID_PUBLIC, owned_by, adding, ACLMASK_ANY) != 0)
                    expect_trust(judged, ACL_ID_PUBLIC, "may add to", catalog, object);
                for (int i = 0; i < count; i++)
                    if (aclmask(acl, roles[i], owned_by, adding, ACLMASK_ANY) != 0)
                        expect_trust(judged, roles[i], "may add to", catalog, object);
            }
        }
        systable_endscan(scan);
        table_close(catalog, AccessShareLock);
    }

    /*
     * Begin to read pg_depend from one of its sides.
     */
    static SysScanDesc
    scan_dependencies(Relation depend, bool referenced, Oid class, Oid object, Snapshot snapshot)
    {
        ScanKeyData keys[2];

        ScanKeyInit(&keys[0], referenced ? Anum_pg_depend_refclassid : Anum_pg_depend_classid,
                    BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(class));
        ScanKeyInit(&keys[1], referenced ? Anum_pg_depend_refobjid : Anum_pg_depend_objid,
                    BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(object));
        return systable_beginscan(depend, referenced ? DependReferenceIndexId : DependDependerIndexId,
                                  true, snapshot, 2, keys);
    }

    /*
     * Does a row of that catalog tell who owns it?
     */
    static bool
    has_owner(Oid class)
    {
        return is_objectclass_supported(class) && get_object_attnum_owner(class) != InvalidAttrNumber;
    }
    """#
}

private func expectTrustedTriggers() -> Code<C> {
    #"""
    /*
     * A trigger has no owner, and who made it needs not own the table: judge all that
     * it calls, and the other table of a foreign key, which may have triggers.
     */
    static void
    expect_trusted_triggers(const judgement *judged, Oid table, Relation depend)
    {
        Relation    triggers = table_open(TriggerRelationId, AccessShareLock);
        SnapshotData dirty;
        ScanKeyData key;
        SysScanDesc scan;
        HeapTuple   tuple;

        InitDirtySnapshot(dirty);
        ScanKeyInit(&key, Anum_pg_trigger_tgrelid, BTEqualStrategyNumber, F_OIDEQ,
                    ObjectIdGetDatum(table));
        scan = systable_beginscan(triggers, TriggerRelidNameIndexId, true, &dirty, 1, &key);
        while (HeapTupleIsValid(tuple = systable_getnext(scan)))
        {
            Form_pg_trigger trigger = (Form_pg_trigger) GETSTRUCT(tuple);
            SnapshotData inner;
            SysScanDesc calls;

            InitDirtySnapshot(inner);
            if (OidIsValid(trigger->tgconstrrelid))
                expect_trusted_object(judged, RelationRelationId, trigger->tgconstrrelid);
            calls = scan_dependencies(depend, false, TriggerRelationId, trigger->oid, &inner);
            while (HeapTupleIsValid(tuple = systable_getnext(calls)))
            {
                Form_pg_depend call = (Form_pg_depend) GETSTRUCT(tuple);

                if (has_owner(call->refclassid))
                    expect_trusted_object(judged, call->refclassid, call->refobjid);
            }
            systable_endscan(calls);
        }
        systable_endscan(scan);
        table_close(triggers, AccessShareLock);
    }
    """#
}

private func expectTrustedSchema() -> Code<C> {
    #"""
    /*
     * Raise an ERROR unless all that the work could find in the schema, and take for
     * the extension's, is in the hands of roles that could do the work themselves.
     */
    static void
    expect_trusted_schema(const judgement *judged)
    {
        Relation    depend = table_open(DependRelationId, AccessShareLock);
        SnapshotData dirty;
        SysScanDesc scan;
        HeapTuple   tuple;

        expect_trusted_object(judged, NamespaceRelationId, judged->schema);

        /* whatever is in a schema depends on it */
        InitDirtySnapshot(dirty);
        scan = scan_dependencies(depend, true, NamespaceRelationId, judged->schema, &dirty);
        while (HeapTupleIsValid(tuple = systable_getnext(scan)))
        {
            Form_pg_depend object = (Form_pg_depend) GETSTRUCT(tuple);

            if (has_owner(object->classid))
                expect_trusted_object(judged, object->classid, object->objid);
            if (object->classid == RelationRelationId)
                expect_trusted_triggers(judged, object->objid, depend);
        }
        systable_endscan(scan);
        table_close(depend, AccessShareLock);
    }
    """#
}
