import Foundation

/// Limits how many servers run at once, since Swift Testing starts all tests together.
actor ServerSlots {
    static let shared = ServerSlots(count: max(4, ProcessInfo.processInfo.activeProcessorCount))

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(count: Int) { free = count }

    func acquire(first: Bool) async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation {
                waiting.insert($0, at: first ? waiting.startIndex : waiting.endIndex)
            }
        }
    }

    func release() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// One server's place among those that run; given back when its holder goes.
final class ServerSlot: Sendable {
    /// Waits behind all others, or before them.
    static func wait(first: Bool) async -> ServerSlot {
        await ServerSlots.shared.acquire(first: first)
        return ServerSlot()
    }

    deinit { Task { await ServerSlots.shared.release() } }
}
