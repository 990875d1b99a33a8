import Dispatch
import Foundation
import Synchronization

/// Threads for work that waits or computes for long.
///
/// A queue of Dispatch's is none: those of one quality share as few threads as there are processors, and Swift's own executor is among
/// them, so that a write that waits for its turn would hold up connections and the health check.
package final class ThreadPool: Sendable {
    private struct State {
        var work: [@Sendable () -> Void] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)
    private let count: Int

    /// - Parameters:
    ///   - niceness: From 0 to 19: how far the threads stand back behind others who want a processor.
    ///   - start: What each thread does first.
    package init(count: Int, niceness: Int32 = 0, start: @escaping @Sendable () -> Void = {}) {
        self.count = count
        for _ in 0..<count {
            Thread.detachNewThread {
                // On Linux, of this thread alone (setpriority(2), C library/kernel differences).
                if niceness > 0 { setpriority(Int32(PRIO_PROCESS.rawValue), 0, niceness) }
                start()
                self.perform()
            }
        }
    }

    /// Has a thread do it, after all that came before.
    package func run(_ work: @escaping @Sendable () -> Void) {
        state.withLock { $0.work.append(work) }
        arrivals.signal()
    }

    /// Lets the threads end once nothing waits; nothing may come afterwards.
    package func stop() {
        state.withLock { $0.isStopped = true }
        for _ in 0..<count { arrivals.signal() }
    }

    private func perform() {
        while true {
            arrivals.wait()
            let (work, isStopped) = state.withLock { state in
                (state.work.isEmpty ? nil : state.work.removeFirst(), state.isStopped)
            }
            if let work {
                work()
            } else if isStopped {
                return
            }
        }
    }
}
