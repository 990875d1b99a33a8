import Foundation
import Synchronization
import Testing

@testable import FairwayWeb

/// Whose turn it is, counted in jobs and not in seconds.
struct FairQueueTests {
    private typealias Queue = FairQueue<String, String, String>
    private static let wide = QueueLimits(perSender: 1000, perLane: 1000, inAll: 1000)

    private func order(_ queue: inout Queue) -> [String] {
        var served: [String] = []
        while let job = queue.next() { served.append(job) }
        return served
    }

    @Test func anothersJobWaitsForOneOfEachLaneAtMost() {
        var queue = Queue(Self.wide)
        for lane in ["a", "b", "c"] {
            for number in 0..<60 { _ = queue.add("\(lane)\(number)", lane: lane, sender: lane) }
        }
        _ = queue.next()
        _ = queue.add("mine", lane: "mine", sender: "mine")
        let place = order(&queue).firstIndex(of: "mine")
        #expect(place.map { $0 <= 3 } == true, "\(place ?? -1)")
    }

    @Test func withinALaneAnothersJobWaitsForOneOfEachSenderAtMost() {
        var queue = Queue(Self.wide)
        for number in 0..<60 { _ = queue.add("guess \(number)", lane: "hall", sender: "attacker") }
        _ = queue.add("mine", lane: "hall", sender: "me")
        let place = order(&queue).firstIndex(of: "mine")
        #expect(place == 1)
    }

    @Test func aSendersJobsKeepTheirOrderAndNoneIsLost() {
        var queue = Queue(Self.wide)
        for number in 0..<40 {
            for sender in ["x", "y"] {
                _ = queue.add("\(sender)\(number)", lane: "\(number % 3)", sender: sender)
            }
        }
        let served = order(&queue)
        #expect(Set(served).count == 80 && queue.count == 0)
        for sender in ["x", "y"] {
            for lane in 0..<3 {
                let own = served.filter { $0.hasPrefix(sender) }.compactMap { Int($0.dropFirst()) }
                    .filter { $0 % 3 == lane }
                #expect(own == own.sorted())
            }
        }
    }

    @Test func aFullShareIsRefusedAndOthersAreNot() {
        var queue = Queue(.init(perSender: 2, perLane: 3, inAll: 5))
        let first = (0..<4).map { queue.add("\($0)", lane: "a", sender: "x") }
        #expect(first == [true, true, false, false])
        let second = (0..<2).map { queue.add("\($0)", lane: "a", sender: "y") }
        #expect(second == [true, false])
        let others = (0..<3).map { queue.add("\($0)", lane: "b\($0)", sender: "z") }
        #expect(others == [true, true, false])
        _ = queue.next()
        let isAdded = queue.add("again", lane: "c", sender: "w")
        #expect(isAdded)
    }

    private final class Served: Sendable { let names = Mutex<[String]>([]) }

    /// The same through the threads that hash: sixty wrong guesses wait, and somebody else is served after one of them.
    @Test func sixtyGuessesDelayAnothersSignInByOneJob() async throws {
        let limits = QueueLimits(perSender: 100, perLane: 100, inAll: 200)
        let threads = HashingThreads(maxThreads: 1, limits: limits)
        let served = Served()
        let (isHeld, mayGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let attacker = ClientSource("192.0.2.1")
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await threads.run(lane: .source(attacker), sender: .email("victim")) {
                    isHeld.signal()
                    mayGo.wait()
                }
            }
            await Self.wait(for: isHeld)
            for _ in 0..<60 {
                group.addTask {
                    try await threads.run(lane: .source(attacker), sender: .email("victim")) {
                        served.names.withLock { $0.append("guess") }
                    }
                }
            }
            while threads.waiting < 60 { await Task.yield() }
            group.addTask {
                try await threads.run(lane: .source(ClientSource("198.51.100.7")), sender: .email("me")) {
                    served.names.withLock { $0.append("me") }
                }
            }
            while threads.waiting < 61 { await Task.yield() }
            mayGo.signal()
            try await group.waitForAll()
        }
        let order = served.names.withLock { $0 }
        #expect(order.count == 61)
        #expect(order.prefix(2).contains("me"))
    }

    @Test func hashingThatIsFullSaysWhenToComeAgain() async throws {
        let threads = HashingThreads(maxThreads: 1, limits: .init(perSender: 1, perLane: 1, inAll: 1))
        let (isHeld, mayGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let here = HashingThreads.Lane.source(.unknown)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await threads.run(lane: here, sender: .email("a")) {
                    isHeld.signal()
                    mayGo.wait()
                }
            }
            await Self.wait(for: isHeld)
            group.addTask { try await threads.run(lane: here, sender: .email("a")) {} }
            while threads.waiting < 1 { await Task.yield() }
            await #expect(throws: HashingThreads.Busy(wait: .seconds(10))) {
                try await threads.run(lane: here, sender: .email("a")) {}
            }
            mayGo.signal()
            try await group.waitForAll()
        }
    }

    /// Without holding up a thread that others need.
    private static func wait(for semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                semaphore.wait()
                continuation.resume()
            }
        }
    }
}

/// Who was served, in order.
private final class Served: Sendable {
    let names = Mutex<[String]>([])
}
