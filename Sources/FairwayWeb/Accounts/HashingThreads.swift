import Foundation
import Synchronization

/// Hashes passwords on threads of its own, in a fair queue: each takes a good part of a second of a core, and neither pages
/// nor other people's sign-ins are to wait for somebody's wrong guesses.
final class HashingThreads: Sendable {
    /// Whose turn it is: a place, a browser that is known, or a person who is signed in.
    enum Lane: Hashable, Sendable {
        case source(ClientSource)
        case device(SecretDigest)
        case account(Int64)
    }

    /// The share of whoever asks is full.
    struct Busy: Error, Equatable {
        /// When to come again.
        var wait: Duration
    }

    typealias Queue = FairQueue<Lane, ThrottleKey.Subject, @Sendable () -> Void>

    /// 512 of a place wait 80 seconds on one core; the last of 2,000 in a hall come back for their turn.
    static let usualLimits = QueueLimits(perSender: 4, perLane: 512, inAll: 4096)
    private static let wait = Duration.seconds(10)

    private struct State {
        var queue: Queue
        var running = 0
    }

    private let maxThreads: Int
    private let state: Mutex<State>

    /// - Parameter maxThreads: Half the cores unless said otherwise: pages need the others.
    init(maxThreads: Int? = nil, limits: QueueLimits = usualLimits) {
        self.maxThreads = maxThreads ?? max(1, ProcessInfo.processInfo.activeProcessorCount / 2)
        state = Mutex(State(queue: Queue(limits)))
    }

    /// How many jobs wait.
    var waiting: Int { state.withLock { $0.queue.count } }

    /// - Throws: `Busy`, or what the work throws.
    func run<Value: Sendable>(
        lane: Lane,
        sender: ThrottleKey.Subject,
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let isAdded = add(lane, sender) { continuation.resume(with: Result { try work() }) }
            if !isAdded { continuation.resume(throwing: Busy(wait: Self.wait)) }
        }
    }

    private func add(_ lane: Lane, _ sender: ThrottleKey.Subject, _ job: @escaping @Sendable () -> Void)
        -> Bool
    {
        let (isAdded, needsThread) = state.withLock { state in
            guard state.queue.add(job, lane: lane, sender: sender) else { return (false, false) }
            guard state.running < maxThreads else { return (true, false) }
            state.running += 1
            return (true, true)
        }
        if needsThread { Thread.detachNewThread { self.work() } }
        return isAdded
    }

    /// A thread ends when nothing waits; starting one costs nothing beside what it does.
    private func work() {
        while let job = next() { job() }
    }

    private func next() -> (@Sendable () -> Void)? {
        state.withLock { state in
            let job = state.queue.next()
            if job == nil { state.running -= 1 }
            return job
        }
    }
}
