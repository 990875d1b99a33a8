@testable import FairwayStore
import StatementLog
import Synchronization

/// Two server processes on one file, as far as the file can tell: connections of their own, and one clock.
struct TwoServers {
    let one: ExpoStore
    let other: ExpoStore
    private let time: Time

    init(_ temporary: TemporaryStore) throws {
        let time = Time()
        self.time = time
        one = try ExpoStore(path: temporary.path, observing: StatementLog.observe) { time.now }
        other = try ExpoStore(path: temporary.path, observing: StatementLog.observe) { time.now }
    }

    /// - Parameter seconds: Below zero, the clock is set back.
    func wait(_ seconds: Double) { time.wait(seconds) }

    private final class Time: Sendable {
        private let seconds = Mutex(1_900_000_000.0)
        var now: Double { seconds.withLock { $0 } }
        func wait(_ more: Double) { seconds.withLock { $0 += more } }
    }
}
