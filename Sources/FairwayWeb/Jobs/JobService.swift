import FairwayCore
import Logging
import ServiceLifecycle
import Synchronization
import Workers

/// Runs matching and scheduling beside the requests, one job at a time.
final class JobService: Service, Sendable {
    private enum Order: Sendable {
        case match(actor: String)
        case schedule(actor: String, seconds: Int)

        var kind: JobBoard.Kind {
            switch self {
            case .match: .match
            case .schedule: .schedule
            }
        }
    }

    let board = JobBoard()
    private let engines: JobEngines
    private let logger: Logger
    private let orders: AsyncStream<Order>
    private let ordering: AsyncStream<Order>.Continuation
    /// Finished to cancel the job that runs.
    private let running = Mutex<AsyncStream<Never>.Continuation?>(nil)

    /// Seconds of search that may be asked for.
    static let timeLimits = [5, 20, 60, 300]
    static let usualSeconds = 20

    init(engines: JobEngines, logger: Logger) {
        self.engines = engines
        self.logger = logger
        (orders, ordering) = AsyncStream.makeStream(of: Order.self)
    }

    /// - Parameter actor: In whose name; the audit log has it.
    /// - Returns: false when another job runs.
    func match(by actor: String) async -> Bool { await begin(.match(actor: actor)) }

    /// - Returns: false when another job runs.
    func schedule(seconds: Int, by actor: String) async -> Bool {
        await begin(.schedule(actor: actor, seconds: seconds))
    }

    private func begin(_ order: Order) async -> Bool {
        guard await board.begin(order.kind) else { return false }
        ordering.yield(order)
        return true
    }

    /// Ends the job that runs; its worker goes with it, and nothing is stored.
    /// - Returns: false when none runs.
    func cancel() -> Bool {
        guard let signal = running.withLock({ $0 }) else { return false }
        signal.finish()
        return true
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await order in self.orders { await self.perform(order) }
        }
        await board.close()
    }

    private func perform(_ order: Order) async {
        let (signal, continuation) = AsyncStream.makeStream(of: Never.self)
        running.withLock { $0 = continuation }
        defer { running.withLock { $0 = nil } }
        let state = await withTaskGroup(of: JobBoard.State.self) { group in
            group.addTask { await self.outcome(of: order) }
            group.addTask {
                for await _ in signal {}
                return .cancelled(order.kind)
            }
            defer { group.cancelAll() }
            return await group.next() ?? .cancelled(order.kind)
        }
        continuation.finish()
        await board.finish(state)
    }

    private func outcome(of order: Order) async -> JobBoard.State {
        do {
            switch order {
            case .match(let actor):
                return .finished(.match, result: try await engines.match(actor))
            case .schedule(let actor, let seconds):
                return .finished(.schedule, result: Int(try await scheduled(seconds, by: actor).id))
            }
        } catch WorkerError.cancelled {
            return .cancelled(order.kind)
        } catch {
            logger.error("a job failed", metadata: ["job": "\(order.kind)", "error": "\(type(of: error))"])
            return .failed(
                order.kind,
                (error as? any WordedError).map { WorkerRefusal($0).words } ?? LocalizedText()
            )
        }
    }

    private func scheduled(_ seconds: Int, by actor: String) async throws -> Run {
        let (reports, reporting) = AsyncStream.makeStream(
            of: WorkerProgress.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        async let _: Void = follow(reports)
        defer { reporting.finish() }
        return try await engines.schedule(actor, Double(seconds)) { reporting.yield($0) }
    }

    private func follow(_ reports: AsyncStream<WorkerProgress>) async {
        for await progress in reports { await board.report(.schedule, progress) }
    }
}
