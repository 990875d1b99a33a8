import Foundation
import Synchronization
import Testing

@testable import FairwayWeb

/// The sums of throttles, by a clock that the test turns.
struct ThrottleTests {
    /// Time since any moment.
    final class Uptime: Sendable {
        private let time = Mutex(Duration.seconds(1000))
        var read: @Sendable () -> Duration { { self.time.withLock { $0 } } }
        func turn(_ by: Duration) { time.withLock { $0 += by } }
    }

    private static let eightAMinute = Allowance(burst: 8, refill: .seconds(60))
    private static let here = ClientSource("192.0.2.1")

    private func charge(_ email: String, _ allowance: Allowance = eightAMinute) -> [Charge] {
        [Charge(.subject(.password, .email(email)), allowance)]
    }

    @Test func aBurstGoesThroughAndThenOneEachRefill() async {
        let clock = Uptime()
        let throttle = Throttle(now: clock.read)
        var admitted = 0
        for _ in 0..<20 where await throttle.takes(charge("a"), from: Self.here).isAdmitted { admitted += 1 }
        #expect(admitted == 8)
        clock.turn(.seconds(59))
        let refused = await throttle.takes(charge("a"), from: Self.here)
        guard case .refused(_, let wait) = refused else { return #expect(Bool(false), "\(refused)") }
        #expect(wait.wholeSeconds == 1)
        clock.turn(.seconds(1))
        #expect(await throttle.takes(charge("a"), from: Self.here).isAdmitted)
        #expect(!(await throttle.takes(charge("a"), from: Self.here).isAdmitted))
        clock.turn(.seconds(86_400))
        admitted = 0
        for _ in 0..<20 where await throttle.takes(charge("a"), from: Self.here).isAdmitted { admitted += 1 }
        #expect(admitted == 8, "rest adds up to the burst and no more")
    }

    @Test func whatOneCountRefusesCostsTheOthersNothing() async {
        let throttle = Throttle(now: Uptime().read)
        let one = Charge(.subject(.password, .email("a")), Allowance(burst: 1, refill: .seconds(60)))
        let place = Charge(.source(.password, Self.here), Allowance(burst: 3, refill: .seconds(60)))
        for _ in 0..<50 { _ = await throttle.takes([one, place], from: Self.here) }
        #expect(await throttle.takes([place], from: Self.here).isAdmitted)
        #expect(await throttle.takes([place], from: Self.here).isAdmitted)
        #expect(await throttle.takes([place], from: Self.here) == .refused(by: place.key, wait: .seconds(60)))
    }

    @Test func whatIsGivenBackCanBeTakenAgain() async {
        let throttle = Throttle(now: Uptime().read)
        for _ in 0..<50 {
            #expect(await throttle.takes(charge("a"), from: Self.here).isAdmitted)
            await throttle.giveBack(charge("a"))
        }
    }

    @Test func noTextOfAVisitorNamesAnothersCount() {
        let step = ThrottleKey.subject(.secondFactor, .account(7))
        for email in ["second factor 7", "7", "account(7)", "token 7"] {
            #expect(ThrottleKey.subject(.password, .email(email)) != step)
            #expect(ThrottleKey.subject(.secondFactor, .email(email)) != step)
        }
        #expect(ThrottleKey.subject(.secondFactor, .signIn(7)) != step)
        #expect(ThrottleKey.source(.api, ClientSource("token 7")) != .token(7))
    }

    /// A flood from one place drops its own counts, the fullest first, and nobody else's.
    @Test func aFloodEvictsItsOwnCountsOnly() async {
        let throttle = Throttle(maxBuckets: 1000, now: Uptime().read)
        for number in 0..<100 {
            let victim = ClientSource("198.51.100.\(number)")
            for _ in 0..<8 { _ = await throttle.takes(charge("victim \(number)"), from: victim) }
        }
        for number in 0..<20_000 { _ = await throttle.takes(charge("flood \(number)"), from: Self.here) }
        #expect(await throttle.count <= 1000)
        for number in 0..<100 {
            let isAdmitted = await throttle.takes(charge("victim \(number)"), from: Self.here).isAdmitted
            #expect(!isAdmitted, "victim \(number) was forgotten")
        }
    }

    /// Nor can one place flood away the count that it has used up itself.
    @Test func aFloodDoesNotWipeItsOwnUsedUpCount() async {
        let throttle = Throttle(maxBuckets: 1000, now: Uptime().read)
        for _ in 0..<8 { _ = await throttle.takes(charge("aimed at"), from: Self.here) }
        for number in 0..<20_000 { _ = await throttle.takes(charge("flood \(number)"), from: Self.here) }
        #expect(!(await throttle.takes(charge("aimed at"), from: Self.here).isAdmitted))
    }

    @Test func countsThatAreFullAgainAreDroppedFirst() async {
        let clock = Uptime()
        let throttle = Throttle(maxBuckets: 100, now: clock.read)
        for number in 0..<100 { _ = await throttle.takes(charge("old \(number)"), from: Self.here) }
        clock.turn(.seconds(61))
        for number in 0..<50 { _ = await throttle.takes(charge("new \(number)"), from: Self.here) }
        #expect(await throttle.count == 50)
    }

    @Test(arguments: [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", false), ("::ffff:192.0.2.1", "192.0.2.1", true),
        ("192.0.2.1", "192.0.2.2", false), ("fe80::1%eth0", "fe80::2", true), ("nonsense", "", true),
    ])
    func aPlaceIsAnAddressOrANetworkOfSixtyFourBits(one: String, other: String, isSame: Bool) {
        #expect((ClientSource(one) == ClientSource(other)) == isSame)
    }
}

/// Throttles of several servers that tell each other.
struct SharedThrottleTests {
    private static let eightAMinute = Allowance(burst: 8, refill: .seconds(60))
    private static let here = ClientSource("192.0.2.1")
    private let charges = [Charge(.subject(.password, .email("a")), eightAMinute)]
    private let clock = ThrottleTests.Uptime()

