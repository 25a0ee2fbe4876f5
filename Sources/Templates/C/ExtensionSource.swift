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
            for block in model.blocks where block.hasView {
                "PG_FUNCTION_INFO_V1(\(model.rowFunction(block)));" as Code<C>
            }
        }
        keys(of: model)
        settings(of: model)
        blockInitialisers(of: model)
        requests(of: model)
        attachments(of: model)
        views(of: model)
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
    let hasArray = model.blocks.contains { $0.hasView && $0.fields.contains { $0.count != nil } }
    return blocks {
        "#include \"postgres.h\"" as Code<C>
        lines {
            if hasArray { "#include \"catalog/pg_type.h\"" as Code<C> }
            "#include \"fmgr.h\"" as Code<C>
            if hasView { "#include \"funcapi.h\"" as Code<C> }
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
        "/* What the loader calls the blocks: another layout gets memory of its own. */" as Code<C>
        for block in model.blocks {
            "#define \(model.keyMacro(block)) \(literal: model.key(block))" as Code<C>
        }
    }
}

private func settings(of model: ExtensionModel) -> Code<C> {
    guard !model.settings.isEmpty else { return .empty }
    return blocks {
        lines {
            for setting in model.settings {
                declaration(setting.cType, "\(model.symbol(setting)) = \(setting.defaultText)")
            }
        }
        #"""
        /*
         * Define the settings, in each process that loads the library.
         */
        void
        _PG_init(void)
        {
            \#(lines { for setting in model.settings { definition(of: setting, in: model) } })
            MarkGUCPrefixReserved(\#(literal: model.name.text));
        }
        """# as Code<C>
    }
}

private func definition(of setting: SettingModel, in model: ExtensionModel) -> Code<C> {
    switch setting.kind {
    case .bool:
        #"""
        DefineCustomBoolVariable(\#(literal: model.parameter(setting)),
                                 \#(literal: setting.comment ?? ""),
                                 NULL,
                                 &\#(model.symbol(setting)),
                                 \#(setting.defaultText),
                                 PGC_SIGHUP, 0,
                                 NULL, NULL, NULL);
        """#
    case .int(_, let range):
        integerDefinition(of: setting, range: range, flags: "0", in: model)
    case .duration(_, let range):
        integerDefinition(of: setting, range: range, flags: "GUC_UNIT_MS", in: model)
    }
}

private func integerDefinition(
    of setting: SettingModel, range: ClosedRange<Int64>, flags: Code<C>, in model: ExtensionModel
) -> Code<C> {
    #"""
    DefineCustomIntVariable(\#(literal: model.parameter(setting)),
                            \#(literal: setting.comment ?? ""),
                            NULL,
                            &\#(model.symbol(setting)),
                            \#(setting.defaultText), \#(integer(range.lowerBound)), \#(integer(range.upperBound)),
                            PGC_SIGHUP, \#(flags),
                            NULL, NULL, NULL);
    """#
}

extension SettingModel {
    /// The default as the variable takes it.
    fileprivate var defaultText: Code<C> {
        switch kind {
        case .bool(let value): value ? "true" : "false"
        case .int(let value, _), .duration(let value, _): integer(value)
        }
    }
}

/// An int; the lowest one has no literal in C.
private func integer(_ value: Int64) -> Code<C> {
    value == Int64(Int32.min) ? "INT_MIN" : value == Int64(Int32.max) ? "INT_MAX" : "\(value)"
}
