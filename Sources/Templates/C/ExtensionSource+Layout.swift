import CodeText
import Model

/// What the compiler has to agree with: the places that the header tells.
func layoutAssertions(of model: ExtensionModel) -> Code<C> {
    guard !model.blocks.isEmpty else { return .empty }
    return #"""
        /*
         * The members stand where \#(model.name).h says; there, libraries of other versions
         * look for them too.
         */
        #define EXPECT_MEMBER(block, member, offset, size) \
            StaticAssertDecl(offsetof(block, member) == (offset) && \
                             sizeof(((block *) NULL)->member) == (size), \
                             #block "." #member " is not where the header says")

        #if MAXIMUM_ALIGNOF == 8 && !defined(LOCK_DEBUG)
        \#(lines { for block in model.blocks { assertions(of: block, in: model) } })
        #endif
        """#
}

private func assertions(of block: BlockModel, in model: ExtensionModel) -> Code<C> {
    lines {
        for member in block.layout.members {
            let name = member.name
            "EXPECT_MEMBER(\(model.structure(block)), \(name), \(member.offset), \(member.size));"
                as Code<C>
        }
        """
        StaticAssertDecl(sizeof(\(model.structure(block))) == \(block.layout.structureSize), "\(model.structure(block)) has another size");
        """ as Code<C>
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
