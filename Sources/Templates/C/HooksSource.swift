import CodeText
import Model

/// `NAME_hooks.c`, the user's own; written once.
func hooksSource(_ model: ExtensionModel) -> Code<C> {
    blocks {
        hooksHeading(model.name)
        #"""
        #include "postgres.h"

        #include "\#(model.name).h"
        """# as Code<C>
        for worker in model.workers where worker.runsHook { hookStub(worker, model) }
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
    switch worker.connection {
    case .none:
        """
         * The worker is connected to no database.  Call CHECK_FOR_INTERRUPTS() in
         * loops, or it cannot be stopped.
        """
    case .ownDatabase, .database, .sharedCatalogs:
        """
         * It runs in a transaction, which an ERROR rolls back.  Call
         * CHECK_FOR_INTERRUPTS() in loops, or it cannot be stopped.
        """
    }
}
