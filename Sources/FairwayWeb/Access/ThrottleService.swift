import FairwayStore
import Foundation
import Logging
import ServiceLifecycle

/// Tells the other servers on the store what was let through here, and hears from them: each second while there are others,
/// else now and then, to learn whether there are.
struct ThrottleService: Service {
    private static let pause = Duration.seconds(1)
    private static let pauseAlone = Duration.seconds(10)

    let throttle: Throttle
    let throttles: ThrottleRepository
    let logger: Logger
    /// A name that no other server has.
    private let name = UUID().uuidString

    init(throttle: Throttle, throttles: ThrottleRepository, logger: Logger) {
        self.throttle = throttle
        self.throttles = throttles
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var last: Int64?
            while !Task.isCancelled {
                let news = await exchange(after: last)
                last = news?.last ?? last
                try? await Task.sleep(for: news?.hasOthers == true ? Self.pause : Self.pauseAlone)
            }
        }
        try? await throttles.leave(name)
    }

    /// - Returns: nil when the store did not take it; what was spent meanwhile is told the next time.
    func exchange(after last: Int64?) async -> ThrottleNews? {
        let untold = await throttle.takeUntold()
        do {
            let news = try await throttles.exchange(untold, as: name, after: last)
            await throttle.charge(news.spendings)
            return news
        } catch {
            await throttle.putBack(untold)
            logger.warning("other servers could not be told of attempts", error: error)
            return nil
        }
    }
}
