import Foundation
import Glibc
import Logging
import PrivateFiles
import Subprocess
import Synchronization
import SystemPackage

/// The server's side of one worker: starts the process at the first question, and a new one after a failure.
final class WorkerChannel: Sendable {
    private struct Question: Sendable {
        var number: Int
        var frames: WorkerFrames
        var report: @Sendable (WorkerProgress) -> Void
    }

    private struct State {
        var lastNumber = 0
        var isFinished = false
        var waiting: [Int: CheckedContinuation<[WorkerFrame], any Error>] = [:]
    }

    private let program: String
    private let name: String
    private let limits: WorkerLimits
    private let logger: Logger
    private let onStart: @Sendable () -> Void
    private let state = Mutex(State())
    private let questions: AsyncStream<Question>
    private let asking: AsyncStream<Question>.Continuation

    init(
        program: String,
        name: String,
        limits: WorkerLimits,
        logger: Logger,
        onStart: @escaping @Sendable () -> Void
    ) {
        self.onStart = onStart
        self.program = program
        self.name = name
        self.limits = limits
        self.logger = logger
        (questions, asking) = AsyncStream.makeStream(of: Question.self)
    }

    /// - Throws: `WorkerError`.
    func ask(_ frames: WorkerFrames, _ report: @escaping @Sendable (WorkerProgress) -> Void) async throws
        -> [WorkerFrame]
    {
        try await withCheckedThrowingContinuation { continuation in
            let number = state.withLock { state -> Int? in
                guard !state.isFinished else { return nil }
                state.lastNumber += 1
                state.waiting[state.lastNumber] = continuation
                return state.lastNumber
            }
            guard let number else { return continuation.resume(throwing: WorkerError.cancelled) }
            asking.yield(Question(number: number, frames: frames, report: report))
        }
    }

    func finish() { asking.finish() }

    /// Answers questions until `finish()` or until the task is cancelled, which ends the process.
    func serve() async {
        while let question = await next() { await serve(from: question) }
        let unanswered = state.withLock { state in
            defer { state.waiting = [:] }
            state.isFinished = true
            return state.waiting
        }
        for continuation in unanswered.values { continuation.resume(throwing: WorkerError.cancelled) }
    }

    private func answer(_ question: Question, _ result: Result<[WorkerFrame], any Error>) {
        state.withLock { $0.waiting.removeValue(forKey: question.number) }?.resume(with: result)
    }

    private func next() async -> Question? {
        // Iterators of a stream share what has not been taken.
        var iterator = questions.makeAsyncIterator()
        return await iterator.next()
    }

    // MARK: - One process

    private typealias Process = Execution<CustomWriteInput, SequenceOutput, StringOutput<UTF8>>

    /// What a worker may say about its end; one that says more is ended.
    private static let maxErrorBytes = 1 << 20

    /// From its first question to the last, or to its death.
    private func serve(from first: Question) async {
        do {
            let folder = try TemporaryFolder.make()
            onStart()
            let unanswered: (question: Question, error: WorkerError)?
            do {
                // By the server: a worker that is killed removes nothing.
                defer { try? FileManager.default.removeItem(atPath: folder) }
                unanswered = try await converse(first, in: folder)
            }
            if let unanswered { answer(unanswered.question, .failure(unanswered.error)) }
        } catch {
            // Whatever could not be started or went wrong on the way: nobody may wait for ever.
            let failure = Task.isCancelled ? WorkerError.cancelled : failure(error)
            let waiting = state.withLock { state in
                defer { state.waiting = [:] }
                return state.waiting
            }
            for continuation in waiting.values { continuation.resume(throwing: failure) }
        }
    }

    /// - Returns: the question that the worker died of.
    private func converse(_ first: Question, in folder: String) async throws -> (
        question: Question, error: WorkerError
    )? {
        var question: Question? = first
        let isTimeUp = TimeUp()
        let outcome = try await Subprocess.run(
            .path(FilePath(program)),
            arguments: ["worker", name],
            environment: WorkerEnvironment.make(folder: folder),
            workingDirectory: FilePath(folder),
            input: .inputWriter,
            output: .sequence,
            error: .string(limit: Self.maxErrorBytes)
        ) { process in
            var reader = WorkerFrameReader(process.standardOutput)
            while let asked = question {
                let given = try await exchange(asked, process, &reader, isTimeUp)
                guard let given else { return }
                answer(asked, .success(given))
                question = nil
                question = await next()
            }
            try await process.standardInputWriter.finish()
        }
        guard let question else { return nil }
        if Task.isCancelled { return (question, .cancelled) }
        return (question, failure(outcome.terminationStatus, outcome.standardError, isTimeUp: isTimeUp.isSet))
    }

