import CodeText
import Model

/// The settings: their variables, and how a process defines them.
func settings(of model: ExtensionModel) -> Code<C> {
    guard !model.settings.isEmpty else { return .empty }
    return blocks {
        lines { for setting in model.settings { variable(of: setting, in: model) } }
        if model.hotUpgrade { claimSetting() }
        #"""
        /*
         * Define the settings, in each process that loads the library.
         */
        void
        _PG_init(void)
        {
            \#(lines { for setting in model.settings { guardedDefinition(of: setting, in: model) } })
            MarkGUCPrefixReserved(\#(literal: model.name.text));
        }
        """# as Code<C>
    }
}

/// The variable of a setting; versions that share it find it by its address.
private func variable(of setting: SettingModel, in model: ExtensionModel) -> Code<C> {
    guard model.hotUpgrade else {
        return declaration(setting.cType, "\(model.symbol(setting)) = \(setting.defaultText)")
    }
    let value = model.value(setting)
    return lines {
        declaration("static \(setting.cType)", "\(value) = \(setting.defaultText)")
        declaration(setting.cType, "*\(model.place(setting)) = &\(value)")
    }
}

/// What keeps a second library of the extension from defining a setting again.
private func claimSetting() -> Code<C> {
    #"""
    /*
     * PostgreSQL takes a setting once in a process, where the libraries of several
     * versions may meet.  The first one defines it, and leaves the address of its
     * variable for the others.  Return whether it is to be defined.
     */
    static bool
    claim_setting(const char *name, const char *type, void **variable)
    {
        void      **first = find_rendezvous_variable(psprintf("%s %s", name, type));

        if (*first != NULL)
        {
            *variable = *first;
            return false;
        }
        if (GetConfigOption(name, true, false) != NULL &&
            (GetConfigOptionFlags(name, true) & GUC_CUSTOM_PLACEHOLDER) == 0)
        {
            ereport(WARNING,
                    (errmsg("parameter \"%s\" has its default here until you reconnect", name),
                     errdetail("In this session another version of the library has defined it differently.")));
            return false;
        }
        *first = *variable;
        return true;
    }
    """#
}

/// The statement that defines a setting, under its condition.
private func guardedDefinition(of setting: SettingModel, in model: ExtensionModel) -> Code<C> {
    let statement = definition(of: setting, in: model)
    guard model.hotUpgrade else { return statement }
    return #"""
        if (claim_setting(\#(literal: model.parameter(setting)), \#(literal: setting.typeName), (void **) &\#(model.place(setting))))
            \#(statement)
        """#
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
func integer(_ value: Int64) -> Code<C> {
    value == Int64(Int32.min) ? "INT_MIN" : value == Int64(Int32.max) ? "INT_MAX" : "\(value)"
}
