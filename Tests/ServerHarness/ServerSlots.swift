import Foundation

/// Limits how many servers run at once, since Swift Testing starts all tests together.
actor ServerSlots {
    static let shared = ServerSlots(count: max(4, ProcessInfo.processInfo.activeProcessorCount))

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(count: Int) { free = count }

    func acquire() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func release() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// One server's place among those that run; given back when its holder goes.
final class ServerSlot: Sendable {
    static func wait() async -> ServerSlot {
        await ServerSlots.shared.acquire()
        return ServerSlot()
    }

    deinit { Task { await ServerSlots.shared.release() } }
}