    /// Sends a question and takes what comes until the answer is whole.
    /// - Returns: nil when the worker ended without one.
    private func exchange(
        _ question: Question,
        _ process: Process,
        _ reader: inout WorkerFrameReader,
        _ isTimeUp: TimeUp
    ) async throws -> [WorkerFrame]? {
        // Ends with this function.
        async let _: Void = Self.endWhenTimeIsUp(process, limits.wallSeconds, isTimeUp)
        let writer = process.standardInputWriter
        // A piece takes some milliseconds to make, which the health check must not wait for.
        while let frame = try await OffThread.run({ try question.frames.next() }) {
            do {
                _ = try await writer.write(frame.header)
                _ = try await writer.write(frame.bytes)
            } catch {
                // It has ended with the question half read; how it ended is told by its status.
                return nil
            }
        }
        var answer: [WorkerFrame] = []
        var (missing, total) = (0, 0)
        while let frame = try await reader.next() {
            switch frame.kind {
            case .progress:
                if let progress = try? JSONDecoder().decode(WorkerProgress.self, from: frame.bytes) {
                    question.report(progress)
                }
                continue
            case .refusal: return [frame]
            case .value: missing = try WorkerMessage.blobCount(frame.bytes)
            case .blob: missing -= 1
            }
            total += frame.bytes.count
            guard total <= WorkerFrame.maxTotal else { throw WorkerProtocolError.damaged }
            answer.append(frame)
            if missing == 0 { return answer }
        }
        return nil
    }

    private static func endWhenTimeIsUp(
        _ process: Process,
        _ seconds: Double,
        _ isTimeUp: TimeUp
    ) async {
        guard (try? await Task.sleep(for: .seconds(seconds))) != nil else { return }
        isTimeUp.set()
        try? process.send(signal: .kill)
    }

    // MARK: - Failures

    private func failure(_ status: TerminationStatus, _ errors: String, isTimeUp: Bool) -> WorkerError {
        let reference = Self.reference()
        logger.error(
            "a worker ended without an answer",
            metadata: [
                "reference": "\(reference)", "task": "\(name)", "status": "\(status)",
                "place": "\(Self.place(in: errors))",
            ]
        )
        if isTimeUp { return .tooMuchTime(reference: reference) }
        if case .signaled(let signal) = status, signal == SIGXCPU {
            return .tooMuchTime(reference: reference)
        }
        return Self.isOutOfMemory(errors)
            ? .tooMuchMemory(reference: reference) : .crashed(reference: reference)
    }

    private func failure(_ error: any Error) -> WorkerError {
        let reference = Self.reference()
        logger.error(
            "a worker could not be asked",
            metadata: ["reference": "\(reference)", "task": "\(name)", "error": "\(type(of: error))"]
        )
        return .crashed(reference: reference)
    }

    /// Short enough to be read out over a telephone, without letters that look alike.
    private static func reference() -> String {
        String((0..<8).map { _ in "23456789ABCDEFGHJKMNPQRSTUVWXYZ".randomElement() ?? "X" })
    }

    /// Where a Swift program says that it stopped: a file of ours and a line, never a value.
    private static func place(in errors: String) -> String {
        let match = errors.firstMatch(of: /([A-Za-z0-9_+]+)\/([A-Za-z0-9_+]+\.swift):([0-9]+): (Fatal error)/)
        return match.map { "\($0.output.1)/\($0.output.2):\($0.output.3)" } ?? "unknown"
    }

    private static func isOutOfMemory(_ errors: String) -> Bool {
        ["failed to allocate", "allocate memory", "bad_alloc", "out of memory"].contains {
            errors.localizedCaseInsensitiveContains($0)
        }
    }
}

/// Whether a worker was ended for its time.
private final class TimeUp: Sendable {
    private let flag = Atomic(false)
    var isSet: Bool { flag.load(ordering: .relaxed) }
    func set() { flag.store(true, ordering: .relaxed) }
}
