import CodeText
import Model

/// The functions that put blocks back to their defaults.
func resets(of model: ExtensionModel) -> Code<C> {
    blocks {
        for block in model.blocks where block.hasReset { resetFunction(block, model) }
    }
}

private func resetFunction(_ block: BlockModel, _ model: ExtensionModel) -> Code<C> {
    let found: Code<C> =
        block.hasLock ? "\(model.lock(block))(LW_EXCLUSIVE)" : "\(model.attach(block))()"
    return #"""
        /*
         * \#(model.qualifier())\#(ExtensionModel.reset(ofBlock: block.name))()
         */
        Datum
        \#(model.resetFunction(block))(PG_FUNCTION_ARGS)
        {
            \#(declaration("\(model.structure(block))", "*block = \(found)"))

            \#(lines { for field in block.fields { field.reset } })
            \#(block.hasHook ? "\(model.hook(block))(block);" : .empty)
            \#(block.hasLock ? "\(model.unlock(block))(block);" : .empty)
            PG_RETURN_VOID();
        }
        """#
}
