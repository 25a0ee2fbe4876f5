import CodeText
import Model
import SpecLanguage

/// The functions behind the views.
func views(of model: ExtensionModel) -> Code<C> {
    let shown = model.blocks.filter(\.hasView)
    guard !shown.isEmpty || model.status != nil else { return .empty }
    let fields = shown.flatMap(\.fields)
    return blocks {
        if fields.contains(where: \.isNumeric) { uint64ToNumeric() }
        if fields.contains(where: { $0.type == .text }) { boundedText() }
        if fields.contains(where: { $0.type == .bytes }) { bytesToBytea() }
        expectColumns(model)
        makeRow()
        for block in shown { rowFunction(block, model) }
        if let status = model.status { workersView(model, status) }
    }
}

private func uint64ToNumeric() -> Code<C> {
    #"""
    /*
     * PostgreSQL has no unsigned type of eight bytes; numeric holds every value.
     */
    static Datum
    uint64_to_numeric(uint64 value)
    {
        char        digits[32];

        snprintf(digits, sizeof(digits), UINT64_FORMAT, value);
        return DirectFunctionCall3(numeric_in, CStringGetDatum(digits),
                                   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
    }
    """#
}

private func boundedText() -> Code<C> {
    #"""
    /*
     * Text up to its end or that of its array.
     */
    static Datum
    bounded_text(const char *start, size_t size)
    {
        return PointerGetDatum(cstring_to_text_with_len(start, strnlen(start, size)));
    }
    """#
}

private func bytesToBytea() -> Code<C> {
    #"""
    static Datum
    bytes_to_bytea(const uint8 *bytes, size_t size)
    {
        return PointerGetDatum(cstring_to_text_with_len((const char *) bytes, size));
    }
    """#
}

/// A view and the library behind it may be of two versions.
private func expectColumns(_ model: ExtensionModel) -> Code<C> {
    #"""
    /* A column of a view as this library knows it. */
    typedef struct column
    {
        const char *name;
        Oid         type;
    } column;

    /*
     * After an update a session may still have the library of the old version, and
     * before one it may have that of the new: the view can be another than ours.
     */
    static void
    expect_columns(TupleDesc tupdesc, const column *columns, int count)
    {
        bool        same = tupdesc->natts == count;

        for (int i = 0; same && i < count; i++)
        {
            Form_pg_attribute attribute = TupleDescAttr(tupdesc, i);

            same = attribute->atttypid == columns[i].type &&
                strcmp(NameStr(attribute->attname), columns[i].name) == 0;
        }
        if (!same)
            ereport(ERROR,
                    (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                     errmsg("this view and the loaded library of extension \"%s\" are of two versions",
                            \#(literal: model.name.text)),
                     errhint("Reconnect; if that does not help, run ALTER EXTENSION ... UPDATE.")));
    }
    """#
}

private func makeRow() -> Code<C> {
    #"""
    static Datum
    make_row(FunctionCallInfo fcinfo, const column *columns, int count, Datum *values, bool *nulls)
    {
        TupleDesc   tupdesc;

        if (get_call_result_type(fcinfo, NULL, &tupdesc) != TYPEFUNC_COMPOSITE)
            elog(ERROR, "return type must be a row type");
        expect_columns(tupdesc, columns, count);
        return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(tupdesc), values, nulls));
    }
    """#
}

private func rowFunction(_ block: BlockModel, _ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * The row of the view \#(model.qualifier())\#(block.name).
     */
    Datum
    \#(model.rowFunction(block))(PG_FUNCTION_ARGS)
    {
        static const column columns[] = {
            \#(list(block.fields.map(knownColumn), separator: ",\n"))
        };
        \#(declaration("\(model.structure(block))", block.needsCopy ? "*block" : "*block = \(model.attach(block))()"))
        \#(block.needsCopy ? declaration("\(model.structure(block))", "*copy = palloc(sizeof(*copy))") : .empty)
        \#(elements(block))
        Datum       values[\#(block.fields.count)];
        bool        nulls[\#(block.fields.count)] = {false};

        \#(block.needsCopy ? copy(block, model) : .empty)

        \#(lines { for (index, field) in block.fields.enumerated() { value(field, index, block) } })
        return make_row(fcinfo, columns, lengthof(columns), values, nulls);
    }
    """#
}

