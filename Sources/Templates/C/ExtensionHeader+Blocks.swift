import CodeText
import Model

/// The blocks: their structs, and how code gets at them.
func blockDeclarations(_ model: ExtensionModel) -> Code<C> {
    guard !model.blocks.isEmpty else { return .empty }
    return blocks {
        sharedMemoryRules(model)
        for block in model.blocks { blockDeclaration(block, model) }
    }
}

private func sharedMemoryRules(_ model: ExtensionModel) -> Code<C> {
    let locks: Code<C> =
        model.blocks.contains(where: \.hasLock)
        ? """
         *
         * ..._lock() also takes the block's lock, LW_SHARED to read or LW_EXCLUSIVE to
         * write, and ..._unlock() releases it.  Do nothing between the two that can
         * wait or fail.  Atomic fields need no lock.
        """ : .empty
    let hooks: Code<C> =
        model.blocks.contains(where: \.hasHook)
        ? """
         *
         * ..._init() is yours, in \(model.name)_hooks.c: it prepares a block that nobody
         * else sees yet.  The loader may call it in a commit, so it must not raise an
         * ERROR, wait, or read a catalog.
        """ : .empty
    return #"""
        /*
         * Shared memory
         *
         * ..._attach() gives the block, or raises an ERROR that says what keeps it
         * away.  It costs a comparison, so do not keep the pointer for longer than a
         * tick or a function call, nor in a function beyond the end of a transaction:
         * the block may be removed, and its memory given back.  Never call it for the
         * first time with a lock held.
        \#(locks)
        \#(model.blocks.filter(\.hasLock).count > 1 ? nestedLocks() : .empty)
        \#(hooks)
         *
         * Addresses differ between processes: no pointers into a block.
         */
        """#
}

/// Only the first lock may be taken by a function that may look its block up.
private func nestedLocks() -> Code<C> {
    """
     *
     * For two locks at once attach both blocks first, then take each lock with
     * LWLockAcquire(&block->lock, mode), always in the same order: ..._lock() may look
     * its block up, which can wait or fail.  ..._unlock() releases either.
    """
}

private func blockDeclaration(_ block: BlockModel, _ model: ExtensionModel) -> Code<C> {
    let comment: Code<C> = block.comment.map { ": \(comment: $0)" } ?? .empty
    let reach: Code<C> = block.scope == .global ? "one for the server" : "one in each database"
    return blocks {
        #"""
        /* \#(block.name)\#(comment); \#(reach) */
        typedef struct \#(model.structure(block))
        {
            \#(lines { for member in block.layout.members { declaration(of: member) } })
        } \#(model.structure(block));
        """# as Code<C>
        accessors(of: block, model)
        if block.hasHook {
            "extern void \(model.hook(block))(\(model.structure(block)) *block);" as Code<C>
        }
    }
}

/// A member with its place, which NAME.c asserts.
private func declaration(of member: BlockLayout.Member) -> Code<C> {
    let place = "at \(member.offset), \(member.size) byte\(member.size == 1 ? "" : "s")"
    return switch member.content {
    case .layout:
        declaration("uint32", "_layout", comment: "\(place): tells this layout from others")
    case .lock:
        declaration("LWLock", "lock", comment: "\(place): for every field that is not atomic")
    case .field(let field):
        declaration(
            field.cType, field.declarator,
            comment: place + (field.comment.map { ": \($0)" } ?? ""))
    case .data: declaration("char", "data[\(member.size)]", comment: place)
    case .padding(let number):
        declaration(
            "char", "_pad\(number)[\(member.size)]", comment: "so that the next member is aligned")
    }
}

/// The functions that give code the block; the runtime's macro declares them.
private func accessors(of block: BlockModel, _ model: ExtensionModel) -> Code<C> {
    guard block.hasLock else {
        return """
            /* \(model.attach(block))() */
            DYNPGEXT_DECLARE_BLOCK(\(model.structure(block)));
            """
    }
    return """
        /* \(model.attach(block))(), \(model.lock(block))(), \(model.unlock(block))() */
        DYNPGEXT_DECLARE_LOCKED_BLOCK(\(model.structure(block)));
        """
}
