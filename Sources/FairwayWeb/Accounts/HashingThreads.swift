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
        /// Whether a password was compared and was wrong: that counts as a try.
        var isTried = false
    }

    /// Whoever asked has gone, but a password was compared and was wrong: that counts as a try.
    ///
    /// One who could take tries back by going would guess for nothing: a right password is answered sooner than a wrong one.
    struct LeftAfterTry: Error {}

    /// What waits; whoever takes it out of the queue ends it, once.
    private struct Job: Sendable {
        let number: Int
        /// Does the work, or fails for this reason.
        let end: @Sendable ((any Error)?) -> Void
    }

    /// 256 for accounts and 256 for nobody of a place wait 80 seconds on one core; the last of 2,000 in a hall come back for
    /// their turn.
    ///
    /// Whoever waits holds a connection, so all together must stay well below `ConnectionLimits.maxConnections` (4,096), or
    /// pages have none left: strangers have a quarter of them, half of these for accounts, the known an eighth.
    static let usualLimits = QueueLimits(perSender: 4, perLane: 256, strange: 512, known: 512)
    private static let wait = Duration.seconds(10)

    private typealias Queue = FairQueue<Lane, ThrottleKey.Subject, Job>

    private struct State {
        var queue: Queue
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
        let number = newNumber()
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

    /// Whether a password is right, without telling by the queue whether an account has the address.
    ///
    /// A wrong one of an account is answered no sooner than one of nobody's that came at the same moment, and is refused when
    /// there is no room for nobody's. It takes a place of the account's, for the comparison, and one of nobody's, for a turn
    /// without any; a right one waits for no turn and gives that up. When the account's share is full it is compared in nobody's place.
    /// - Throws: As `run(lane:sender:_:)`: `CancellationError` only when nothing was compared, else `LeftAfterTry`.
    func isRight(
        lane: Lane,
        sender: ThrottleKey.Subject,
        _ compare: @escaping @Sendable () -> Bool
    ) async throws -> Bool {
        if lane.isKnown || sender == .nobody { return try await run(lane: lane, sender: sender, compare) }
        try Task.checkCancellation()
        let number = newNumber()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (answer: CheckedContinuation<Bool, any Error>) in
                compareBesideNobody(number, lane, sender, HeldAnswer(answer), compare)
                if Task.isCancelled { cancelBoth(number, lane, sender) }
            }
        } onCancel: {
            cancelBoth(number, lane, sender)
        }
    }

    private func compareBesideNobody(
        _ number: Int,
        _ lane: Lane,
        _ sender: ThrottleKey.Subject,
        _ answer: HeldAnswer,
        _ compare: @escaping @Sendable () -> Bool
    ) {
        let comparison = Job(number: number) { refusal in
            if let refusal { return answer.fail(refusal) }
            let isRight = compare()
            if isRight { _ = self.remove(number, lane, .nobody) }
            answer.compared(isRight: isRight)
        }
        let turn = Job(number: number) { refusal in
            switch refusal {
            case nil: answer.turnCame()
            case let busy as Busy: answer.turnFailed(Busy(wait: busy.wait, isTried: true))
            case is CancellationError: answer.turnFailed(LeftAfterTry())
            case let other?: answer.turnFailed(other)
            }
        }
        let (isCompared, turns) = addBoth(comparison, turn, lane, sender)
        // Before the comparison's end or after it: the answer waits for both.
        switch turns {
        case .waits: break
        case .isComparison: answer.turnCame()
        case .noRoom: turn.end(Busy(wait: Self.wait))
        }
        if !isCompared { comparison.end(Busy(wait: Self.wait)) }
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

    private func newNumber() -> Int {
        state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
    }

    private func cancelBoth(_ number: Int, _ lane: Lane, _ sender: ThrottleKey.Subject) {
        cancel(number, lane, sender)
        cancel(number, lane, .nobody)
    }

    private func cancel(_ number: Int, _ lane: Lane, _ sender: ThrottleKey.Subject) {
        remove(number, lane, sender)?.end(CancellationError())
    }

    private func remove(_ number: Int, _ lane: Lane, _ sender: ThrottleKey.Subject) -> Job? {
        state.withLock { state in
            state.queue.remove(lane: lane, sender: sender) { $0.number == number }
        }
    }

    private func add(_ job: Job, _ lane: Lane, _ sender: ThrottleKey.Subject) {
        let weight: Queue.Weight = sender == .nobody && !lane.isKnown ? .shared : .own
        let (isAdded, needsThread) = state.withLock { state -> (Bool, Bool) in
            guard !state.isClosed,
                state.queue.add(job, lane: lane, sender: sender, isKnown: lane.isKnown, weight: weight)
            else { return (false, false) }
            return (true, takesThread(&state))
        }
        if needsThread { Thread.detachNewThread { self.work() } }
        if !isAdded { job.end(Busy(wait: Self.wait)) }
    }

    /// What became of the place in nobody's line.
    private enum NobodysTurn {
        case waits
        /// The comparison has it.
        case isComparison
        case noRoom
    }

    /// The turn first: when nothing waits it delays nothing.
    private func addBoth(_ comparison: Job, _ turn: Job, _ lane: Lane, _ sender: ThrottleKey.Subject)
        -> (isCompared: Bool, turn: NobodysTurn)
    {
        let (isCompared, turns, needsThread) = state.withLock { state -> (Bool, NobodysTurn, Bool) in
            guard !state.isClosed else { return (false, .noRoom, false) }
            let hasTurn = state.queue.add(turn, lane: lane, sender: .nobody, weight: .sharedWithoutWork)
            if state.queue.add(comparison, lane: lane, sender: sender) {
                return (true, hasTurn ? .waits : .noRoom, takesThread(&state))
            }
            guard hasTurn else { return (false, .noRoom, false) }
            _ = state.queue.remove(lane: lane, sender: .nobody) { $0.number == turn.number }
            let isAdded = state.queue.add(comparison, lane: lane, sender: .nobody, weight: .shared)
            return (isAdded, .isComparison, takesThread(&state))
        }
        if needsThread { Thread.detachNewThread { self.work() } }
        return (isCompared, turns)
    }

    /// Whether another thread is to begin.
    private func takesThread(_ state: inout State) -> Bool {
        guard state.running < maxThreads else { return false }
        state.running += 1
        return true
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
