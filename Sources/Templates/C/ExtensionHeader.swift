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
        if !model.workers.isEmpty { statusDeclarations(model) }
        hookDeclarations(model)
        headerEnd(model)
    }
}

private func headerOpening(_ model: ExtensionModel) -> Code<C> {
    #"""
    #ifndef \#(model.headerMacro)
    #define \#(model.headerMacro)

    \#(model.hasSharedMemory ? "#include <stdint.h>" : .empty)

    #include "datatype/timestamp.h"
    #include "port/atomics.h"
    #include "storage/lwlock.h"

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
        case .bool, .int: .empty
        case .duration: ", in milliseconds"
        }
    let comment: Code<C> = setting.comment.map { ": \(comment: $0)" } ?? .empty
    return lines {
        "/* \(model.name).\(setting.name)\(unit)\(comment) */" as Code<C>
        if model.hotUpgrade {
            declaration("extern \(setting.cType)", "*\(model.place(setting))")
            "#define \(model.symbol(setting)) (*\(model.place(setting)))" as Code<C>
        } else {
            declaration("extern \(setting.cType)", "\(model.symbol(setting))")
        }
    }
}

extension SettingModel {
    /// The type by which versions know whether they mean the same.
    var typeName: String {
        switch kind {
        case .bool: "bool"
        case .int: "int"
        case .duration: "duration"
        }
    }

    /// The type of the variable.
    var cType: Code<C> {
        switch kind {
        case .bool: "bool"
        case .int, .duration: "int"
        }
    }
}
