import CodeText
import Model

/// The hooks, what they are told, and what wakes a worker.
func hookDeclarations(_ model: ExtensionModel) -> Code<C> {
    guard !model.workers.isEmpty else { return .empty }
    return blocks {
        section("Workers: the functions ..._run() are yours, in \(model.name)_hooks.c")
        tickContext(model)
        for worker in model.workers where worker.runsHook { hookDeclaration(worker, model) }
        wakeDeclarations(model)
        if model.hooksExecute { executeDeclaration(model) }
    }
}

private func executeDeclaration(_ model: ExtensionModel) -> Code<C> {
    """
    /*
     * Execute statements as if a client had sent them, for hooks of workers whose
     * "transaction" is "none".  Such a hook runs in a session of the extension's
     * owner, and in no transaction: it begins those that it needs, ends them, and
     * then calls this, as for VACUUM or REINDEX CONCURRENTLY.
     */
    #define \(model.execute)(query) dynpgext_execute(query)
    """
}

/// What hooks are told; a name for functions that several of them call.
private func tickContext(_ model: ExtensionModel) -> Code<C> {
    """
    /* runtime/runtime.h tells what a hook knows of its tick, and what ends it. */
    typedef dynpgext_context \(model.context);
    """
}

private func hookDeclaration(_ worker: WorkerModel, _ model: ExtensionModel) -> Code<C> {
    #"""
    /* \#(worker.name)\#(worker.comment.map { ": \(comment: $0)" } ?? .empty) */
    typedef \#(model.context) \#(model.context(worker));
    extern void \#(model.hook(worker))(\#(model.context(worker)) *context);
    """#
}

private func wakeDeclarations(_ model: ExtensionModel) -> Code<C> {
    let woken = model.workers.filter(\.hasWake)
    guard !woken.isEmpty else { return .empty }
    return lines {
        """
        /*
         * Ask for a tick: in a transaction as soon as it commits, but not if it is
         * prepared, else at once.  The pause after a failed tick is kept.
         */
        """ as Code<C>
        for worker in woken { "extern void \(model.wake(worker))(void);" as Code<C> }
    }
}
