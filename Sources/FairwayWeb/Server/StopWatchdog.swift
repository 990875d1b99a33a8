import Foundation
import Glibc
import Logging
import ServiceLifecycle
import Synchronization

/// Ends the process when it was told to stop and something on the way blocks: whoever told it waits ten seconds.
///
/// What was acknowledged is on the disk by then; workers end with their server.
final class StopWatchdog: Service {
    static let patience = 8.5

    private let hasEnded = Mutex(false)
    private let logger: Logger

    init(logger: Logger) { self.logger = logger }

    func run() async throws {
        try? await gracefulShutdown()
        // A thread of its own: what blocks may block every other.
        Thread.detachNewThread { [self] in
            Thread.sleep(forTimeInterval: Self.patience)
            guard !hasEnded.withLock({ $0 }) else { return }
            logger.warning("stopped while something was still being done")
            _exit(0)
        }
    }

    /// The server has stopped in time.
    func end() { hasEnded.withLock { $0 = true } }
}
