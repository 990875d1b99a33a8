import Foundation
import Testing

@testable import FairwayStore

struct ThreadPoolTests {
    /// Work of the store that waits holds up none of what Swift's own few threads do, such as the health check.
    @Test(.timeLimit(.minutes(1))) func workThatWaitsHoldsUpNobodyElse() async throws {
        let store = try await TemporaryStore().store
        let gate = DispatchSemaphore(value: 0)
        let (signs, sign) = AsyncStream.makeStream(of: Void.self)
        let count = 6
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count {
                group.addTask {
                    try await store.database.offload {
                        sign.yield()
                        gate.wait()
                    }
                }
            }
            // All of them wait on a thread; were these Swift's own, or Dispatch's beside them, the tasks below would wait, too.
            var waiting = signs.makeAsyncIterator()
            for _ in 0..<count { await waiting.next() }
            let answers = await withTaskGroup(of: Int.self) { tasks in
                for number in 0..<count { tasks.addTask { number } }
                return await tasks.reduce(0, +)
            }
            #expect(answers == 15)
            for _ in 0..<count { gate.signal() }
            try await group.waitForAll()
        }
    }

    @Test func threadsStandBackAsFarAsTheyAreTold() async {
        let pool = ThreadPool(count: 1, niceness: 7)
        defer { pool.stop() }
        let niceness = await withCheckedContinuation { continuation in
            pool.run { continuation.resume(returning: getpriority(.init(PRIO_PROCESS.rawValue), 0)) }
        }
        #expect(niceness == 7)
        #expect(getpriority(.init(PRIO_PROCESS.rawValue), 0) == 0, "of those threads alone")
    }

    /// What came before the pool was stopped is done.
    @Test func whatCameIsDone() async {
        let pool = ThreadPool(count: 2)
        let (signs, sign) = AsyncStream.makeStream(of: Int.self)
        for number in 0..<100 { pool.run { sign.yield(number) } }
        pool.stop()
        var seen: Set<Int> = []
        for await number in signs {
            seen.insert(number)
            if seen.count == 100 { break }
        }
        #expect(seen == Set(0..<100))
    }
}
