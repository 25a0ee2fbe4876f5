import CodeText
import Model
import SpecLanguage

/// The settings: their variables, and how a process defines them.
func settings(of model: ExtensionModel) -> Code<C> {
    guard !model.settings.isEmpty else { return .empty }
    return blocks {
        section("Settings")
        for setting in model.settings { options(of: setting, in: model) }
        lines { for setting in model.settings { variable(of: setting, in: model) } }
        defineSettings(model)
    }
}

/// The runtime calls it in each process that loads the library; the switches of workers it defines itself.
private func defineSettings(_ model: ExtensionModel) -> Code<C> {
    guard !model.definedSettings.isEmpty else { return .empty }
    return #"""
        static void
        \#(model.defineSettings)(void)
        {
            \#(lines { for setting in model.definedSettings { guardedDefinition(of: setting, in: model) } })
        }
        """#
}

/// The variable of a setting; versions that share it find it by its address.
private func variable(of setting: SettingModel, in model: ExtensionModel) -> Code<C> {
    guard model.hotUpgrade else {
        return declaration(
            setting.cType,
            "\(setting.star)\(model.symbol(setting)) = \(setting.bootValue(in: model))")
    }
    let value = model.value(setting)
    return lines {
        declaration(
            "static \(setting.cType)",
            "\(setting.star)\(value) = \(setting.bootValue(in: model))")
        declaration(setting.cType, "*\(setting.star)\(model.place(setting)) = &\(value)")
    }
}

/// The statement that defines a setting, under its condition.
private func guardedDefinition(of setting: SettingModel, in model: ExtensionModel) -> Code<C> {
    let statement = definition(of: setting, in: model)
    guard model.hotUpgrade else { return statement }
    return #"""
        if (dynpgext_claim_setting(\#(literal: model.parameter(setting)), \#(literal: setting.typeName), (void **) &\#(model.place(setting))))
            \#(statement)
        """#
}

private func definition(of setting: SettingModel, in model: ExtensionModel) -> Code<C> {
    switch setting.kind {
    case .bool: definition("Bool", of: setting, limits: .empty, in: model)
    case .string: definition("String", of: setting, limits: .empty, in: model)
    case .words:
        definition("Enum", of: setting, limits: ", \(model.options(setting))", in: model)
    case .real(_, let minimum, let maximum):
        definition(
            "Real", of: setting,
            limits:
                ", \(minimum.map(real) ?? "-DBL_MAX"), \(maximum.map(real) ?? "DBL_MAX")",
            in: model)
    case .int(_, let range):
        definition("Int", of: setting, limits: limits(range), in: model)
    case .duration(_, let range):
        definition("Int", of: setting, limits: limits(range), flags: "GUC_UNIT_MS", in: model)
    case .size(_, let range):
        definition("Int", of: setting, limits: limits(range), flags: "GUC_UNIT_BYTE", in: model)
    }
}

/// A call of DefineCustom...Variable(); `limits` is what follows the default.
private func definition(
    _ type: Code<C>, of setting: SettingModel, limits: Code<C>, flags: Code<C> = "0",
    in model: ExtensionModel
) -> Code<C> {
    let opening: Code<C> = "DefineCustom\(type)Variable("
    let margin = Code<C>(verbatim: String(repeating: " ", count: opening.text.count))
    return #"""
        \#(opening)\#(literal: model.parameter(setting)),
        \#(margin)\#(literal: setting.comment ?? ""),
        \#(margin)NULL,
        \#(margin)&\#(model.symbol(setting)),
        \#(margin)\#(setting.bootValue(in: model))\#(limits),
        \#(margin)\#(setting.context.flag), \#(flags),
        \#(margin)NULL, NULL, NULL);
        """#
}

private func limits(_ range: ClosedRange<Int64>) -> Code<C> {
    ", \(integer(range.lowerBound)), \(integer(range.upperBound))"
}

/// The words of an enum as PostgreSQL looks them up.
private func options(of setting: SettingModel, in model: ExtensionModel) -> Code<C> {
    guard case .words(_, let words) = setting.kind else { return .empty }
    return #"""
        static const struct config_enum_entry \#(model.options(setting))[] = {
            \#(lines { for word in words { "{\(literal: word.text), \(model.constant(word, of: setting)), false}," as Code<C> } })
            {NULL, 0, false}
        };
        """#
}

extension SettingModel {
    /// The default, as the variable has it from the start and as PostgreSQL is told.
    fileprivate func bootValue(in model: ExtensionModel) -> Code<C> {
        switch kind {
        case .bool(let value): value ? "true" : "false"
        case .int(let value, _), .duration(let value, _), .size(let value, _): integer(value)
        case .real(let value, _, _): real(value)
        case .string(let text): "\(literal: text)"
        case .words(let word, _): "\(model.constant(word, of: self))"
        }
    }
}

extension Setting.Context {
    /// As in utils/guc.h.
    fileprivate var flag: Code<C> {
        switch self {
        case .sighup: "PGC_SIGHUP"
        case .user: "PGC_USERSET"
        case .superuser: "PGC_SUSET"
        case .backend: "PGC_BACKEND"
        case .postmaster: "PGC_POSTMASTER"
        }
    }
}

/// An int; the lowest one has no literal in C.
func integer(_ value: Int64) -> Code<C> {
    value == Int64(Int32.min) ? "INT_MIN" : value == Int64(Int32.max) ? "INT_MAX" : "\(value)"
}

/// A double, with the digits that tell it from every other one.
private func real(_ value: Double) -> Code<C> { Code(verbatim: value.description) }
