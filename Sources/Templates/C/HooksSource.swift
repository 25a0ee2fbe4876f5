import CodeText
import Model

/// A C function that the user has to write.
package struct HookStub: Sendable {
    package let symbol: String
    /// An empty one, with the comment that says what it may do; whole lines.
    package let text: String
}

/// Every hook that the spec asks for.
package func hookStubs(_ model: ExtensionModel) -> [HookStub] {
    model.blocks.filter(\.hasHook).map { block in
        HookStub(symbol: model.hook(block).text, text: hookStub(block, model).fileContents)
    }
        + model.workers.filter(\.runsHook).map { worker in
            HookStub(symbol: model.hook(worker).text, text: hookStub(worker, model).fileContents)
        }
}

/// `NAME_hooks.c` before the first hook.
package func hooksBeginning(_ model: ExtensionModel) -> String {
    hooksTop(model).fileContents
}

/// `NAME_hooks.c`, the user's own; written once.
func hooksSource(_ model: ExtensionModel) -> Code<C> {
    blocks {
        hooksTop(model)
        for block in model.blocks where block.hasHook { hookStub(block, model) }
        for worker in model.workers where worker.runsHook { hookStub(worker, model) }
    }
}

private func hooksTop(_ model: ExtensionModel) -> Code<C> {
    blocks {
        hooksHeading(model.name)
        #"""
        #include "postgres.h"

        #include "\#(model.name).h"
        """# as Code<C>
    }
}

/// The comment at the top of the user's file; it bears no marker.
func hooksHeading(_ name: Name) -> Code<C> {
    heading(
        file: "\(name)_hooks.c", purpose: "The C code of \"\(name)\" that is yours.",
        notes: """
            dynpgext-gen wrote this file once and never touches it again.  \(name).h
            declares what you can use here.
            """)
}

/// An empty function that prepares a block.
private func hookStub(_ block: BlockModel, _ model: ExtensionModel) -> Code<C> {
    let reset: Code<C> =
        block.hasReset
        ? """
         * It also runs at each reset\(block.hasLock ? ", then under the block's lock" : .empty).
         *
        """ : .empty
    return #"""
        /*
         * Prepare a new block "\#(block.name)", whose fields have their defaults already.
         *
        \#(reset)
         * Nothing here may raise an ERROR, wait or read a catalog: the loader may call
         * it in a commit.
         */
        void
        \#(model.hook(block))(\#(model.structure(block)) *block)
        {
        }
        """#
}

/// An empty function for the user to fill.
private func hookStub(_ worker: WorkerModel, _ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * One tick of the worker "\#(worker.name)"\#(worker.comment.map { ": \(comment: $0)" } ?? .empty)
     *
    \#(hookConditions(worker))
     */
    void
    \#(model.hook(worker))(\#(model.context(worker)) *context)
    {
    }
    """#
}

private func hookConditions(_ worker: WorkerModel) -> Code<C> {
    if worker.hasSessions {
        return """
             * It runs in a session of its own, in no transaction: begin one for SPI, and
             * end it.  Call CHECK_FOR_INTERRUPTS() in loops, or it cannot be stopped.
            """
    }
    switch worker.connection {
    case .none:
        return """
             * The worker is connected to no database.  Call CHECK_FOR_INTERRUPTS() in
             * loops, or it cannot be stopped.
            """
    case .ownDatabase, .database, .sharedCatalogs:
        return """
             * It runs in a transaction, which an ERROR rolls back.  Call
             * CHECK_FOR_INTERRUPTS() in loops, or it cannot be stopped.
            """
    }
}
