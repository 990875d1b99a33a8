import fairway
import FairwayCore
import FairwayStore
@testable import FairwayWeb
import Foundation
import Logging
import StatementLog
import Synchronization
import Testing
import Workers

/// Two servers on one store, as far as the store can tell.
struct TwoServersTests {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private let one: ExpoStore
    private let other: ExpoStore
    private let clock = Clock()

    init() throws {
        let (path, clock) = (WebStores.newPath(), clock)
        one = try ExpoStore(path: path, observing: StatementLog.observe) { clock.now }
        other = try ExpoStore(path: path, observing: StatementLog.observe) { clock.now }
    }

    // MARK: - Leadership

    @Test func oneOfThemWorks() async throws {
        let (here, there) = (leadership(one), leadership(other))
        #expect(await here.perform { $0.term } == 1)
        #expect(await there.perform { $0.term } == nil)
        #expect(await here.perform { $0.term } == 1, "it is kept between two pieces of work")
        await here.resign()
        #expect(await there.perform { $0.term } == 2)
    }

    @Test func whoeverStoodStillIsFollowedByTheOther() async throws {
        let (here, there) = (leadership(one), leadership(other))
        let lost = try #require(await here.perform { $0 })
        clock.wait(LeaseRepository.seconds)
        #expect(await there.perform { $0.term } == 2)
        await #expect(throws: LeaseLost.self) { try await one.leases.check(.lease(lost)) }
    }

    // MARK: - Jobs

    @Test func eachShowsTheOthersJobAndMayCancelIt() async throws {
        let (here, there) = (service(one), service(other))
        let (started, starting) = AsyncStream.makeStream(of: Void.self)
        let slow = service(one) { starting.yield() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await slow.run() }
            #expect(try await slow.schedule(seconds: 20, by: "olga"))
            for await _ in started { break }
            #expect(try await !there.schedule(seconds: 20, by: "li"), "one at a time")
            #expect(try await there.state() == .running(.schedule, WorkerProgress(share: 0)))
            #expect(try await there.cancel(by: "li"))
            while case .running = try await there.state() { try await Task.sleep(for: .milliseconds(20)) }
            #expect(try await here.state() == .cancelled(.schedule))
            group.cancelAll()
        }
        #expect(try await one.programmes.runs().isEmpty)
    }

    @Test func whoeverComesLaterSeesHowTheLastOneEnded() async throws {
        let first = service(one)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await first.run() }
            #expect(try await first.match(by: "olga"))
            while case .running = try await first.state() { try await Task.sleep(for: .milliseconds(20)) }
            group.cancelAll()
        }
        #expect(try await service(other).state() == .finished(.match, result: 5))
    }

    @Test func theJobOfAServerThatIsGoneHasFailed() async throws {
        #expect(try await service(one).schedule(seconds: 20, by: "olga"), "nobody runs it")
        clock.wait(JobRepository.seconds)
        guard case .failed(.schedule, let reason) = try await service(other).state() else {
            Issue.record("it still runs")
            return
        }
        #expect(reason.en?.contains("stopped") == true)
        #expect(try await service(other).match(by: "li"))
    }

    private func leadership(_ store: ExpoStore) -> Leadership {
        Leadership(store.leases, "work", logger: Self.logger)
    }

    /// Matching is done at once; scheduling lasts until it is cancelled.
    private func service(_ store: ExpoStore, started: @escaping @Sendable () -> Void = {}) -> JobService {
        let engines = JobEngines(match: { _, _ in 5 }) { _, _, _, _ in
            started()
            do { try await Task.sleep(for: .seconds(600)) } catch { throw WorkerError.cancelled }
            throw WorkerError.cancelled
        }
        return JobService(jobs: store.jobs, engines: engines, logger: Self.logger)
    }

    private final class Clock: Sendable {
        private let seconds = Mutex(1_900_000_000.0)
        var now: Double { seconds.withLock { $0 } }
        func wait(_ more: Double) { seconds.withLock { $0 += more } }
    }
}
