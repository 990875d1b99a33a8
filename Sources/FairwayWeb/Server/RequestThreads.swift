import FairwayStore
import Foundation
import Hummingbird
import Synchronization

/// Threads on which requests are answered.
///
/// There are as many of Swift's own threads as processors: on them the health check would stand behind pages that are rendered. On
/// threads of their own, requests also read the store in place, as long as that waits for nobody (`StoreThreads`).
final class RequestThreads: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isStopped = false
    }

    /// More than the store's readers, so that what needs none of them goes on; a stack each.
    static let usualCount = 24

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)
    private let count: Int

    init(count: Int = usualCount) {
        self.count = count
        for _ in 0..<count {
            Thread.detachNewThread { self.work() }
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        arrivals.signal()
    }

    /// Lets the threads end once nothing waits; nothing may come afterwards.
    func stop() {
        state.withLock { $0.isStopped = true }
        for _ in 0..<count { arrivals.signal() }
    }

    private func work() {
        StoreThreads.enter()
        let executor = asUnownedTaskExecutor()
        while true {
            arrivals.wait()
            let (job, isStopped) = state.withLock { state in
                (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isStopped)
            }
            if let job {
                job.runSynchronously(on: executor)
            } else if isStopped {
                return
            }
        }
    }
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
