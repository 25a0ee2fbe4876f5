import Glibc

/// Runs one command and ends with its status.
@main
enum Main {
    static func main() {
        do throws(CommandFailure) {
            try perform(parse(Array(CommandLine.arguments.dropFirst())))
        } catch {
            Console.say(error.text)
            exit(error.status.rawValue)
        }
    }

    private static func perform(_ request: Request) throws(CommandFailure) {
        switch request {
        case .help(let command): try Console.print(command.map(help) ?? generalHelp)
        case .version: try Console.print("dynpgext-gen \(version)\n")
        case .run(let command, let arguments): try run(command, with: arguments)
        }
    }

    /// Prints a failure for programs too, where that was asked for.
    private static func run(
        _ command: Command, with arguments: Arguments
    ) throws(CommandFailure) {
        let format = try arguments.format
        do throws(CommandFailure) {
            try command.run(arguments)
        } catch {
            switch format {
            case .text: break
            case .json: try Console.print(error.annotations.map(\.json).joined())
            case .github: try Console.print(error.annotations.map(\.github).joined())
            }
            throw error
        }
    }
}

/// The version of this tool.
let version = "0.1.0-dev"
