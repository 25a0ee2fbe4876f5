import Glibc
import SpecLanguage
import Workspace

extension SwiftEvaluation {
    /// The compiler's own words, and nothing else.
    func rejected(_ compilation: Compilation) -> CommandFailure {
        if compilation.messages.isEmpty { return broken(compilation) }
        return CommandFailure(
            .fault, text: compilation.messages,
            annotations: compilerAnnotations(in: compilation.messages))
    }

    /// The compiler cannot make what does not depend on the spec.
    func broken(_ compilation: Compilation) -> CommandFailure {
        let failure = CommandFailure(
            .failure, "\(compiler.path) cannot make the program of a spec",
            hint: "dynpgext-gen needs Swift 6.0 or later, with its standard library.")
        return CommandFailure(
            .failure, text: compilation.messages + failure.text, annotations: failure.annotations)
    }

    /// What the program of the spec wrote cannot be read.
    func unreadable(_ failure: FileFailure) -> CommandFailure {
        guard failure.hint != nil else { return CommandFailure(failure) }
        return fault(
            "what the spec comes to cannot be read: \(failure.reason)",
            hint: "Does a loop of it make more than it should?")
    }

    /// The program of the spec ended badly; what it said stands above.
    func failed(_ end: ProgramEnd) -> CommandFailure {
        let (message, hint): (String, String) =
            switch end {
            case .timeUp:
                (
                    "the spec runs for more than \(limits.running.components.seconds) s",
                    "Does a loop of it never end?"
                )
            case .status(let status):
                ("the spec ended with status \(status)", "It must run to its end.")
            case .signal(let number), .interrupted(let number):
                (
                    "the spec was ended by signal \(number): \(String(cString: strsignal(number)))",
                    "What it said before stands above."
                )
            }
        return fault(message, hint: hint)
    }

    private func fault(_ message: String, hint: String) -> CommandFailure {
        let path = printable(spec.path)
        return CommandFailure(
            .fault, text: "\(path): error: \(message)\nhint: \(hint)\n",
            annotations: [Annotation(path: spec.path, message: message, hint: hint)])
    }
}

/// The errors and warnings of the compiler, as GitHub has them; they look like `path:line:column: error: message`.
private func compilerAnnotations(in messages: String) -> [Annotation] {
    let levels: [(mark: String, level: Annotation.Level)] = [
        (": error: ", .error), (": warning: ", .warning),
    ]
    return messages.split(separator: "\n").compactMap { line in
        for (mark, level) in levels {
            guard let range = line.firstRange(of: mark) else { continue }
            let place = line[..<range.lowerBound].split(separator: ":")
            guard place.count > 2, let column = Int(place[place.count - 1]),
                let number = Int(place[place.count - 2])
            else { continue }
            return Annotation(
                level: level, path: place.dropLast(2).joined(separator: ":"), line: number,
                column: column, message: String(line[range.upperBound...]))
        }
        return nil
    }
}
