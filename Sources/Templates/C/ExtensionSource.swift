import CodeText
import Model

/// `NAME.c`, top to bottom.
func extensionSource(_ model: ExtensionModel) -> Code<C> {
    blocks {
        lines {
            generatedHeading(
                file: "\(model.name).c", purpose: purpose(of: model), notes: notes(on: model))
            includes(of: model)
        }
        """
        MODULE_MAGIC(\(literal: model.name.text), \(literal: model.version));
        DYNPGEXT_MAGIC;
        """ as Code<C>
        if !model.settings.isEmpty { "extern PGDLLEXPORT void _PG_init(void);" as Code<C> }
        lines {
            for function in blockFunctions(of: model) {
                "PG_FUNCTION_INFO_V1(\(function));" as Code<C>
            }
        }
        keys(of: model)
        layoutAssertions(of: model)
        settings(of: model)
        blockInitialisers(of: model)
        requests(of: model)
        attachments(of: model)
        views(of: model)
        resets(of: model)
    }
}

/// The SQL functions that the blocks ask for.
func blockFunctions(of model: ExtensionModel) -> [Name] {
    model.blocks.flatMap { block in
        (block.hasView ? [model.rowFunction(block)] : [])
            + (block.hasReset ? [model.resetFunction(block)] : [])
    }
}

private func purpose(of model: ExtensionModel) -> Code<C> {
    guard let comment = model.comment else {
        return "The extension \"\(model.name)\"."
    }
    return "\(comment: comment)"
}

private func notes(on model: ExtensionModel) -> Code<C> {
    blocks {
        """
        Here the extension asks the Dynpgext loader for what it needs.  Its workers are
        in \(model.name)_workers.c, your own code is in \(model.name)_hooks.c.
        """ as Code<C>
        if !model.blocks.isEmpty {
            """
            The loader makes a block of shared memory at its first use and initialises it
            before anyone can see it.  A process looks a block up once, and again only
            after the loader has removed one.
            """ as Code<C>
        }
    }
}

private func includes(of model: ExtensionModel) -> Code<C> {
    let hasView = model.blocks.contains(where: \.hasView)
    let hasLocal = model.blocks.contains { $0.scope == .database }
    let hasArray = model.blocks.contains { $0.hasView && $0.fields.contains { $0.count != nil } }
    return blocks {
        "#include \"postgres.h\"" as Code<C>
        lines {
            if !model.blocks.isEmpty { "#include \"access/xact.h\"" as Code<C> }
            if hasView { "#include \"catalog/pg_type.h\"" as Code<C> }
            if !model.blocks.isEmpty { "#include \"commands/extension.h\"" as Code<C> }
            "#include \"fmgr.h\"" as Code<C>
            if hasView { "#include \"funcapi.h\"" as Code<C> }
            if hasLocal { "#include \"miscadmin.h\"" as Code<C> }
            if !model.workers.isEmpty { "#include \"postmaster/bgworker.h\"" as Code<C> }
            if hasArray { "#include \"utils/array.h\"" as Code<C> }
            if hasView { "#include \"utils/builtins.h\"" as Code<C> }
            "#include \"utils/timestamp.h\"" as Code<C>
        }
        lines {
            if model.interface != 1 { "#define DYNPGEXT_REVISION \(model.interface)" as Code<C> }
            "#include \"dynpgext.h\"" as Code<C>
            "#include \"pg_compat.h\"" as Code<C>
            "#include \"\(model.name).h\"" as Code<C>
        }
    }
}

private func keys(of model: ExtensionModel) -> Code<C> {
    guard !model.blocks.isEmpty else { return .empty }
    return lines {
        "/* What the loader calls the blocks, and what tells their layouts from others. */"
            as Code<C>
        for block in model.blocks {
            "#define \(model.keyMacro(block)) \(literal: model.key(block))" as Code<C>
            if block.carriesLayout {
                "#define \(model.layoutMacro(block)) 0x\(Code(verbatim: block.fingerprint))"
                    as Code<C>
            }
        }
    }
}
