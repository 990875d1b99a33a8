import Foundation
import PrivateFiles
import Synchronization

/// Asks the store now and then whether it can take a write, by writing.
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
        var waiting: [CheckedContinuation<StoreReadiness?, Never>] = []
    }

    private let store: ExpoStore
    private let seconds: @Sendable () -> Double
    private let freeBytes: @Sendable (String) -> UInt64?
    private let state = Mutex(State())

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
        while true {
            switch state.withLock({ step(&$0) }) {
            case .answer(let readiness): return readiness
            case .ask: return await probe()
            case .wait: if let readiness = await answerOfAnother() { return readiness }
            }
        }
    }

    private enum Step {
        case answer(StoreReadiness)
        /// Whoever is told so asks the store.
        case ask
        case wait
    }

    private func step(_ state: inout State) -> Step {
        let now = seconds()
        if let answer = state.answer, now - answer.at < Self.intervalSeconds {
            return .answer(answer.readiness)
        }
        guard let startedAt = state.startedAt else {
            state.startedAt = now
            return .ask
        }
        // Someone writes: what was true a moment ago counts until the wait is too long.
        if now - startedAt >= Self.patienceSeconds { return .answer(.busy) }
        if let answer = state.answer, answer.at >= startedAt - Self.intervalSeconds * 2 {
            return .answer(answer.readiness)
        }
        return .wait
    }

    /// - Returns: nil when it has come in between.
    private func answerOfAnother() async -> StoreReadiness? {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                guard state.startedAt != nil else { return true }
                state.waiting.append(continuation)
                return false
            }
            if isOver { continuation.resume(returning: nil) }
        }
    }

    private func probe() async -> StoreReadiness {
        let readiness = await ask()
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.answer = (readiness, seconds())
            state.startedAt = nil
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: readiness) }
        return readiness
    }

    private func ask() async -> StoreReadiness {
        do {
            // It changes nothing and goes to the disk all the same: every transaction notes who writes, and takes it back.
            try await store.database.write(as: "readiness") { _ in }
        } catch {
            return StoreReadiness(error)
        }
        if let free = freeBytes(store.path), free < Self.minFreeBytes {
            return .littleSpace(freeMB: Int(free >> 20))
        }
        return .ready
    }
}