/// A column as `expect_columns` compares it.
private func knownColumn(_ field: FieldModel) -> Code<C> {
    let type = Code<C>(verbatim: field.column.oidMacro(isArray: field.count != nil))
    return "{\(literal: field.name.text), \(type)}"
}

extension BlockModel {
    /// Does only the lock keep the fields together?
    fileprivate var needsCopy: Bool { hasLock }

    /// Where the view reads a field.
    fileprivate func place(of field: FieldModel) -> Code<C> {
        needsCopy ? "copy->\(field.name)" : "block->\(field.name)"
    }
}

/// Room for the elements of the longest array.
private func elements(_ block: BlockModel) -> Code<C> {
    guard let longest = block.fields.compactMap(\.count).max() else { return .empty }
    let longestOfTimes = block.fields.filter { $0.type == .timestamptz }.compactMap(\.count).max()
    return lines {
        declaration("Datum", "*elements = palloc(\(longest) * sizeof(Datum))")
        if let longestOfTimes {
            declaration("bool", "*unset = palloc(\(longestOfTimes) * sizeof(bool))")
        }
    }
}

private func copy(_ block: BlockModel, _ model: ExtensionModel) -> Code<C> {
    #"""
    /* all fields at one moment; what can fail comes after the lock */
    block = \#(model.lock(block))(LW_SHARED);
    memcpy(copy, block, sizeof(*copy));
    \#(lines { for field in block.fields where field.isAtomic { field.copy } })
    \#(model.unlock(block))(block);
    """#
}

extension FieldModel {
    /// The statement that copies an atomic member as it can be read, which memcpy() need not do.
    fileprivate var copy: Code<C> {
        let bits: Code<C> = type == .atomicUInt32 ? "u32" : "u64"
        guard let count else {
            return
                "pg_atomic_init_\(bits)(&copy->\(name), pg_atomic_read_\(bits)(&block->\(name)));"
        }
        return """
            for (int i = 0; i < \(count); i++)
                pg_atomic_init_\(bits)(&copy->\(name)[i], pg_atomic_read_\(bits)(&block->\(name)[i]));
            """
    }
}

private func value(_ field: FieldModel, _ index: Int, _ block: BlockModel) -> Code<C> {
    let place = block.place(of: field)
    switch (field.count, field.type) {
    case (let count?, .timestamptz): return times(place, count, index, field)
    case (let count?, _):
        return #"""
            for (int i = 0; i < \#(count); i++)
                elements[i] = \#(field.datum(of: "\(place)[i]"));
            values[\#(index)] = PointerGetDatum(construct_array(elements, \#(count), \#(field.column.c)));
            """#
    case (nil, let type):
        let unset: Code<C> =
            type == .timestamptz ? "nulls[\(index)] = \(place) == 0; /* never set */" : .empty
        return #"""
            values[\#(index)] = \#(field.datum(of: place));
            \#(unset)
            """#
    }
}

/// An array of timestamps: those that were never set are null.
private func times(
    _ place: Code<C>, _ count: Int64, _ index: Int, _ field: FieldModel
) -> Code<C> {
    #"""
    for (int i = 0; i < \#(count); i++)
    {
        elements[i] = \#(field.datum(of: "\(place)[i]"));
        unset[i] = \#(place)[i] == 0;
    }
    values[\#(index)] = PointerGetDatum(construct_md_array(elements, unset, 1, (int[]) {\#(count)}, (int[]) {1},
                                                            \#(field.column.c)));
    """#
}
