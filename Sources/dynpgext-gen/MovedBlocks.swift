import Model

extension Target {
    /// Notes the blocks that do not keep their memory: under another key a server makes another one.
    func sayMoved(_ planned: Planned) {
        let before = Dictionary(planned.before.map { ($0.block, $0.key) }) { first, _ in first }
        for new in planned.model.release.layouts {
            guard let old = before[new.block], old != new.key else { continue }
            Console.say(
                "\(specPath): note: block \"\(new.block)\" gets memory of its own: its key was \(old) and is \(new.key)\n"
            )
        }
    }
}
