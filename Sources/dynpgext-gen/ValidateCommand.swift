extension Command {
    static let validate = Command(
        name: "validate",
        operands: "[DIR|SPEC]",
        summary: "tell whether the spec is valid",
        details: "Reads the spec and tells every problem in it. Writes nothing.",
        options: [.format],
        operandCounts: 0...1,
        run: validateSpec)
}

@Sendable
private func validateSpec(_ arguments: Arguments) throws(CommandFailure) {
    let target = try Target(arguments.operands.first)
    _ = try target.proven()
    target.say("valid")
}
