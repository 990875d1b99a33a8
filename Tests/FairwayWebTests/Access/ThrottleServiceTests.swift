import fairway
import FairwayStore
@testable import FairwayWeb
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
}
