import Foundation
import Glibc
package import Logging
import Synchronization

/// Runs tasks in processes of their own, as many at once as the machine has processors, in turn between users.
package final class WorkerPool: Sendable {
    private struct State {
        var queue: WorkerQueue
        var admissions: [Int: CheckedContinuation<Bool, Never>] = [:]
        var isClosed = false
        /// Finished with the pool; each session listens to one.
        var closings: [Int: AsyncStream<Never>.Continuation] = [:]
        var lastClosing = 0
        var started = 0
    }

    private let program: String
    private let logger: Logger
    private let state: Mutex<State>

    /// - Parameters:
    ///   - program: The path of `fairway`, which is started as `fairway worker NAME`.
    ///   - size: Processes at once; at least two.
    package init(
        program: String,
        size: Int = ProcessInfo.processInfo.activeProcessorCount,
        logger: Logger
    ) {
        self.program = program
        self.logger = logger
        state = Mutex(State(queue: WorkerQueue(size: size)))
        // A worker that dies while it is written to must not take the server along.
        signal(SIGPIPE, SIG_IGN)
    }

    /// The path of the program that runs now.
    package static var ownProgram: String {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return link ?? CommandLine.arguments.first ?? "fairway"
    }

    /// Has a worker answer one question.
    /// - Parameters:
    ///   - user: Whose work it is; users take turns.
    ///   - report: Takes how far the work is.
    /// - Throws: `WorkerRefusal` for what the task itself refuses, `WorkerError` for everything else.
    package func run<Work: WorkerTask>(
        _ type: Work.Type,
        _ input: Work.Input,
        for user: String,
        report: @escaping @Sendable (WorkerProgress) -> Void = { _ in }
    ) async throws -> Work.Output {
        try await session(type) { try await $0.ask(input, for: user, report: report) }
    }

    /// The same with an input that is made when its turn has come, and of which nothing is kept while the worker has it.
    package func run<Work: WorkerTask>(
        _ type: Work.Type,
        for user: String,
        report: @escaping @Sendable (WorkerProgress) -> Void = { _ in },
        making input: @escaping @Sendable () async throws -> Work.Input
    ) async throws -> Work.Output {
        try await session(type) { try await $0.ask(for: user, report: report, making: input) }
    }

    /// The same with what is done with the answer, which holds the turn until it is done.
    package func run<Work: WorkerTask, Value: Sendable>(
        _ type: Work.Type,
        _ input: Work.Input,
        for user: String,
        finishing finish: @escaping @Sendable (Work.Output) async throws -> Value
    ) async throws -> Value {
        try await session(type) {
            try await $0.ask(for: user, report: { _ in }, making: { input }, finishing: finish)
        }
    }

    /// Keeps one worker for several questions: its task keeps what it knows in between, and takes no turn while it is idle.
    ///
    /// After a failure the next question goes to a new worker, which knows nothing.
    package func session<Work: WorkerTask, Value: Sendable>(
        _ type: Work.Type,
        _ body: @escaping @Sendable (WorkerSession<Work>) async throws -> Value
    ) async throws -> Value {
        let (closing, key) = try closingSignal()
        defer { state.withLock { $0.closings.removeValue(forKey: key) }?.finish() }
        let channel = WorkerChannel(
            program: program,
            name: Work.name,
            limits: Work.limits,
            logger: logger,
            onStart: countStart
        )
        let session = WorkerSession<Work>(pool: self, channel: channel)
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                await channel.serve()
                return nil
            }
            group.addTask {
                for await _ in closing {}
                throw WorkerError.cancelled
            }
            group.addTask {
                defer { channel.finish() }
                return try await body(session)
            }
            defer { group.cancelAll() }
            // Only the body has a value; its worker may end in the instant before.
            while let ended = try await group.next() {
                if let value = ended { return value }
            }
            throw WorkerError.cancelled
        }
    }

    /// Ends every worker and takes no more work.
    package func close() {
        let (closings, admissions) = state.withLock { state in
            defer { state.admissions = [:] }
            state.isClosed = true
            return (Array(state.closings.values), Array(state.admissions.values))
        }
        for closing in closings { closing.finish() }
        for admission in admissions { admission.resume(returning: false) }
    }

    private func closingSignal() throws -> (AsyncStream<Never>, Int) {
        let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
        let key = state.withLock { state -> Int? in
            guard !state.isClosed else { return nil }
            state.lastClosing += 1
            state.closings[state.lastClosing] = continuation
            return state.lastClosing
        }
        guard let key else { throw WorkerError.cancelled }
        return (stream, key)
    }

    /// What the pool is doing, for metrics.
    package var load: (started: Int, running: Int, waiting: Int) {
        state.withLock { ($0.started, $0.queue.runningCount, $0.queue.waitingCount) }
    }

    func countStart() { state.withLock { $0.started += 1 } }

    // MARK: - Turns

    /// Waits for a turn.
    /// - Throws: `WorkerError.busy` when too many wait, `.cancelled` when nobody does any more.
    func enter(_ user: String, isLong: Bool) async throws -> WorkerQueue.Ticket {
        let ticket = try state.withLock { state throws(WorkerError) in
            guard !state.isClosed else { throw .cancelled }
            guard let ticket = state.queue.enter(user, isLong: isLong) else { throw .busy }
            return ticket
        }
        let isAdmitted = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isClosed = state.withLock { state in
                    if !state.isClosed { state.admissions[ticket.number] = continuation }
                    return state.isClosed
                }
                if isClosed || Task.isCancelled {
                    giveUp(ticket, isClosed ? continuation : nil)
                } else {
                    admit()
                }
            }
        } onCancel: {
            giveUp(ticket, nil)
        }
        guard isAdmitted else { throw WorkerError.cancelled }
        return ticket
    }

    func leave(_ ticket: WorkerQueue.Ticket) {
        state.withLock { $0.queue.leave(ticket) }
        admit()
    }

    /// - Parameter waiter: One that is not among the admissions.
    private func giveUp(_ ticket: WorkerQueue.Ticket, _ waiter: CheckedContinuation<Bool, Never>?) {
        let admission = state.withLock { state in
            let admission = state.admissions.removeValue(forKey: ticket.number) ?? waiter
            if admission != nil { state.queue.leave(ticket) }
            return admission
        }
        admission?.resume(returning: false)
    }

    private func admit() {
        let admitted = state.withLock { state in
            // A ticket whose waiter is not there yet gets its turn when it is.
            state.queue.admit { state.admissions[$0.number] != nil }
                .compactMap { state.admissions.removeValue(forKey: $0.number) }
        }
        for admission in admitted { admission.resume(returning: true) }
    }
}
