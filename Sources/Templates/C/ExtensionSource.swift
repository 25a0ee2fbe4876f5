import CodeText
import Model

/// `NAME.c`, top to bottom.
func extensionSource(_ model: ExtensionModel) -> Code<C> {
    blocks {
        lines {
            generatedHeading(
                file: "\(model.name).c", purpose: purpose(of: model),
                notes: """
                    This file describes the extension to its runtime: settings, shared memory and
                    workers.  Your own code is in \(model.name)_hooks.c.
                    """)
            includes(of: model)
        }
        "DYNPGEXT_MODULE_MAGIC(\(literal: model.name.text), \(literal: model.version));" as Code<C>
        settings(of: model)
        blockDescriptions(of: model)
        workerDescriptions(of: model)
        extensionDescription(model)
    }
}

private func purpose(of model: ExtensionModel) -> Code<C> {
    guard let comment = model.comment else {
        return "The extension \"\(model.name)\"."
    }
    return "\(comment: comment)"
}

private func includes(of model: ExtensionModel) -> Code<C> {
    blocks {
        "#include \"postgres.h\"" as Code<C>
        if model.settings.contains(where: \.isUnlimited) { "#include <float.h>" as Code<C> }
        """
        #include "\(model.name).h"
        #include "runtime/pg_compat.h"
        """ as Code<C>
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

/// What the runtime knows the extension by.
private func extensionDescription(_ model: ExtensionModel) -> Code<C> {
    let members: [Code<C>] = [
        ".name = \(literal: model.name.text)",
        model.isEagerlyPreloaded ? .empty : ".no_eager_preload = true",
        model.definedSettings.isEmpty ? .empty : ".define_settings = \(model.defineSettings)",
        blockList(of: model),
        workerList(of: model),
        list(
            (model.status?.scopes ?? []).map {
                "\($0.statusMember) = &\(model.workersAttachment($0))"
            },
            separator: ",\n"),
    ]
    return #"""
        /*
         * The extension
         */
        const dynpgext_extension dynpgext_this = {
            \#(list(members, separator: ",\n"))
        };
        """#
}

private func blockList(of model: ExtensionModel) -> Code<C> {
    guard model.hasSharedMemory else { return .empty }
    let blocks: [Code<C>] =
        model.blocks.map { "&\(model.attachment($0))" }
        + (model.status?.scopes ?? []).map { "&\(model.workersAttachment($0))" } + ["NULL"]
    return #"""
        .request_blocks = dynpgext_request_blocks,
        .blocks = (dynpgext_block *const[]) {
            \#(list(blocks, separator: ",\n"))
        }
        """#
}

private func workerList(of model: ExtensionModel) -> Code<C> {
    guard !model.workers.isEmpty else { return .empty }
    return #"""
        .request_workers = dynpgext_request_workers,
        .workers = (const dynpgext_worker *const[]) {
            \#(list(model.workers.map { "&\(model.description(of: $0))" } + ["NULL"], separator: ",\n"))
        }
        """#
}
