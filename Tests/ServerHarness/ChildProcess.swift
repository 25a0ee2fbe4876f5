import Foundation

/// What a finished program left: its exit status (128 + signal if it was killed) and all that it wrote.
package struct ProcessResult: Sendable {
    package let status: Int32
    package let stdout: String
    package let stderr: String

    /// Everything that it said, for failure messages.
    package var output: String { stdout + stderr }
}

/// What went wrong with a server or a program, in words for the one who reads the test's output.
package struct HarnessError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// The environment for children: ours without what would change PostgreSQL's or make's behaviour, with a cache
/// for specs in Swift that is not the user's, and with the place for servers.
package let cleanEnvironment: [String: String] = {
    let foreign: Set = [
        "TZ", "LANG", "LANGUAGE", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES",
    ]
    let inherited = ProcessInfo.processInfo.environment.filter { name, _ in
        !name.hasPrefix("PG") && !name.hasPrefix("LC_") && !foreign.contains(name)
    }
    let cache = checkout.appending(path: ".build/specs").path
    let ours = ["LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": cache, "DYNPGEXT_SCRATCH": scratch.path]
    return inherited.merging(ours) { _, ours in ours }
}()

/// Runs a program (found on PATH) to its end; its streams are files, so no output is too big and no daemon blocks us.
package func run(
    _ command: [String],
    in directory: URL? = nil,
    environment: [String: String] = cleanEnvironment,
    input: String = ""
) async throws -> ProcessResult {
    let stdin = try ScratchFile(input)
    let stdout = try ScratchFile()
    let stderr = try ScratchFile()
    let pid = try spawn(
        command, in: directory, environment: environment,
        streams: [stdin.descriptor, stdout.descriptor, stderr.descriptor])
    let status = await offPool { exitStatus(of: pid) }
    return ProcessResult(status: status, stdout: stdout.text, stderr: stderr.text)
}

/// Does blocking work on a thread of its own: the pool that runs tests has only one thread per core.
func offPool<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: work()) }
    }
}

/// Waits for a child to end; the status is 128 + signal if a signal ended it, as in a shell.
func exitStatus(of pid: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) == -1 && errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
}

/// Starts a program with the three descriptors as its standard streams and no other descriptor.
func spawn(
    _ command: [String], in directory: URL?, environment: [String: String], streams: [Int32]
) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, descriptor) in streams.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    // Foundation's Process takes a child for alive while anyone holds its sockets; a server would for minutes.
    for other in Int32(streams.count)..<Int32(min(4096, getdtablesize())) {
        posix_spawn_file_actions_addclose(&actions, other)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Our threads may block signals, and a child that inherits that can be stopped by none.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let command = directory.map { ["env", "-C", $0.path] + command } ?? command
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var pid: pid_t = 0
    let error = posix_spawnp(&pid, command[0], &actions, &attributes, arguments, variables)
    guard error == 0 else {
        throw HarnessError("cannot run \(command[0]): \(String(cString: strerror(error)))")
    }
    return pid
}
