import Glibc
import SpecLanguage
import Templates
import Workspace

/// How long a program may take; a compiler that works may have to wait long for a processor.
struct TimeLimits {
    var compiling = Duration.seconds(300)
    var processorTimeToCompile = Duration.seconds(60)
    var running = Duration.seconds(10)
}

/// Compiles a spec in Swift with the user's compiler and runs it.
struct SwiftEvaluation: ~Copyable {
    let spec: SpecText
    private(set) var compiler: SwiftCompiler
    let limits: TimeLimits
    let cache: SpecCache
    let scratch: Scratch
    private var programs = Programs()
    private var module: String
    private(set) var hasNewModule = false

    init(
        _ spec: SpecText, compiler: SwiftCompiler, cache: SpecCache, limits: TimeLimits
    ) throws(CommandFailure) {
        self.spec = spec
        self.compiler = compiler
        self.cache = cache
        self.limits = limits
        scratch = try attempt { () throws(FileFailure) in try cache.scratch() }
        if !scratch.isInCache { self.compiler.moduleCache = scratch.file("clang") }
        module = cache.module ?? scratch.module
    }

    /// What the spec writes.
    mutating func result() throws(CommandFailure) -> [UInt8] {
        let program = try build()
        return try run(program)
    }
}

extension SwiftEvaluation {
    /// Makes the program; a module of the cache that turns out to be unfit is made anew.
    private mutating func build() throws(CommandFailure) -> String {
        if module == scratch.module { return try buildWithModule() }
        let compiled = try compileSpec(named: "cached")
        if compiled.isDone, try linked("cached", ignoringFailure: true) {
            Console.say(compiled.messages)
            return scratch.file("cached")
        }
        let isOfTheModule =
            compiled.isDone || compiled.messages.contains("ExtensionSpec.swiftmodule")
        guard isOfTheModule || compiled.end != .status(1) else { throw rejected(compiled) }
        module = scratch.module
        return try buildWithModule()
    }

    /// Makes module and program side by side.
    private mutating func buildWithModule() throws(CommandFailure) -> String {
        hasNewModule = true
        let sources = try writeSources()
        let object = try start(compiler.compileModule(sources, into: module), log: "object.log")
        let interface = try finish(
            start(compiler.emitModule(of: sources, into: module), log: "module.log"),
            log: "module.log")
        guard interface.isDone else { throw broken(interface) }
        let compiled = try compileSpec(named: "spec")
        guard compiled.isDone else { throw rejected(compiled) }
        let implementation = try finish(object, log: "object.log")
        guard implementation.isDone else { throw broken(implementation) }
        Console.say(compiled.messages)
        _ = try linked("spec", ignoringFailure: false)
        return scratch.file("spec")
    }

    private func writeSources() throws(CommandFailure) -> [String] {
        mkdir(scratch.module, 0o700)
        return try EmbeddedDSL.sources.sorted { $0.key < $1.key }.map {
            (name, text) throws(CommandFailure) in
            try attempt { () throws(FileFailure) in try scratch.write(Array(text.utf8), to: name) }
            return scratch.file(name)
        }
    }

    private mutating func compileSpec(named name: String) throws(CommandFailure) -> Compilation {
        let command = compiler.compileSpec(
            spec.path, importing: module, to: scratch.file("\(name).o"))
        let compiled = try finish(start(command, log: "\(name).log"), log: "\(name).log")
        let now = try attempt { () throws(FileFailure) in try readFile(at: spec.path, limit: .spec)
        }
        guard now == spec.bytes else {
            throw CommandFailure(
                .failure, "\(spec.path) changed while it was compiled",
                hint: "Run the command again.")
        }
        return compiled
    }

    private mutating func linked(
        _ name: String, ignoringFailure: Bool
    ) throws(CommandFailure) -> Bool {
        let objects = [scratch.file("\(name).o"), "\(module)/ExtensionSpec.o"]
        let command = compiler.link(objects, to: scratch.file(name))
        let end = try finish(start(command, log: "\(name).link.log"), log: "\(name).link.log")
        if end.isDone || ignoringFailure { return end.isDone }
        throw broken(end)
    }
}

/// How a run of the compiler ended.
struct Compilation {
    let end: ProgramEnd
    /// All that it said.
    let messages: String

    var isDone: Bool { end == .status(0) }
}

extension SwiftEvaluation {
    private mutating func start(_ command: [String], log: String) throws(CommandFailure) -> pid_t {
        let seconds = limits.processorTimeToCompile.components.seconds
        return try attempt { () throws(FileFailure) in
            let output = try scratch.create(log)
            defer { close(output) }
            return try programs.start(
                Program(
                    command: command, environment: environmentOfCompiler, output: output,
                    limits: "ulimit -t \(seconds);"),
                limit: limits.compiling)
        }
    }

    /// Ours, but what the compiler makes for itself is nobody else's either.
    private var environmentOfCompiler: [String] {
        var variables: [String] = []
        var next = environ
        while let variable = next.pointee {
            variables.append(String(cString: variable))
            next += 1
        }
        return variables.filter { !$0.hasPrefix("TMPDIR=") } + ["TMPDIR=\(scratch.path)"]
    }

    private mutating func finish(_ pid: pid_t, log: String) throws(CommandFailure) -> Compilation {
        let end = try ended(pid)
        if end == .timeUp || end == .signal(SIGXCPU) {
            throw CommandFailure(
                .fault, "\(spec.path) takes too long to compile",
                hint: "Give the types of large expressions, or split them.")
        }
        let messages = (try? readFile(at: scratch.file(log))) ?? []
        return Compilation(end: end, messages: String(decoding: messages, as: UTF8.self))
    }

    /// Waits for a program; ends this command as the user wants it to end.
    private mutating func ended(_ pid: pid_t) throws(CommandFailure) -> ProgramEnd {
        let end = programs.wait(for: pid)
        guard case .interrupted(let number) = end else { return end }
        scratch.remove()
        signal(number, SIG_DFL)
        kill(getpid(), number)
        throw CommandFailure(.failure, "interrupted")
    }

    /// Runs the spec where it finds nothing, with an environment that is the same for everyone.
    private mutating func run(_ program: String) throws(CommandFailure) -> [UInt8] {
        let result = try attempt { () throws(FileFailure) in try scratch.create("documents") }
        defer { close(result) }
        unlink(scratch.file("documents"))
        mkdir(scratch.file("empty"), 0o700)
        let libraries = variable("LD_LIBRARY_PATH").map { ["LD_LIBRARY_PATH=\($0)"] } ?? []
        let seconds = limits.running.components.seconds + 1
        let number: CInt = 198
        let child = Program(
            command: [program, "\(number)"],
            environment: ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no"]
                + libraries,
            directory: scratch.file("empty"), output: STDERR_FILENO, passed: (result, number),
            limits: "ulimit -t \(seconds); ulimit -v 1048576;")
        let pid = try attempt { () throws(FileFailure) in
            try programs.start(child, limit: limits.running)
        }
        let end = try ended(pid)
        guard end == .status(0) else { throw failed(end) }
        lseek(result, 0, SEEK_SET)
        do throws(FileFailure) {
            return try readAll(from: result, path: spec.path, limit: .spec)
        } catch {
            throw unreadable(error)
        }
    }
}
