import Glibc
import Workspace

/// How a program ended.
enum ProgramEnd: Equatable {
    case status(CInt)
    case signal(CInt)
    /// Its time was up, so it was killed.
    case timeUp
    /// The user wants this command to end by a signal; the program was killed.
    case interrupted(CInt)
}

/// Programs that run beside this one, each in a process group of its own: what they started ends with them.
///
/// The signals that tell of an end, and those by which a user stops this command, wait while this lives.
struct Programs: ~Copyable {
    private var running: [pid_t: ContinuousClock.Instant] = [:]
    private let blocked: sigset_t
    private let before: sigset_t

    init() {
        // A parent may have told us to ignore it, and then nobody could be waited for.
        signal(SIGCHLD, SIG_DFL)
        var set = sigset_t()
        var old = sigset_t()
        sigemptyset(&set)
        for number in [SIGCHLD, SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, number) }
        pthread_sigmask(SIG_BLOCK, &set, &old)
        blocked = set
        before = old
    }

    deinit {
        for pid in running.keys { Self.end(pid) }
        var old = before
        pthread_sigmask(SIG_SETMASK, &old, nil)
    }

    /// Starts a program that has `limit` to end; it reads nothing, and what it prints goes to one file.
    mutating func start(_ program: Program, limit: Duration) throws(FileFailure) -> pid_t {
        let pid = try program.spawn()
        running[pid] = .now + limit
        return pid
    }

    /// Waits for a program to end, and ends whatever it leaves behind.
    mutating func wait(for pid: pid_t) -> ProgramEnd {
        guard let deadline = running[pid] else { return .status(127) }
        while true {
            var status: CInt = 0
            if waitpid(pid, &status, WNOHANG) == pid {
                kill(-pid, SIGKILL)
                running[pid] = nil
                let number = status & 0x7f
                return number == 0 ? .status(status >> 8 & 0xff) : .signal(number)
            }
            let rest = ContinuousClock.now.duration(to: deadline)
            let event = rest > .zero ? nextSignal(within: rest) : nil
            if rest <= .zero {
                stop(pid)
                return .timeUp
            }
            if let event, event != SIGCHLD {
                for pid in running.keys { stop(pid) }
                return .interrupted(event)
            }
        }
    }

    private mutating func stop(_ pid: pid_t) {
        Self.end(pid)
        running[pid] = nil
    }

    private static func end(_ pid: pid_t) {
        kill(-pid, SIGKILL)
        while waitpid(pid, nil, 0) < 0, errno == EINTR {}
    }

    /// The next of the signals that wait; nil when time is up first.
    private func nextSignal(within time: Duration) -> CInt? {
        var set = blocked
        let (seconds, attoseconds) = time.components
        var limit = timespec(
            tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        let number = sigtimedwait(&set, nil, &limit)
        return number > 0 ? number : nil
    }
}
