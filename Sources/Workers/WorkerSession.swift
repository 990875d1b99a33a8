import Foundation

/// One worker that is asked several things.
package struct WorkerSession<Work: WorkerTask>: Sendable {
    let pool: WorkerPool
    let channel: WorkerChannel

    /// Waits for its turn, asks, and gives the turn back.
    /// - Throws: `WorkerRefusal`, `WorkerError`.
    package func ask(
        _ input: Work.Input,
        for user: String,
        report: @escaping @Sendable (WorkerProgress) -> Void = { _ in }
    ) async throws -> Work.Output {
        try await ask(for: user, report: report) { input }
    }

    /// The same with an input that is made when its turn has come, and of which nothing is kept while the worker has it.
    package func ask(
        for user: String,
        report: @escaping @Sendable (WorkerProgress) -> Void = { _ in },
        making input: @escaping @Sendable () async throws -> Work.Input
    ) async throws -> Work.Output {
        try await ask(for: user, report: report, making: input) { $0 }
    }

    /// The same, with what is done with the answer: the turn is held until that is done, since an answer takes memory, too.
    func ask<Value: Sendable>(
        for user: String,
        report: @escaping @Sendable (WorkerProgress) -> Void,
        making input: @escaping @Sendable () async throws -> Work.Input,
        finishing finish: @escaping @Sendable (Work.Output) async throws -> Value
    ) async throws -> Value {
        let ticket = try await pool.enter(user, isLong: Work.limits.isLong)
        defer { pool.leave(ticket) }
        let answer = WorkerFrames(try await channel.ask(Self.question(input), report))
        return try await finish(OffThread.run { try Self.output(of: answer) })
    }

    private static func question(_ input: @Sendable () async throws -> Work.Input) async throws
        -> WorkerFrames
    {
        let input = try await input()
        return try await OffThread.run { try WorkerFrames(of: input) }
    }

    private static func output(of answer: WorkerFrames) throws -> Work.Output {
        guard let first = try answer.next() else { throw WorkerProtocolError.damaged }
        if first.kind == .refusal {
            throw try JSONDecoder().decode(WorkerRefusal.self, from: first.bytes)
        }
        return try WorkerMessage.value(Work.Output.self, from: first.bytes, next: answer.next)
    }
}

/// Work of more than an instant, which the threads that answer requests must not do.
package enum OffThread {
    private static let queue = DispatchQueue(
        label: "fairway.off-thread",
        qos: .userInitiated,
        attributes: .concurrent
    )

    package static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
