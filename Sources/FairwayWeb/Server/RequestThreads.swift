import FairwayStore
import Foundation
import Hummingbird

/// Threads on which requests are answered.
///
/// There are as many of Swift's own threads as processors: on them the health check would stand behind pages that are rendered. On
/// threads of their own, requests also read the store in place, as long as that waits for nobody (`StoreThreads`).
final class RequestThreads: TaskExecutor {
    /// One more than may read in place at a time, and enough for the processors: with 24 of them, pages that came at once took turns, so
    /// that each was as late as the last.
    static let usualCount = max(6, 2 * ProcessInfo.processInfo.activeProcessorCount)

    private let pool: ThreadPool

    /// - Parameter niceness: As of `ThreadPool`.
    init(count: Int = usualCount, niceness: Int32 = 0) {
        pool = ThreadPool(count: count, niceness: niceness) { StoreThreads.enter() }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pool.run { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Lets the threads end once nothing waits; nothing may come afterwards.
    func stop() { pool.stop() }
}

/// Has everything behind it run on threads of its own, but the health check, which is not to wait for any of it.
struct RequestThreadsMiddleware: RouterMiddleware {
    let threads: RequestThreads
    /// For requests that change something: they wait for each other, and no page is to wait for them.
    let changing: RequestThreads

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path != "/healthz" else { return try await next(request, context) }
        let isReading = request.method == .get || request.method == .head
        return try await withTaskExecutorPreference(isReading ? threads : changing) {
            try await next(request, context)
        }
    }
}
