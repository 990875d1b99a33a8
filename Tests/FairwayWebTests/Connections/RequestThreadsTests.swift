import Foundation
import Synchronization
import Testing

@testable import FairwayWeb

/// Handlers that wait stop nobody but those who need a thread of theirs.
struct RequestThreadsTests {
    @Test func whatBlocksThemBlocksNothingElse() async throws {
        let threads = RequestThreads(count: 3)
        defer { threads.stop() }
        let gate = DispatchSemaphore(value: 0)
        try await withThrowingTaskGroup(of: Bool?.self) { group in
            for _ in 0..<3 {
                group.addTask(executorPreference: threads) {
                    Self.block(gate)
                    return Self.isOnThem()
                }
            }
            // More wait than there are Swift threads; this one still runs.
            group.addTask {
                for _ in 0..<3 { gate.signal() }
                return nil
            }
            var places: [Bool] = []
            for try await place in group { if let place { places.append(place) } }
            #expect(places == [true, true, true])
        }
    }

    @Test func everyJobRunsOnce() async {
        let threads = RequestThreads(count: 2)
        defer { threads.stop() }
        let count = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<500 {
                group.addTask(executorPreference: threads) {
                    await Task.yield()
                    count.value.withLock { $0 += 1 }
                }
            }
        }
        #expect(count.value.withLock { $0 } == 500)
    }

    private final class Counter: Sendable {
        let value = Mutex(0)
    }

    private static func block(_ gate: DispatchSemaphore) { gate.wait() }

    private static func isOnThem() -> Bool { RequestThreads.isCurrent }
}
