import Foundation
import Glibc
import Logging
import ServiceLifecycle
import Synchronization

/// Ends the process when it was told to stop and something on the way blocks: whoever told it waits ten seconds.
///
/// What was acknowledged is on the disk by then; workers end with their server.
final class StopWatchdog: Service {
    private let hasEnded = Mutex(false)
    private let patienceSeconds: Double
    private let logger: Logger
    private let endProcess: @Sendable () -> Void

    /// - Parameter endProcess: Waits for nothing and nobody.
    init(
        patienceSeconds: Double = 8.5,
        logger: Logger,
        endProcess: @escaping @Sendable () -> Void = { _exit(0) }
    ) {
        self.patienceSeconds = patienceSeconds
        self.logger = logger
        self.endProcess = endProcess
    }

    func run() async throws {
        try? await gracefulShutdown()
        // A thread of its own: what blocks may block every other.
        Thread.detachNewThread { self.endWhatBlocks() }
    }

    /// Waits as long as its patience lasts, and ends the process unless the server has stopped meanwhile.
    func endWhatBlocks() {
        Thread.sleep(forTimeInterval: patienceSeconds)
        guard !hasEnded.withLock({ $0 }) else { return }
        logger.warning("stopped while something was still being done")
        endProcess()
    }

    /// The server has stopped in time.
    func end() { hasEnded.withLock { $0 = true } }
}
