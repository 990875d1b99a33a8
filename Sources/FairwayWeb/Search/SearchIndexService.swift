import FairwayStore
import Logging
import ServiceLifecycle

/// Brings the search index up to date beside the server: after an import, a restore, or a change by another program.
struct SearchIndexService: Service {
    let store: ExpoStore
    let search: CatalogueSearch
    let logger: Logger

    /// Changes made in the browser are indexed with the change itself; this is for the large ones.
    static let pause = Duration.seconds(2)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var isRehearsed = false
            while !Task.isCancelled {
                do {
                    try await store.searchIndex.refresh(isCancelled: { Task.isCancelled })
                    try await search.prepare()
                    if !isRehearsed { isRehearsed = try await search.rehearse() > 0 }
                } catch is CancellationError {
                    break
                } catch {
                    logger.warning("the search index could not be brought up to date", error: error)
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
