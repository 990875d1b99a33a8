import Foundation
import Synchronization
import Testing

@testable import FairwayWeb

/// Whose turn it is, counted in jobs and not in seconds.
struct FairQueueTests {
    private typealias Queue = FairQueue<String, String, String>
    private static let wide = QueueLimits(perSender: 1000, perLane: 1000, strange: 1000, known: 1000)

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
        var queue = Queue(.init(perSender: 2, perLane: 3, strange: 5, known: 0))
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

    @Test func aFullLineOfStrangersLeavesRoomForWhoIsKnownAndTheOtherWayRound() {
        var queue = Queue(.init(perSender: 4, perLane: 4, strange: 8, known: 2))
        let strange = (0..<9).map { queue.add("strange", lane: "place \($0 / 4)", sender: "\($0)") }
        #expect(strange == Array(repeating: true, count: 8) + [false])
        let known = (0..<3).map { queue.add("known", lane: "device \($0)", sender: "me", isKnown: true) }
        #expect(known == [true, true, false])
        _ = (queue.next(), queue.next())
        let isAdded = queue.add("strange", lane: "place 9", sender: "x")
        #expect(isAdded && queue.count == 9)
    }

    /// However many places there are.
    @Test func oneStrangersJobAtMostGoesBeforeOneThatIsKnown() {
        var queue = Queue(Self.wide)
        for number in 0..<60 { _ = queue.add("strange", lane: "place \(number)", sender: "x") }
        _ = queue.next()
        for number in 0..<3 {
            _ = queue.add("known \(number)", lane: "device \(number)", sender: "me", isKnown: true)
        }
        let served = order(&queue)
        let expected = ["known 0", "strange", "known 1", "strange", "known 2", "strange"]
        #expect(Array(served.prefix(6)) == expected)
        #expect(served.count == 62)
    }

    // MARK: - Those who cannot be told apart

    @Test func whoShareASenderHaveNoShareOfTheirOwnAndTakeNobodysRoom() {
        var queue = Queue(.init(perSender: 2, perLane: 3, strange: 4, known: 0))
        let first = (0..<4).map { queue.add("\($0)", lane: "hall", sender: "nobody", weight: .shared) }
        #expect(first == [true, true, true, false])
        let second = (0..<2).map { queue.add("\($0)", lane: "home", sender: "nobody", weight: .shared) }
        #expect(second == [true, false])
        let own = (0..<4).map { queue.add("own \($0)", lane: "hall", sender: "\($0 / 2)") }
        #expect(own == [true, true, true, false])
        #expect(queue.count == 7)
        let removed = queue.remove(lane: "hall", sender: "nobody") { $0 == "1" }
        #expect(removed == "1")
        let isAdded = queue.add("again", lane: "home", sender: "nobody", weight: .shared)
        #expect(isAdded)
    }

    /// One of an account that is wrong, and one of nobody, at the same moment behind the same twenty.
    @Test(arguments: [true, false]) func aTurnWithoutWorkComesWhereOneWithWorkWould(isFirst: Bool) {
        var queue = Queue(Self.wide)
        for number in 0..<20 {
            _ = queue.add("\(number)", lane: "hall", sender: "nobody", weight: .shared)
        }
        if !isFirst { _ = queue.add("unknown", lane: "hall", sender: "nobody", weight: .shared) }
        _ = queue.add("turn", lane: "hall", sender: "nobody", weight: .sharedWithoutWork)
        _ = queue.add("own", lane: "hall", sender: "account")
        if isFirst { _ = queue.add("unknown", lane: "hall", sender: "nobody", weight: .shared) }
        let served = order(&queue)
        #expect(served.firstIndex(of: "own") == 1)
        let expected: [String] = isFirst ? ["19", "turn", "unknown"] : ["19", "unknown", "turn"]
        #expect(Array(served.suffix(3)) == expected)
    }

    /// Neither the lane's turn nor that of the strangers.
    @Test func aTurnWithoutWorkTakesNobodysTurn() {
        var queue = Queue(Self.wide)
        _ = queue.add("turn", lane: "hall", sender: "nobody", weight: .sharedWithoutWork)
        _ = queue.add("own", lane: "hall", sender: "account")
        for number in 0..<2 { _ = queue.add("home \(number)", lane: "home", sender: "x") }
        for number in 0..<2 { _ = queue.add("known \(number)", lane: "mine", sender: "me", isKnown: true) }
        let served = order(&queue)
        #expect(served == ["known 0", "turn", "own", "known 1", "home 0", "home 1"])
    }

    // MARK: - Taking out

    @Test func whatIsTakenOutLeavesItsPlaceAndNobodyElseLosesTheirs() {
        var queue = Queue(.init(perSender: 2, perLane: 3, strange: 4, known: 1))
        for job in ["a1", "a2"] { _ = queue.add(job, lane: "hall", sender: "a") }
        _ = queue.add("b1", lane: "hall", sender: "b")
        _ = queue.add("c1", lane: "home", sender: "c")
        let missed = [
            queue.remove(lane: "hall", sender: "a") { $0 == "b1" },
            queue.remove(lane: "nowhere", sender: "a") { _ in true },
        ]
        #expect(missed == [nil, nil] && queue.count == 4)
        let removed = queue.remove(lane: "hall", sender: "a") { $0 == "a1" }
        #expect(removed == "a1" && queue.count == 3)
        let isAdded = queue.add("a3", lane: "hall", sender: "a")
        #expect(isAdded)
        _ = queue.add("k1", lane: "device", sender: "k", isKnown: true)
        // The last of its sender and lane.
        let last = [
            queue.remove(lane: "home", sender: "c") { _ in true },
            queue.remove(lane: "device", sender: "k") { _ in true },
        ]
        #expect(last == ["c1", "k1"])
        let served = order(&queue)
        #expect(served == ["a2", "b1", "a3"] && queue.count == 0)
    }

    @Test func nothingIsLeftWhenAllIsTakenOut() {
        var queue = Queue(Self.wide)
        for number in 0..<10 {
            _ = queue.add("\(number)", lane: "\(number % 3)", sender: "x", isKnown: number % 3 == 0)
        }
        let removed = queue.removeAll()
        #expect(removed.count == 10 && queue.count == 0)
        let next = queue.next()
        #expect(next == nil)
    }

    private final class Served: Sendable { let names = Mutex<[String]>([]) }

    /// The same through the threads that hash: sixty wrong guesses wait, and somebody else is served after one of them.
    @Test func sixtyGuessesDelayAnothersSignInByOneJob() async throws {
        let limits = QueueLimits(perSender: 100, perLane: 100, strange: 200, known: 0)
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
        let limits = QueueLimits(perSender: 1, perLane: 1, strange: 1, known: 0)
        let threads = HashingThreads(maxThreads: 1, limits: limits)
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
