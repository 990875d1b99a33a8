import FairwayCore
import FairwayStore
import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import Workers

/// Runs matching and scheduling beside the requests, one job at a time for all servers on a store.
///
/// The job stands in the store (`JobRepository`): every server shows it, may cancel it, and knows when the one that runs it is
/// gone.
final class JobService: Service, Sendable {
    private enum Work: Sendable {
        case match
        case schedule(seconds: Int)

        var kind: Job.Kind {
            switch self {
            case .match: .match
            case .schedule: .schedule
            }
        }
    }

    private struct Order: Sendable {
        var work: Work
        var actor: String
        var claim: JobClaim
    }

    let watchers = JobWatchers()
    private let jobs: JobRepository
    private let engines: JobEngines
    private let logger: Logger
    /// No other server has it.
    private let holder = UUID().uuidString
    private let orders: AsyncStream<Order>
    private let ordering: AsyncStream<Order>.Continuation
    /// Finished to cancel the job that runs here.
    private let running = Mutex<AsyncStream<Never>.Continuation?>(nil)

    /// Seconds of search that may be asked for.
    static let timeLimits = [5, 20, 60, 300]
    static let usualSeconds = 20
    /// How often a job shows that it lives, and looks whether it is to end; and how often the others' is looked at.
    private static let pause = Duration.seconds(1)

    init(jobs: JobRepository, engines: JobEngines, logger: Logger) {
        self.jobs = jobs
        self.engines = engines
        self.logger = logger
        (orders, ordering) = AsyncStream.makeStream(of: Order.self)
    }

    /// How the last job stands, wherever it runs.
    func state() async throws -> JobState {
        // What runs here is known here, however long the store is at it.
        if running.withLock({ $0 != nil }), case .running(let kind, let progress) = await watchers.state {
            return .running(kind, progress)
        }
        return JobState(try await jobs.latest())
    }

    /// - Parameter actor: In whose name; the audit log has it.
    /// - Returns: false when another job runs.
    func match(by actor: String) async throws -> Bool { try await begin(.match, actor) }

    /// - Returns: false when another job runs.
    func schedule(seconds: Int, by actor: String) async throws -> Bool {
        try await begin(.schedule(seconds: seconds), actor)
    }

    private func begin(_ work: Work, _ actor: String) async throws -> Bool {
        guard let claim = try await jobs.begin(work.kind, by: actor, in: holder) else { return false }
        await watchers.show(.running(work.kind, WorkerProgress(share: 0)))
        ordering.yield(Order(work: work, actor: actor, claim: claim))
        return true
    }

    /// Ends the job that runs; its worker goes with it, and nothing is stored.
    /// - Returns: false when none runs.
    func cancel(by actor: String) async throws -> Bool {
        let isRunning = try await jobs.cancel(by: actor)
        running.withLock { $0?.finish() }
        return isRunning
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await self.showOthers() }
                for await order in self.orders { await self.perform(order) }
                group.cancelAll()
            }
        }
        await watchers.close()
    }

    // MARK: - The job that runs here

    private func perform(_ order: Order) async {
        let (signal, continuation) = AsyncStream.makeStream(of: Never.self)
        running.withLock { $0 = continuation }
        defer { running.withLock { $0 = nil } }
        let progress = LatestProgress()
        let state = await withTaskGroup(of: JobState.self) { group in
            group.addTask { await self.outcome(of: order, progress) }
            group.addTask {
                for await _ in signal {}
                return .cancelled(order.work.kind)
            }
            group.addTask {
                await self.keepAlive(order.claim, progress)
                return .cancelled(order.work.kind)
            }
            defer { group.cancelAll() }
            return await group.next() ?? .cancelled(order.work.kind)
        }
        continuation.finish()
        await end(order.claim, as: state)
    }

    /// Returns when the job is to end: someone has cancelled it, or this server was given up for dead.
    private func keepAlive(_ claim: JobClaim, _ progress: LatestProgress) async {
        while true {
            do {
                try await Task.sleep(for: Self.pause)
                guard try await jobs.keepAlive(claim, progress: JobState.text(progress.value)) else { return }
            } catch is CancellationError {
                return
            } catch {
                // A disk that is full for a moment ends no job; one that is full for longer does, for the others.
                logger.warning("a job's sign of life could not be stored", error: error)
            }
        }
    }

    private func outcome(of order: Order, _ progress: LatestProgress) async -> JobState {
        let kind = order.work.kind
        do {
            switch order.work {
            case .match:
                return .finished(kind, result: try await engines.match(order.actor, order.claim))
            case .schedule(let seconds):
                return .finished(kind, result: Int(try await scheduled(order, seconds, progress).id))
            }
        } catch WorkerError.cancelled {
            return .cancelled(kind)
        } catch is LeaseLost {
            return .cancelled(kind)
        } catch is CancellationError {
            return .cancelled(kind)
        } catch {
            logger.error("a job failed", metadata: ["job": "\(kind)", "error": "\(type(of: error))"])
            return .failed(
                kind,
                (error as? any WordedError).map { WorkerRefusal($0).words } ?? LocalizedText()
            )
        }
    }

    private func scheduled(_ order: Order, _ seconds: Int, _ progress: LatestProgress) async throws -> Run {
        let (reports, reporting) = AsyncStream.makeStream(
            of: WorkerProgress.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        async let _: Void = follow(reports, progress)
        defer { reporting.finish() }
        return try await engines.schedule(order.actor, Double(seconds), order.claim) { reporting.yield($0) }
    }

    private func follow(_ reports: AsyncStream<WorkerProgress>, _ progress: LatestProgress) async {
        for await report in reports {
            progress.set(report)
            await watchers.show(.running(.schedule, report))
        }
    }

    private func end(_ claim: JobClaim, as state: JobState) async {
        do {
            switch state {
            case .finished(_, let result): try await jobs.end(claim, as: .finished, result: result)
            case .failed(_, let reason): try await jobs.end(claim, as: .failed, reason: reason)
            case .cancelled, .running, .idle: try await jobs.end(claim, as: .cancelled)
            }
        } catch {
            logger.error("how a job ended could not be stored", error: error)
        }
        await watchers.show(state)
    }

    // MARK: - Jobs of other servers

    /// What runs elsewhere is shown here, some moments later.
    private func showOthers() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.pause)
            let isHere = running.withLock { $0 != nil }
            if isHere { continue }
            do { await watchers.show(try await state()) } catch is CancellationError {
                return
            } catch {
                logger.warning("another server's job could not be read", error: error)
            }
        }
    }
}

/// How far the job is that runs here.
private final class LatestProgress: Sendable {
    private let latest = Mutex(WorkerProgress(share: 0))

    var value: WorkerProgress { latest.withLock { $0 } }
    func set(_ progress: WorkerProgress) { latest.withLock { $0 = progress } }
}
