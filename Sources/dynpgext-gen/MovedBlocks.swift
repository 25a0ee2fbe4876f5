import Model

extension Target {
    /// Notes the blocks that do not keep their memory: under another key a server makes another one.
    func sayMoved(_ planned: Planned) {
        for new in planned.model.release.layouts {
            guard let old = planned.before.first(where: { $0.block == new.block }),
                old.key != new.key
            else { continue }
            Console.say(
                "\(specPath): note: block \"\(new.block)\" gets memory of its own: its key was \(old.key) and is \(new.key)\n"
            )
        }
    }
}
