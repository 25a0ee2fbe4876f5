import SpecLanguage
import Workspace

/// The spec that a command works on, and the directory that holds it and all that comes of it.
struct Target {
    /// As the user gave it.
    let operand: String?
    let directory: Directory
    /// The spec's name in the directory.
    let specName: String

    /// As the user would name it, for diagnostics.
    var specPath: String { directory.displayPath(of: specName) }

    /// Tells how a run on this spec ended well.
    func say(_ outcome: String) {
        Console.say("\(printable(specPath)): \(outcome)\n")
    }

    /// Waits for its turn, so that no two runs write at once.
    func lock(for access: Directory.Access) throws(CommandFailure) {
        try attempt { () throws(FileFailure) in
            try directory.lock(for: access) {
                Console.say("dynpgext-gen: waiting for another run in this directory\n")
            }
        }
    }

    func readSpec() throws(CommandFailure) -> SpecText {
        try attempt { () throws(FileFailure) in
            SpecText(path: specPath, bytes: try readFile(at: specPath, limit: .spec))
        }
    }

    /// A command on the same target, ready for a shell.
    func commandLine(_ command: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+,:@%=")
        guard let operand else { return "dynpgext-gen \(command)" }
        let path = operand.hasPrefix("-") ? "./\(operand)" : operand
        let isPlain = path.allSatisfy(plain.contains)
        let word =
            isPlain
            ? path
            : "'"
                + path.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: #"'\''"#) + "'"
        return "dynpgext-gen \(command) \(printable(word))"
    }
}

extension Target {
    /// Finds the spec of a directory, or takes the one that is named.
    init(_ operand: String?) throws(CommandFailure) {
        guard let operand, try attempt({ () throws(FileFailure) in try !isDirectory(operand) })
        else {
            let directory = try attempt { () throws(FileFailure) in
                try Directory(at: operand ?? "")
            }
            let specName = try findSpec(in: directory, shownAs: operand ?? ".")
            self.init(operand: operand, directory: directory, specName: specName)
            return
        }
        let cut = operand.lastIndex(of: "/").map(operand.index(after:)) ?? operand.startIndex
        let directory = try attempt { () throws(FileFailure) in
            try Directory(at: String(operand[..<cut]))
        }
        self.init(operand: operand, directory: directory, specName: String(operand[cut...]))
    }
}
