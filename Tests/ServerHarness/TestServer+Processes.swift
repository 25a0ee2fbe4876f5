import Foundation

extension TestServer {
    /// The server's log so far, over all its starts.
    package var log: String {
        (try? String(contentsOf: directory.appending(path: "log"), encoding: .utf8)) ?? ""
    }

    /// The lines of the log that contain a text.
    package func logLines(containing text: String) -> [String] {
        log.split(separator: "\n").map(String.init).filter { $0.contains(text) }
    }

    /// The log's end, for failure messages.
    var logTail: String {
        "\n--- end of the server's log\n"
            + log.split(separator: "\n").suffix(30).joined(separator: "\n")
    }

    /// The postmaster's process id, or nil if no server runs.
    package var postmaster: pid_t? {
        let file = directory.appending(path: "data/postmaster.pid")
        return (try? String(contentsOf: file, encoding: .utf8))
            .flatMap { $0.split(separator: "\n").first }.flatMap { pid_t($0) }
    }

    /// The server's processes whose title contains a text, unconnected workers included.
    package func processes(titled text: String) -> [pid_t] {
        guard let postmaster else { return [] }
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.compactMap { pid_t($0) }.sorted().filter {
            parent(of: $0) == postmaster && processTitle($0).contains(text)
        }
    }

    /// What ps shows of a process, as "postgres: pulse beat"; empty if it is gone.
    package func processTitle(_ pid: pid_t) -> String {
        guard let bytes = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") else {
            return ""
        }
        let title = bytes.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
        return String(decoding: title, as: UTF8.self).trimmingCharacters(in: .whitespaces)
    }

    /// The files that a process has mapped, a line of /proc/PID/maps each. Foundation would read its first page alone.
    package func maps(of pid: pid_t) async throws -> [String] {
        try await run(["cat", "/proc/\(pid)/maps"]).stdout.split(separator: "\n").map(String.init)
    }

    /// Whether a process still runs; one that is dead but not yet waited for does not.
    package func isRunning(_ pid: pid_t) -> Bool {
        guard let state = statusFields(of: pid)?.first else { return false }
        return state != "Z" && state != "X"
    }

    /// Sends a signal to a process of this server; throws if there is none.
    package func send(_ signal: Int32, to pid: pid_t) throws {
        guard kill(pid, signal) == 0 else {
            throw HarnessError(
                "cannot send signal \(signal) to \(pid): \(String(cString: strerror(errno)))")
        }
    }

    /// Sends a signal and waits for the process to end; gives the time that took, throws if it still runs.
    @discardableResult
    package func end(_ pid: pid_t, by signal: Int32 = SIGTERM, within seconds: Double = 20)
        async throws -> Duration
    {
        let begin = ContinuousClock.now
        try send(signal, to: pid)
        while isRunning(pid) {
            guard .now - begin < .seconds(seconds) else {
                throw HarnessError(
                    "\(pid) (\(processTitle(pid))) runs \(seconds) s after signal \(signal)\(logTail)"
                )
            }
            try await Task.sleep(for: .milliseconds(1))
        }
        return .now - begin
    }

    private func parent(of pid: pid_t) -> pid_t? {
        statusFields(of: pid).flatMap { $0.count > 1 ? pid_t($0[1]) : nil }
    }

    /// The fields of /proc/PID/stat behind the program's name: state, parent, ...
    private func statusFields(of pid: pid_t) -> [Substring]? {
        guard let bytes = FileManager.default.contents(atPath: "/proc/\(pid)/stat") else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.split(
            separator: " ")
    }
}
