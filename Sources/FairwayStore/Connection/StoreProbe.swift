import Foundation
import PrivateFiles
import Synchronization

/// Asks the store now and then whether it can take a write, by writing, on a thread of its own.
///
/// However many ask, the disk is asked once in `intervalSeconds`; nobody's thread waits.
package final class StoreProbe: Sendable {
    package static let minFreeMB = 64
    static let minFreeBytes = UInt64(minFreeMB) << 20
    /// An answer counts for so long.
    package static let intervalSeconds = 5.0
    /// A write that lasts longer is one that cannot be made.
    ///
    /// A large import is over in less.
    package static let patienceSeconds = 30.0

    private struct State {
        var answer: (readiness: StoreReadiness, at: Double)?
        var startedAt: Double?
        var waiting: [CheckedContinuation<StoreReadiness, Never>] = []
    }

    private let store: ExpoStore
    private let seconds: @Sendable () -> Double
    private let freeBytes: @Sendable (String) -> UInt64?
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "fairway.store-probe")

    /// - Parameters:
    ///   - seconds: A clock that nobody sets.
    ///   - freeBytes: What is left on the disk of a path; nil when the system does not say.
    package init(
        _ store: ExpoStore,
        seconds: @escaping @Sendable () -> Double = { ProcessInfo.processInfo.systemUptime },
        freeBytes: @escaping @Sendable (String) -> UInt64? = { FreeSpace(at: $0)?.bytes }
    ) {
        self.store = store
        self.seconds = seconds
        self.freeBytes = freeBytes
    }

    /// Whether the store is being asked just now.
    var isAsking: Bool { state.withLock { $0.startedAt != nil } }

    package func readiness() async -> StoreReadiness {
        await withCheckedContinuation { continuation in
            let now = seconds()
            let (answer, starts) = state.withLock { state -> (StoreReadiness?, Bool) in
                if let answer = state.answer, now - answer.at < Self.intervalSeconds {
                    return (answer.readiness, false)
                }
                if let startedAt = state.startedAt {
                    // Someone writes: what was true a moment ago counts until the wait is too long.
                    if now - startedAt >= Self.patienceSeconds { return (.busy, false) }
                    if let answer = state.answer, answer.at >= startedAt - Self.intervalSeconds * 2 {
                        return (answer.readiness, false)
                    }
                    state.waiting.append(continuation)
                    return (nil, false)
                }
                state.startedAt = now
                state.waiting.append(continuation)
                return (nil, true)
            }
            if let answer { continuation.resume(returning: answer) }
            if starts { queue.async { self.probe() } }
        }
    }

    private func probe() {
        let readiness = ask()
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.answer = (readiness, seconds())
            state.startedAt = nil
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: readiness) }
    }

    private func ask() -> StoreReadiness {
        do {
            try store.touch()
        } catch {
            return StoreReadiness(error)
        }
        if let free = freeBytes(store.path), free < Self.minFreeBytes {
            return .littleSpace(freeMB: Int(free >> 20))
        }
        return .ready
    }
}

extension ExpoStore {
    /// A write that changes nothing and goes to the disk all the same: every transaction notes who writes, and takes it back.
    package func touch() throws {
        try write(as: "readiness") { _ in }
    }
}
