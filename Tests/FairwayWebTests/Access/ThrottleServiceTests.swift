import fairway
import FairwayStore
@testable import FairwayWeb
import Foundation
import Logging
import StatementLog
import Testing

/// Two servers on one store let through as much as one.
struct ThrottleServiceTests {
    private struct Server {
        let throttle: Throttle
        let service: ThrottleService

        init(_ path: String) async throws {
            let store = try ExpoStore(path: path, observing: StatementLog.observe) { 1_800_000_000 }
            throttle = Throttle(salt: try await store.throttles.salt(), now: { .zero })
            service = ThrottleService(
                throttle: throttle,
                throttles: store.throttles,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
        }

        func admitted(_ charge: Charge, of attempts: Int) async -> Int {
            var admitted = 0
            for _ in 0..<attempts where await throttle.takes([charge], from: .unknown).isAdmitted {
                admitted += 1
            }
            return admitted
        }
    }

    @Test func whatTheOtherLetThroughIsUsedUp() async throws {
        let path = WebStores.newPath()
        let (one, other) = (try await Server(path), try await Server(path))
        let charge = Charge(
            .subject(.password, .email("li@example.com")),
            Allowance(burst: 8, refill: .seconds(60))
        )
        var here = await one.service.exchange(after: nil)?.last
        var there = await other.service.exchange(after: nil)?.last
        #expect(await one.admitted(charge, of: 5) == 5)
        here = await one.service.exchange(after: here)?.last
        there = await other.service.exchange(after: there)?.last
        #expect(await other.admitted(charge, of: 20) == 3)
        await other.throttle.clear([charge])
        there = await other.service.exchange(after: there)?.last
        #expect(there != nil)
        here = await one.service.exchange(after: here)?.last
        #expect(here != nil)
        #expect(await one.admitted(charge, of: 20) == 8, "a success wipes the slate of all")
    }

    /// While somebody else writes for long, nothing is forgotten: neither the other server nor what was spent.
    @Test func whatCouldNotBeToldIsToldTheNextTime() async throws {
        let throttle = Throttle(now: { .zero })
        let charge = Charge(.token(1), Allowance(burst: 8, refill: .seconds(60)))
        for _ in 0..<3 { _ = await throttle.takes([charge], from: .unknown) }
        let untold = await throttle.takeUntold()
        #expect(untold.map(\.spent) == [3])
        _ = await throttle.takes([charge], from: .unknown)
        await throttle.putBack(untold)
        #expect(await throttle.takeUntold().map(\.spent) == [4])
        #expect(await throttle.takeUntold().isEmpty)
    }

    /// A flood is told as far as a second's exchange bears, those first who have tried the most.
    @Test func aFloodIsNoFloodOfRows() async throws {
        let path = WebStores.newPath()
        let store = try ExpoStore(path: path, observing: StatementLog.observe) { 1_800_000_000 }
        let start = try await store.throttles.exchange([], as: "A", after: nil)
        _ = try await store.throttles.exchange([], as: "B", after: nil)
        let flood = (0..<1500).map { (number: Int) -> ThrottleSpending in
            let count = Data("\(number)".utf8)
            return ThrottleSpending(count: count, spent: number == 1400 ? 9 : 1, burst: 10, refill: 1)
        }
        _ = try await store.throttles.exchange(flood, as: "B", after: 0)
        let heard = try await store.throttles.exchange([], as: "A", after: start.last).spendings
        #expect(heard.count == ThrottleRepository.maxTold)
        #expect(heard.contains { $0.spent == 9 })
    }
}
