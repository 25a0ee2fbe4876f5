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
            for function in sqlFunctions(of: model) {
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
        if let status = model.status { wakeFunctions(model, status) }
        resets(of: model)
    }
}

/// The C functions that SQL calls.
func sqlFunctions(of model: ExtensionModel) -> [Name] {
    model.blocks.filter(\.hasView).map(model.rowFunction)
        + model.blocks.filter(\.hasReset).map(model.resetFunction)
        + (model.status == nil ? [] : [model.workersRowFunction])
        + model.workers.filter(\.hasWake).map(model.wakeFunction)
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
        if model.hasSharedMemory {
            """
            The loader makes a block of shared memory at its first use and initialises it
            before anyone can see it.  A process looks a block up once, and again only
            after the loader has removed one.
            """ as Code<C>
        }
    }
}

private func includes(of model: ExtensionModel) -> Code<C> {
    let hasStatus = model.status != nil
    let hasWake = model.workers.contains(where: \.hasWake)
    let hasView = hasStatus || model.blocks.contains(where: \.hasView)
    let hasArray = model.blocks.contains { $0.hasView && $0.fields.contains { $0.count != nil } }
    return blocks {
        "#include \"postgres.h\"" as Code<C>
        lines {
            if model.hasSharedMemory { "#include <dlfcn.h>" as Code<C> }
            if model.settings.contains(where: \.isUnlimited) { "#include <float.h>" as Code<C> }
        }
        lines {
            if model.hasSharedMemory { "#include \"access/xact.h\"" as Code<C> }
            if hasView { "#include \"catalog/pg_type.h\"" as Code<C> }
            if model.hasSharedMemory { "#include \"commands/extension.h\"" as Code<C> }
            "#include \"fmgr.h\"" as Code<C>
            if hasView { "#include \"funcapi.h\"" as Code<C> }
            if hasStatus { "#include \"mb/pg_wchar.h\"" as Code<C> }
            if model.hasSharedMemory { "#include \"miscadmin.h\"" as Code<C> }
            if !model.workers.isEmpty { "#include \"postmaster/bgworker.h\"" as Code<C> }
            if hasWake { "#include \"storage/latch.h\"" as Code<C> }
            if hasWake { "#include \"storage/proc.h\"" as Code<C> }
            if hasArray { "#include \"utils/array.h\"" as Code<C> }
            if hasStatus { "#include \"utils/ascii.h\"" as Code<C> }
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

extension SettingModel {
    /// Whether its range needs the greatest number of all.
    fileprivate var isUnlimited: Bool {
        if case .real(_, let minimum, let maximum) = kind {
            return minimum == nil || maximum == nil
        }
        return false
    }
}

private func keys(of model: ExtensionModel) -> Code<C> {
    guard model.hasSharedMemory else { return .empty }
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
        if let status = model.status {
            for scope in status.scopes {
                "#define \(model.workersKeyMacro(scope)) \(literal: model.workersKey(scope, status))"
                    as Code<C>
            }
        }
    }
}
