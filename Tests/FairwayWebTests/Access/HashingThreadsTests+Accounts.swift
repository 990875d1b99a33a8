import Foundation
import Synchronization
import Testing

@testable import FairwayWeb

/// Whose turn it is when somebody tries the address of an account, and what can be told from it.
extension HashingThreadsTests {
    private final class Comparisons: Sendable {
        /// What was compared, and what was answered, in order.
        let compared = Mutex<[String]>([])
        let answered = Mutex<[String]>([])

        func isCompared(_ name: String) -> Bool { compared.withLock { $0.contains(name) } }
        func isAnswered(_ name: String) -> Bool { answered.withLock { $0.contains(name) } }
    }

    /// - Parameter meanwhile: While it is compared.
    private static func ask(
        _ name: String,
        _ sender: ThrottleKey.Subject,
        isRight: Bool = false,
        in threads: HashingThreads,
        _ served: Comparisons,
        meanwhile: @escaping @Sendable () -> Void = {}
    ) -> Task<Bool, any Error> {
        Task {
            let answer = try await threads.isRight(lane: Self.place, sender: sender) {
                served.compared.withLock { $0.append(name) }
                meanwhile()
                return isRight
            }
            served.answered.withLock { $0.append(name) }
            return answer
        }
    }

    /// Each with a browser and an address of its own invention.
    @Test(.timeLimit(.minutes(1)), arguments: [60, 600])
    func inventedAddressesDelayAnOwnersRightPasswordByOneOfThem(count: Int) async throws {
        let threads = HashingThreads(maxThreads: 1)
        let served = Comparisons()
        var guesses: [Task<Bool, any Error>] = []
        var owner: Task<Bool, any Error>?
        let waiting = min(count, HashingThreads.usualLimits.perLane)
        try await whileHeld(threads) {
            for number in 0..<waiting {
                guesses.append(Self.ask("\(number)", .nobody, in: threads, served))
                await wait(for: number + 1, in: threads)
            }
            for number in waiting..<count {
                let refused = Self.ask("\(number)", .nobody, in: threads, served)
                await #expect(throws: Self.busy) { _ = try await refused.value }
            }
            owner = Self.ask("owner", .account(1), isRight: true, in: threads, served)
            // Beside the comparison a place in nobody's line, if that has room.
            let added = waiting < HashingThreads.usualLimits.perLane ? 2 : 1
            await wait(for: waiting + added, in: threads)
        }
        let isRight = try await owner?.value
        #expect(isRight == true)
        for guess in guesses { #expect(try await guess.value == false) }
        let order = served.compared.withLock { $0 }
        #expect(order.count == waiting + 1)
        #expect(order.prefix(2).contains("owner"))
    }

    @Test(.timeLimit(.minutes(1)), arguments: [true, false])
    func aWrongPasswordOfAnAccountIsAnsweredInTheTurnThatNobodyWouldHave(isAccountFirst: Bool) async throws {
        let threads = HashingThreads(maxThreads: 1)
        let served = Comparisons()
        let (isReached, mayGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let pause: @Sendable () -> Void = {
            isReached.signal()
            mayGo.wait()
        }
        let nothing: @Sendable () -> Void = {}
        var tasks: [Task<Bool, any Error>] = []
        try await whileHeld(threads) {
            for number in 0..<20 {
                let meanwhile = number == 19 ? pause : nothing
                tasks.append(Self.ask("\(number)", .nobody, in: threads, served, meanwhile: meanwhile))
                await wait(for: number + 1, in: threads)
            }
            var places = 20
            for isAccount in [isAccountFirst, !isAccountFirst] {
                if isAccount {
                    tasks.append(Self.ask("account", .account(1), in: threads, served))
                } else {
                    tasks.append(Self.ask("unknown", .nobody, in: threads, served, meanwhile: pause))
                }
                places += isAccount ? 2 : 1
                await wait(for: places, in: threads)
            }
        }
        // In the turn of the last of the twenty.
        await Self.wait(for: isReached)
        #expect(served.isCompared("account"))
        for _ in 0..<100 { await Task.yield() }
        #expect(!served.isAnswered("account"))
        mayGo.signal()
        // In the turn of the unknown address.
        await Self.wait(for: isReached)
        if isAccountFirst {
            while !served.isAnswered("account") { await Task.yield() }
        } else {
            for _ in 0..<100 { await Task.yield() }
            #expect(!served.isAnswered("account"))
        }
        mayGo.signal()
        for task in tasks { #expect(try await task.value == false) }
    }

    /// Whoever could take a compared password back by going would guess for nothing; what was not compared is no guess.
    @Test(.timeLimit(.minutes(1))) func whoeverGoesAfterAComparisonHasTried() async throws {
        let threads = HashingThreads(maxThreads: 1)
        let served = Comparisons()
        let (isReached, mayGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        var (untried, tried): (Task<Bool, any Error>?, Task<Bool, any Error>?)
        var strangers: [Task<Bool, any Error>] = []
        try await whileHeld(threads) {
            untried = Self.ask("untried", .account(2), in: threads, served)
            await wait(for: 2, in: threads)
            untried?.cancel()
            await wait(for: 0, in: threads)
            strangers.append(Self.ask("0", .nobody, in: threads, served))
            await wait(for: 1, in: threads)
            let last = Self.ask("1", .nobody, in: threads, served) {
                isReached.signal()
                mayGo.wait()
            }
            strangers.append(last)
            await wait(for: 2, in: threads)
            tried = Self.ask("tried", .account(1), in: threads, served)
            await wait(for: 4, in: threads)
        }
        await Self.wait(for: isReached)
        #expect(served.isCompared("tried") && !served.isCompared("untried"))
        tried?.cancel()
        await #expect(throws: HashingThreads.LeftAfterTry.self) { _ = try await tried?.value }
        await #expect(throws: CancellationError.self) { _ = try await untried?.value }
        mayGo.signal()
        for task in strangers { #expect(try await task.value == false) }
    }

    @Test(.timeLimit(.minutes(1))) func aRightPasswordGivesItsPlaceInNobodysLineUp() async throws {
        let threads = HashingThreads(maxThreads: 1)
        let served = Comparisons()
        let (isReached, mayGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        var tasks: [Task<Bool, any Error>] = []
        try await whileHeld(threads) {
            tasks.append(Self.ask("0", .nobody, in: threads, served))
            await wait(for: 1, in: threads)
            let last = Self.ask("1", .nobody, in: threads, served) {
                isReached.signal()
                mayGo.wait()
            }
            tasks.append(last)
            await wait(for: 2, in: threads)
            tasks.append(Self.ask("owner", .account(1), isRight: true, in: threads, served))
            await wait(for: 4, in: threads)
        }
        await Self.wait(for: isReached)
        let order = served.compared.withLock { $0 }
        #expect(order == ["0", "owner", "1"])
        #expect(threads.waiting == 0, "the turn was behind the last")
        let isRight = try await tasks[2].value
        #expect(isRight)
        mayGo.signal()
        for task in tasks[..<2] { #expect(try await task.value == false) }
    }

    /// As every other address is, though it was compared: that counts as a try.
    @Test(.timeLimit(.minutes(1))) func withoutRoomForNobodyOnlyARightPasswordIsAnswered() async throws {
        let limits = QueueLimits(perSender: 1, perLane: 2, strange: 2, known: 0)
        let threads = HashingThreads(maxThreads: 1, limits: limits)
        let served = Comparisons()
        var tasks: [Task<Bool, any Error>] = []
        try await whileHeld(threads) {
            for number in 0..<2 {
                tasks.append(Self.ask("\(number)", .nobody, in: threads, served))
                await wait(for: number + 1, in: threads)
            }
            let unknown = Self.ask("unknown", .nobody, in: threads, served)
            await #expect(throws: Self.busy) { _ = try await unknown.value }
            tasks.append(Self.ask("wrong", .account(1), in: threads, served))
            await wait(for: 3, in: threads)
            tasks.append(Self.ask("right", .account(2), isRight: true, in: threads, served))
            await wait(for: 4, in: threads)
        }
        let tried = HashingThreads.Busy(wait: Self.busy.wait, isTried: true)
        let (wrong, right) = (tasks[2], tasks[3])
        await #expect(throws: tried) { _ = try await wrong.value }
        #expect(try await right.value == true)
        for task in tasks[..<2] { #expect(try await task.value == false) }
    }

    /// Else the fifth try at an account would be told from the fifth at an unknown address.
    @Test(.timeLimit(.minutes(1))) func whatIsBeyondAnAccountsShareWaitsAsNobodys() async throws {
        let limits = QueueLimits(perSender: 1, perLane: 4, strange: 4, known: 0)
        let threads = HashingThreads(maxThreads: 1, limits: limits)
        let served = Comparisons()
        var tasks: [Task<Bool, any Error>] = []
        try await whileHeld(threads) {
            tasks.append(Self.ask("guess", .account(1), in: threads, served))
            await wait(for: 2, in: threads)
            tasks.append(Self.ask("other guess", .account(1), in: threads, served))
            await wait(for: 3, in: threads)
            tasks.append(Self.ask("owner", .account(1), isRight: true, in: threads, served))
            await wait(for: 4, in: threads)
        }
        var answers: [Bool] = []
        for task in tasks { answers.append(try await task.value) }
        #expect(answers == [false, false, true])
        #expect(threads.waiting == 0)
    }

    @Test(.timeLimit(.minutes(1))) func whoIsCancelledLeavesNobodysLineToo() async throws {
        let threads = HashingThreads(maxThreads: 1)
        let served = Comparisons()
        try await whileHeld(threads) {
            let abandoned = Self.ask("abandoned", .account(1), in: threads, served)
            await wait(for: 2, in: threads)
            abandoned.cancel()
            await #expect(throws: CancellationError.self) { _ = try await abandoned.value }
            await wait(for: 0, in: threads)
            let stopped = Self.ask("stopped", .account(1), in: threads, served)
            await wait(for: 2, in: threads)
            threads.close()
            await #expect(throws: Self.busy) { _ = try await stopped.value }
            #expect(threads.waiting == 0)
        }
    }

    /// As above: once and not twice, whatever of the two places ends first.
    @Test(.timeLimit(.minutes(1))) func eachComparisonIsAnsweredOnce() async {
        let limits = QueueLimits(perSender: 1000, perLane: 1000, strange: 1000, known: 0)
        let threads = HashingThreads(maxThreads: 2, limits: limits)
        let served = Comparisons()
        let tasks = (0..<1000).map { number in
            let sender = ThrottleKey.Subject.account(Int64(number % 7))
            return Self.ask("", sender, isRight: number.isMultiple(of: 3), in: threads, served)
        }
        for (number, task) in tasks.enumerated() where number.isMultiple(of: 2) { task.cancel() }
        for (number, task) in tasks.enumerated() {
            switch await task.result {
            case .success(let isRight): #expect(isRight == number.isMultiple(of: 3))
            case .failure(let error): #expect(error is CancellationError && number.isMultiple(of: 2))
            }
        }
        while threads.waiting > 0 { await Task.yield() }
    }
}
