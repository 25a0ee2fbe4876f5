import CodeText
import Model
import SpecLanguage

/// The blocks, as the runtime knows them.
func blockDescriptions(of model: ExtensionModel) -> Code<C> {
    guard model.hasSharedMemory else { return .empty }
    return blocks {
        section("Shared memory")
        for block in model.blocks {
            expectations(of: block, in: model)
            fieldDescriptions(of: block, in: model)
            initialiser(of: block, in: model)
            lines {
                description(of: block, in: model)
                if block.hasView {
                    "DYNPGEXT_BLOCK_ROW(\(model.rowFunction(block)), \(model.attachment(block)));"
                        as Code<C>
                }
                if block.hasReset {
                    "DYNPGEXT_BLOCK_RESET(\(model.resetFunction(block)), \(model.attachment(block)));"
                        as Code<C>
                }
            }
        }
        if let status = model.status {
            lines {
                "/* Where the workers report what they do. */" as Code<C>
                for scope in status.scopes { description(of: status, scope, in: model) }
                "DYNPGEXT_WORKERS_ROW(\(model.workersRowFunction));" as Code<C>
            }
        }
    }
}

/// What the compiler has to agree with: the places that the header tells.
private func expectations(of block: BlockModel, in model: ExtensionModel) -> Code<C> {
    let structure = model.structure(block)
    return lines {
        for member in block.layout.members {
            "DYNPGEXT_EXPECT_MEMBER(\(structure), \(member.name), \(member.offset), \(member.size));"
                as Code<C>
        }
        "DYNPGEXT_EXPECT_SIZE(\(structure), \(block.layout.structureSize));" as Code<C>
    }
}

extension BlockLayout.Member {
    /// The name of the member.
    fileprivate var name: Code<C> {
        switch content {
        case .layout: "_layout"
        case .lock: "lock"
        case .field(let field): "\(field.name)"
        case .data: "data"
        case .padding(let number): "_pad\(number)"
        }
    }
}

private func fieldDescriptions(of block: BlockModel, in model: ExtensionModel) -> Code<C> {
    guard !block.fields.isEmpty else { return .empty }
    return #"""
        /* name, type, offset, size, elements of an array, initial value if atomic */
        static const dynpgext_field \#(model.fields(block))[] = {
            \#(list(block.fields.map { description(of: $0, in: model.structure(block)) }, separator: ",\n"))
        };
        """#
}

private func description(of field: FieldModel, in structure: Name) -> Code<C> {
    let size = field.type.size ?? field.length
    return """
        {\(literal: field.name.text), \(field.typeConstant), offsetof(\(structure), \(field.name)), \
        \(size), \(field.count ?? 0), \(field.isAtomic ? field.initialValue : "0")}
        """
}

/// What a block needs beyond zeroes: defaults of fields, and the user's hook.
private func initialiser(of block: BlockModel, in model: ExtensionModel) -> Code<C> {
    guard block.needsInitialiser else { return .empty }
    return #"""
        static void
        \#(model.initialiser(block))(void *memory)
        {
            \#(declaration("\(model.structure(block))", "*block = memory"))

            \#(lines { for field in block.fields { field.initialisation } })
            \#(block.hasHook ? "\(model.hook(block))(block);" : .empty)
        }
        """#
}

extension BlockModel {
    /// Does a new block hold more than zeroes and what the runtime itself puts there?
    fileprivate var needsInitialiser: Bool {
        hasHook || fields.contains { !$0.isAtomic && $0.initial != nil }
    }
}

private func description(of block: BlockModel, in model: ExtensionModel) -> Code<C> {
    let structure = model.structure(block)
    let lock: Code<C> = """
        .lock = offsetof(\(structure), lock),
        .lock_name = \(literal: model.tranche(block))
        """
    let fields: Code<C> = """
        .fields = \(model.fields(block)),
        .field_count = lengthof(\(model.fields(block)))
        """
    let members: [Code<C>] = [
        ".generation = DYNPGEXT_NOT_FOUND",
        ".key = \(literal: model.key(block))",
        ".size = sizeof(\(structure))",
        block.scope == .database ? ".is_local = true" : .empty,
        block.carriesLayout ? ".layout = 0x\(Code(verbatim: block.fingerprint))" : .empty,
        block.hasLock ? lock : .empty,
        block.fields.isEmpty ? .empty : fields,
        block.needsInitialiser ? ".initialize = \(model.initialiser(block))" : .empty,
    ]
    return #"""
        dynpgext_block \#(model.attachment(block)) = {
            \#(list(members, separator: ",\n"))
        };
        """#
}

private func description(
    of status: WorkerStatus, _ scope: Scope, in model: ExtensionModel
) -> Code<C> {
    let members: [Code<C>] = [
        ".generation = DYNPGEXT_NOT_FOUND",
        ".key = \(literal: model.workersKey(scope, status))",
        ".size = DYNPGEXT_STATUS_SIZE(\(status.rowsInBlock))",
        scope == .database ? ".is_local = true" : ".of_version = true",
        ".layout = 0x\(Code(verbatim: status.fingerprint))",
        ".lock = offsetof(dynpgext_status_table, lock)",
        ".lock_name = \(literal: model.workersTranche)",
    ]
    return #"""
        static dynpgext_block \#(model.workersAttachment(scope)) = {
            \#(list(members, separator: ",\n"))
        };
        """#
}

extension Scope {
    /// The member of `dynpgext_extension` for the rows of workers.
    var statusMember: Code<C> {
        switch self {
        case .global: ".global_status"
        case .database: ".local_status"
        }
    }
}
