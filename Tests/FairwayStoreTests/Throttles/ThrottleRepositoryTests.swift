@testable import FairwayStore
import Foundation
import Testing

/// What servers on one store tell each other of attempts.
struct ThrottleRepositoryTests {
    private let one: ThrottleRepository
    private let other: ThrottleRepository

    init() async throws {
        let temporary = try await TemporaryStore()
        one = temporary.store.throttles
        other = try TemporaryStore.open(temporary.path).throttles
    }

    private func spending(_ spent: Double) -> ThrottleSpending {
        ThrottleSpending(count: Data(repeating: 7, count: 16), spent: spent, burst: 8, refill: 60)
    }

    @Test func aServerAloneTellsNobody() async throws {
        let news = try await one.exchange([spending(3)], as: "one", after: nil)
        #expect(!news.hasOthers && news.spendings.isEmpty)
        let later = try await other.exchange([], as: "other", after: 0)
        #expect(later.hasOthers && later.spendings.isEmpty)
    }

    @Test func eachHearsWhatTheOthersSpentOnce() async throws {
        var here = try await one.exchange([], as: "one", after: nil)
        var there = try await other.exchange([], as: "other", after: nil)
        here = try await one.exchange([spending(3), spending(1)], as: "one", after: here.last)
        #expect(here.spendings.isEmpty, "not what one said oneself")
        there = try await other.exchange([spending(-1)], as: "other", after: there.last)
        #expect(there.spendings == [spending(3), spending(1)])
        here = try await one.exchange([], as: "one", after: here.last)
        #expect(here.spendings == [spending(-1)])
        #expect(try await one.exchange([], as: "one", after: here.last).spendings.isEmpty)
        #expect(try await other.exchange([], as: "other", after: there.last).spendings.isEmpty)
    }

    @Test func whoeverStartsBeginsAnew() async throws {
        _ = try await other.exchange([], as: "other", after: nil)
        _ = try await one.exchange([spending(3)], as: "one", after: nil)
        #expect(try await other.exchange([], as: "another", after: nil).spendings.isEmpty)
    }

    @Test func whoeverGoesIsNotWaitedFor() async throws {
        _ = try await other.exchange([], as: "other", after: nil)
        #expect(try await one.exchange([], as: "one", after: nil).hasOthers)
        try await other.leave("other")
        #expect(try await !one.exchange([], as: "one", after: nil).hasOthers)
    }

    @Test func theSaltIsTheSameForAll() async throws {
        let salt = try await one.salt()
        #expect(salt.count == 32)
        #expect(try await other.salt() == salt)
    }
}
