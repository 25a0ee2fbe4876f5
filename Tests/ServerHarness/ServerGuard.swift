import Foundation

/// Our end of scripts/throwaway-server: while this socket is open the server may live, however this process ends.
final class ServerGuard: Sendable {
    private let socket: Int32
    private let script: pid_t
    private let complaints: ScratchFile
    private let queue = DispatchQueue(label: "server guard")

    init(pgConfig: URL, settings: [String: String]) throws {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw HarnessError("no socket pair: \(String(cString: strerror(errno)))")
        }
        defer { close(ends[1]) }
        socket = ends[0]
        complaints = try ScratchFile()
        script = try spawn(
            [checkout.appending(path: "scripts/throwaway-server").path, pgConfig.path]
                + settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" },
            in: nil, environment: cleanEnvironment,
            streams: [ends[1], ends[1], complaints.descriptor])
    }

    deinit { close(socket) }

    /// Sends a command, if any, and gives the words of the reply; a reply `failed …` is thrown.
    func ask(_ command: String?) async throws -> [String] {
        let reply = await withCheckedContinuation { continuation in
            queue.async { [self] in
                if let command { write(command + "\n") }
                continuation.resume(returning: readLine())
            }
        }
        let words = reply.split(separator: " ").map(String.init)
        guard let first = words.first, first != "failed" else {
            throw HarnessError(
                "server script: \(command ?? "prepare"): \(reply)\n\(complaints.text)")
        }
        return words
    }

    /// Tells the script that we are done and waits until server and directory are gone.
    func finish() async {
        shutdown(socket, Int32(SHUT_WR))
        let script = script
        _ = await offPool { exitStatus(of: script) }
    }

    private func write(_ line: String) {
        let bytes = Array(line.utf8)
        send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Reads up to the line's end; empty if the script has ended.
    private func readLine() -> String {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while recv(socket, &byte, 1, 0) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
        return String(decoding: line, as: UTF8.self)
    }
}
