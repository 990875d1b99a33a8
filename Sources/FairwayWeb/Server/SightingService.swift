import FairwayStore
import Logging
import ServiceLifecycle

/// Writes who was seen when, some seconds later and many at once, so that no page waits for a writer to say so.
struct SightingService: Service {
    let store: ExpoStore
    let logger: Logger

    private static let pause = Duration.seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.pause)
                await write()
            }
        }
    }

    private func write() async {
        do {
            try await store.sightings.write()
        } catch {
            logger.warning("who was seen could not be written", error: error)
        }
    }
}
