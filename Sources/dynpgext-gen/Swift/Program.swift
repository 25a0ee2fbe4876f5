import Glibc
import Workspace

/// A program to run, and what it may use.
struct Program {
    /// Its path, then its arguments.
    let command: [String]
    /// All of its environment; nil for ours.
    var environment: [String]?
    /// Where it runs; nil for our working directory.
    var directory: String?
    /// Where everything goes that it prints.
    var output: CInt
    /// A descriptor of ours that it has under another number.
    var passed: (from: CInt, to: CInt)?
    /// What a shell does before it becomes the program, such as setting limits.
    var limits = ""

    /// Starts it in a process group of its own, with no signal blocked.
    func spawn() throws(FileFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
        if let passed { posix_spawn_file_actions_adddup2(&actions, passed.from, passed.to) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))

        let place = directory == nil ? "" : "cd -- \"$1\" && shift &&"
        let script = "ulimit -c 0; \(limits) \(place) exec \"$@\""
        let command =
            ["/bin/sh", "-c", script, "sh"] + [directory].compactMap(\.self) + self.command
        let words = command.map { strdup($0) } + [nil]
        let variables = environment.map { $0.map { strdup($0) } + [nil] }
        defer { for text in words + (variables ?? []) { free(text) } }
        var pid: pid_t = 0
        let error =
            if let variables {
                posix_spawn(&pid, command[0], &actions, &attributes, words, variables)
            } else {
                posix_spawn(&pid, command[0], &actions, &attributes, words, environ)
            }
        if error != 0 { throw FileFailure("run", self.command[0], error) }
        return pid
    }
}