    private func admitted(_ throttle: Throttle, _ attempts: Int) async -> Int {
        var admitted = 0
        for _ in 0..<attempts where await throttle.takes(charges, from: Self.here).isAdmitted {
            admitted += 1
        }
        return admitted
    }

    @Test func whatOneLetThroughTheOtherDoesNot() async {
        let (one, other) = (Throttle(now: clock.read), Throttle(now: { .zero }))
        #expect(await admitted(one, 5) == 5)
        await other.charge(one.takeUntold())
        #expect(await admitted(other, 20) == 3, "by clocks that have nothing in common")
        #expect(await one.takeUntold().isEmpty, "told once")
        await one.charge(other.takeUntold())
        #expect(await admitted(one, 20) == 0)
        clock.turn(.seconds(60))
        #expect(await admitted(one, 20) == 1)
    }

    @Test func aSuccessWipesTheSlateEverywhere() async {
        let (one, other) = (Throttle(now: clock.read), Throttle(now: clock.read))
        #expect(await admitted(one, 8) == 8)
        await other.charge(one.takeUntold())
        await one.clear(charges)
        await other.charge(one.takeUntold())
        #expect(await admitted(other, 20) == 8)
    }

    @Test func whatIsGivenBackBeforeItIsToldIsNotTold() async {
        let throttle = Throttle(now: clock.read)
        #expect(await admitted(throttle, 1) == 1)
        await throttle.giveBack(charges)
        #expect(await throttle.takeUntold().isEmpty)
    }

    @Test func nobodyOwesMoreThanEverything() async {
        let (one, other) = (Throttle(now: clock.read), Throttle(now: clock.read))
        #expect(await admitted(one, 8) + admitted(other, 8) == 16, "before they have heard of each other")
        await other.charge(one.takeUntold())
        clock.turn(.seconds(60))
        #expect(await admitted(other, 20) == 1)
    }

    @Test func saltedCountsMeanNothingElsewhere() {
        let key = ThrottleKey.source(.password, Self.here)
        #expect(ThrottleCount(key, salt: Data([1])) != ThrottleCount(key, salt: Data([2])))
        #expect(
            ThrottleCount(ThrottleCount(key, salt: Data([1])).bytes) == ThrottleCount(key, salt: Data([1]))
        )
    }
}
