import CodeText
import Model

/// `NAME.h`, top to bottom.
func extensionHeader(_ model: ExtensionModel) -> Code<C> {
    blocks {
        lines {
            generatedHeading(
                file: "\(model.name).h",
                purpose:
                    "What the parts of \"\(model.name)\" share: settings, shared memory and hooks.",
                notes: "Include this file in \(model.name)_hooks.c, after postgres.h.")
            headerOpening(model)
        }
        settingDeclarations(model)
        blockDeclarations(model)
        hookDeclarations(model)
        headerEnd(model)
    }
}

private func headerOpening(_ model: ExtensionModel) -> Code<C> {
    #"""
    #ifndef \#(model.headerMacro)
    #define \#(model.headerMacro)

    #include "runtime/runtime.h"

    /*
     * Nothing here is for other libraries, and a name that two libraries export
     * could be bound to the wrong one.
     */
    #pragma GCC visibility push(hidden)
    """#
}

private func headerEnd(_ model: ExtensionModel) -> Code<C> {
    #"""
    #pragma GCC visibility pop

    #endif                          /* \#(model.headerMacro) */
    """#
}

private func settingDeclarations(_ model: ExtensionModel) -> Code<C> {
    guard !model.settings.isEmpty else { return .empty }
    return blocks {
        section("Settings")
        for setting in model.settings { settingDeclaration(setting, model) }
    }
}

private func settingDeclaration(_ setting: SettingModel, _ model: ExtensionModel) -> Code<C> {
    let unit: Code<C> =
        switch setting.kind {
        case .bool, .int, .real, .string, .words: .empty
        case .duration: ", in milliseconds"
        case .size: ", in bytes"
        }
    let comment: Code<C> = setting.comment.map { ": \(comment: $0)" } ?? .empty
    return lines {
        "/* \(model.name).\(setting.name)\(unit)\(comment) */" as Code<C>
        constants(setting, model)
        if model.hotUpgrade {
            declaration("extern \(setting.cType)", "*\(setting.star)\(model.place(setting))")
            "#define \(model.symbol(setting)) (*\(model.place(setting)))" as Code<C>
        } else {
            declaration("extern \(setting.cType)", "\(setting.star)\(model.symbol(setting))")
        }
    }
}

/// The values that an enum can have.
private func constants(_ setting: SettingModel, _ model: ExtensionModel) -> Code<C> {
    guard case .words(_, let words) = setting.kind else { return .empty }
    return #"""
        enum
        {
            \#(list(words.map { "\(model.constant($0, of: setting))" }, separator: ",\n"))
        };
        """#
}

extension SettingModel {
    /// The type by which versions know whether they mean the same.
    var typeName: String {
        switch kind {
        case .bool: "bool"
        case .int: "int"
        case .real: "real"
        case .string: "string"
        case .words(_, let words): "enum \(digits(of: words.map(\.text).joined(separator: "\n")))"
        case .duration: "duration"
        case .size: "size"
        }
    }

    /// The type of the variable, without the star of a pointer.
    var cType: Code<C> {
        switch kind {
        case .bool: "bool"
        case .int, .words, .duration, .size: "int"
        case .real: "double"
        case .string: "char"
        }
    }

    /// What makes the variable a pointer.
    var star: Code<C> {
        switch kind {
        case .string: "*"
        case .bool, .int, .words, .duration, .size, .real: .empty
        }
    }
}
