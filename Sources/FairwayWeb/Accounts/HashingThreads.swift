import Foundation
import ServiceLifecycle
import Synchronization

/// Hashes passwords on threads of its own, in a fair queue: each takes a good part of a second of a core, and neither pages
/// nor other people's sign-ins are to wait for somebody's wrong guesses.
///
/// As a service it fails what waits as soon as the server is told to stop.
final class HashingThreads: Service, Sendable {
    /// Whose turn it is: a place, a browser that is known, or a person who is signed in.
    enum Lane: Hashable, Sendable {
        case source(ClientSource)
        case device(SecretDigest)
        case account(Int64)

        /// Whether only someone stands in it who was let in before.
        var isKnown: Bool {
            switch self {
            case .source: false
            case .device, .account: true
            }
        }
    }

    /// The share of whoever asks is full, or the server stops.
    struct Busy: Error, Equatable {
        /// When to come again.
        var wait: Duration
    }

    /// What waits; whoever takes it out of the queue ends it, once.
    private struct Job: Sendable {
        let number: Int
        /// Does the work, or fails for this reason.
        let end: @Sendable ((any Error)?) -> Void
    }

    /// 512 of a place wait 80 seconds on one core; the last of 2,000 in a hall come back for their turn.
    ///
    /// Whoever waits holds a connection, so all together must stay well below `ConnectionLimits.maxConnections` (4,096), or
    /// pages have none left: strangers have a quarter of them, the known an eighth.
    static let usualLimits = QueueLimits(perSender: 4, perLane: 512, strange: 1024, known: 512)
    private static let wait = Duration.seconds(10)

    private struct State {
        var queue: FairQueue<Lane, ThrottleKey.Subject, Job>
        var running = 0
        var lastNumber = 0
        var isClosed = false
    }

    let maxThreads: Int
    private let state: Mutex<State>

    /// - Parameter maxThreads: Half the cores unless said otherwise: pages need the others.
    init(maxThreads: Int? = nil, limits: QueueLimits = usualLimits) {
        self.maxThreads = maxThreads ?? max(1, ProcessInfo.processInfo.activeProcessorCount / 2)
        state = Mutex(State(queue: FairQueue(limits)))
    }

    /// How many jobs wait.
    var waiting: Int { state.withLock { $0.queue.count } }

    /// - Throws: `Busy`, or what the work throws; `CancellationError` at once if the task is cancelled while the work waits.
    func run<Value: Sendable>(
        lane: Lane,
        sender: ThrottleKey.Subject,
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try Task.checkCancellation()
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (answer: CheckedContinuation<Value, any Error>) in
                let job = Job(number: number) { refusal in
                    if let refusal {
                        answer.resume(throwing: refusal)
                    } else {
                        answer.resume(with: Result { try work() })
                    }
                }
                add(job, lane, sender)
                // The handler may have come before there was anything to take out.
                if Task.isCancelled { cancel(number, lane, sender) }
            }
        } onCancel: {
            cancel(number, lane, sender)
        }
    }

    func run() async throws {
        try? await gracefulShutdown()
        close()
    }

    /// Fails what waits and takes no more; what is being hashed ends.
    func close() {
        let jobs = state.withLock { state in
            state.isClosed = true
            return state.queue.removeAll()
        }
        for job in jobs { job.end(Busy(wait: Self.wait)) }
    }

    private func cancel(_ number: Int, _ lane: Lane, _ sender: ThrottleKey.Subject) {
        let job = state.withLock { state in
            state.queue.remove(lane: lane, sender: sender) { $0.number == number }
        }
        job?.end(CancellationError())
    }

    private func add(_ job: Job, _ lane: Lane, _ sender: ThrottleKey.Subject) {
        let (isAdded, needsThread) = state.withLock { state in
            guard !state.isClosed,
                state.queue.add(job, lane: lane, sender: sender, isKnown: lane.isKnown)
            else { return (false, false) }
            guard state.running < maxThreads else { return (true, false) }
            state.running += 1
            return (true, true)
        }
        if needsThread { Thread.detachNewThread { self.work() } }
        if !isAdded { job.end(Busy(wait: Self.wait)) }
    }

    /// A thread ends when nothing waits; starting one costs nothing beside what it does.
    private func work() {
        while let job = next() { job.end(nil) }
    }

    private func next() -> Job? {
        state.withLock { state in
            let job = state.queue.next()
            if job == nil { state.running -= 1 }
            return job
        }
    }
}
