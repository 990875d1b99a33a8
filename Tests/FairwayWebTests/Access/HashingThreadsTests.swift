import Foundation
import Synchronization
import Testing

@testable import FairwayWeb

/// What waits to be hashed waits for somebody: when they go, or the server does, it goes too.
struct HashingThreadsTests {
    typealias Lane = HashingThreads.Lane
    static let place = Lane.source(ClientSource("198.51.100.7"))
    static let busy = HashingThreads.Busy(wait: .seconds(10))

    // MARK: - Going

    @Test(.timeLimit(.minutes(1))) func whoIsCancelledFreesTheirPlaceAtOnce() async throws {
        let limits = QueueLimits(perSender: 1, perLane: 1, strange: 1, known: 0)
        let threads = HashingThreads(maxThreads: 1, limits: limits)
        var next: Task<String, any Error>?
        try await whileHeld(threads) {
            let abandoned = Task {
                try await threads.run(lane: Self.place, sender: .email("a")) { "nobody wants it" }
            }
            await wait(for: 1, in: threads)
            abandoned.cancel()
            // The only thread is still taken: nothing but the cancelling can have ended it.
            await #expect(throws: CancellationError.self) { _ = try await abandoned.value }
            #expect(threads.waiting == 0)
            next = Task {
                try await threads.run(lane: Self.place, sender: .email("a")) { "served" }
            }
            await wait(for: 1, in: threads)
        }
        let value = try await next?.value
        #expect(value == "served")
    }

    @Test func whoIsCancelledBeforeIsNotServed() async {
        let threads = HashingThreads(maxThreads: 1)
        let task = Task<String, any Error> {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await threads.run(lane: Self.place, sender: .email("a")) { "served" }
        }
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }

    /// A continuation that is resumed twice ends the process, and one that never is would keep this test waiting.
    @Test(.timeLimit(.minutes(1))) func cancellingRacesWithServingAndEachIsAnsweredOnce() async {
        let limits = QueueLimits(perSender: 1000, perLane: 1000, strange: 1000, known: 0)
        let threads = HashingThreads(maxThreads: 2, limits: limits)
        let tasks = (0..<1000).map { number in
            Task<Int, any Error> {
                try await threads.run(lane: Self.place, sender: .email("\(number % 7)")) { number }
            }
        }
        for (number, task) in tasks.enumerated() where number.isMultiple(of: 2) { task.cancel() }
        for (number, task) in tasks.enumerated() {
            switch await task.result {
            case .success(let value): #expect(value == number)
            case .failure(let error): #expect(error is CancellationError && number.isMultiple(of: 2))
            }
        }
        #expect(threads.waiting == 0)
    }

    @Test(.timeLimit(.minutes(1))) func whoClosesTheConnectionLeavesTheQueue() async throws {
        try await RunningServer.with(ConnectionLimits()) { server in
            let form = try await Self.wrongPassword(at: server)
            try await whileHeld(server.hashing) {
                let connection = try server.connect()
                connection.send(form)
                await wait(for: 1, in: server.hashing)
                connection.end()
                await wait(for: 0, in: server.hashing)
            }
        }
    }

    /// Listening for its end took what might have come after (RFC 9112, 9.6).
    @Test func theAnswerIsTheLastOfItsConnectionAndSaysSo() async throws {
        try await RunningServer.with(ConnectionLimits()) { server in
            let form = try await Self.wrongPassword(at: server)
            let connection = try server.connect()
            connection.send(form)
            let answer = try #require(await connection.readToEnd())
            #expect(answer.hasPrefix("HTTP/1.1 403 "))
            #expect(answer.lowercased().contains("\r\nconnection: close\r\n"))
            connection.end()
        }
    }

    // MARK: - Stopping

