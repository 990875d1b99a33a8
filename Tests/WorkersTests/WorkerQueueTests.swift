import Testing
@testable import Workers

/// Who is next.
struct WorkerQueueTests {
    @Test func usersTakeTurns() throws {
        var queue = WorkerQueue(size: 2)
        for _ in 0..<10 { #expect(queue.enter("many", isLong: false) != nil) }
        let first = queue.admit()
        #expect(first.map(\.user) == ["many", "many"])
        _ = queue.enter("one", isLong: false)
        queue.leave(first[0])
        // The user with many was before in the row; after one more of theirs it is the other's turn.
        #expect(queue.admit().map(\.user) == ["many"])
        queue.leave(first[1])
        #expect(queue.admit().map(\.user) == ["one"])
    }

    @Test func longWorkLeavesOneWorkerFree() throws {
        var queue = WorkerQueue(size: 2)
        for user in ["a", "b", "c"] { _ = queue.enter(user, isLong: true) }
        let running = queue.admit()
        #expect(running.map(\.user) == ["a"])
        _ = queue.enter("d", isLong: false)
        #expect(queue.admit().map(\.user) == ["d"])
        queue.leave(running[0])
        #expect(queue.admit().map(\.user) == ["b"])
    }

    @Test func aUserWithTooManyIsRefusedAndNobodyElse() {
        var queue = WorkerQueue(size: 2)
        for _ in 0..<WorkerQueue.maxOfUser { #expect(queue.enter("many", isLong: false) != nil) }
        #expect(queue.enter("many", isLong: false) == nil)
        #expect(queue.enter("one", isLong: false) != nil)
    }

    @Test func whoLeavesWhileWaitingIsForgotten() throws {
        var queue = WorkerQueue(size: 2)
        let tickets = (0..<4).compactMap { queue.enter("user \($0)", isLong: false) }
        _ = queue.admit()
        queue.leave(tickets[2])
        queue.leave(tickets[0])
        #expect(queue.admit().map(\.user) == ["user 3"])
        #expect(queue.waitingCount == 0)
        #expect(queue.runningCount == 2)
    }
}