    @Test(.timeLimit(.minutes(1))) func closingFailsWhatWaitsAndLetsEndWhatIsHashed() async throws {
        let threads = HashingThreads(maxThreads: 1)
        try await whileHeld(threads) {
            let lanes: [Lane] = [Self.place, .device(SecretDigest("mine")), .account(1)]
            let tasks = lanes.map { lane in
                Task<Void, any Error> { try await threads.run(lane: lane, sender: .email("a")) {} }
            }
            await wait(for: 3, in: threads)
            threads.close()
            for task in tasks { await #expect(throws: Self.busy) { try await task.value } }
            #expect(threads.waiting == 0)
            await #expect(throws: Self.busy) {
                try await threads.run(lane: Self.place, sender: .email("a")) {}
            }
        }
        await #expect(throws: Self.busy) {
            try await threads.run(lane: Self.place, sender: .email("a")) {}
        }
    }

    @Test(.timeLimit(.minutes(1))) func whoWaitsWhenTheServerStopsIsToldWhenToComeAgain() async throws {
        try await RunningServer.with(ConnectionLimits()) { server in
            let form = try await Self.wrongPassword(at: server)
            try await whileHeld(server.hashing) {
                let connection = try server.connect()
                connection.send(form)
                await wait(for: 1, in: server.hashing)
                server.hashing.close()
                let answer = try #require(await connection.readToEnd())
                #expect(answer.hasPrefix("HTTP/1.1 429 "))
                #expect(answer.lowercased().contains("\r\nretry-after: 10\r\n"))
                connection.end()
            }
        }
    }

    // MARK: - Room

    @Test(.timeLimit(.minutes(1))) func aFullLineOfStrangersKeepsNobodyWaitingWhoIsKnown() async throws {
        let limits = QueueLimits(perSender: 1, perLane: 1, strange: 3, known: 1)
        let threads = HashingThreads(maxThreads: 1, limits: limits)
        let served = Served()
        let strange = (0..<3).map { Lane.source(ClientSource("203.0.113.\($0)")) }
        let known = Lane.device(SecretDigest("mine"))
        var tasks: [Task<Void, any Error>] = []
        // The thread is taken by a stranger, so it is the turn of the known.
        try await whileHeld(threads) {
            for lane in strange + [known] {
                let task = Task<Void, any Error> {
                    try await threads.run(lane: lane, sender: .email("a")) {
                        served.lanes.withLock { $0.append(lane) }
                    }
                }
                tasks.append(task)
                await wait(for: tasks.count, in: threads)
            }
            for lane in [Self.place, Lane.account(1)] {
                await #expect(throws: Self.busy) { try await threads.run(lane: lane, sender: .email("a")) {} }
            }
        }
        for task in tasks { try await task.value }
        let lanes = served.lanes.withLock { $0 }
        #expect(lanes == [known] + strange)
    }

    /// Whoever waits holds a connection.
    @Test func whatWaitsLeavesMostConnectionsToPages() {
        let limits = HashingThreads.usualLimits
        #expect(limits.perLane == 256 && limits.strange == 512 && limits.known == 512)
        // Strangers' for accounts, and as many for nobody.
        let all = 2 * limits.strange + limits.known
        #expect(all * 2 < ConnectionLimits.usual.maxConnections)
    }

    private final class Served: Sendable { let lanes = Mutex<[Lane]>([]) }

    // MARK: - Holding

    /// Does something while every thread is taken; what takes them does not wait any more.
    func whileHeld(_ threads: HashingThreads, _ body: () async throws -> Void) async throws {
        let (isHeld, mayGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        func release() { for _ in 0..<threads.maxThreads { mayGo.signal() } }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<threads.maxThreads {
                group.addTask {
                    let lane = Lane.source(ClientSource("192.0.2.\(number)"))
                    try await threads.run(lane: lane, sender: .email("held")) {
                        isHeld.signal()
                        mayGo.wait()
                    }
                }
                await Self.wait(for: isHeld)
            }
            do {
                try await body()
            } catch {
                release()
                throw error
            }
            release()
            try await group.waitForAll()
        }
    }

    /// Without holding up a thread that others need.
    static func wait(for semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                semaphore.wait()
                continuation.resume()
            }
        }
    }

    func wait(for count: Int, in threads: HashingThreads) async {
        while threads.waiting != count { await Task.yield() }
    }

    /// What a browser sends that has the page with the form.
    private static func wrongPassword(at server: RunningServer) async throws -> String {
        let connection = try server.connect()
        connection.send("GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        let page = try #require(await connection.readToEnd())
        connection.end()
        let token = String(try #require(page.firstMatch(of: /form-token=([^;]+)/)?.1))
        let body = "token=\(PageParameters.encoded(token))&email=nobody%40example.com&password=wrong"
        return "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: form-token=\(token)\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}
