import FairwayCore
import FairwayStore
import Synchronization

/// The names of economies and regions, which hardly ever change and are wanted by every search.
final class PlaceNameCache: Sendable {
    private let store: ExpoStore
    private let kept = Mutex<[String: LocalizedText]>([:])

    init(_ store: ExpoStore) {
        self.store = store
    }

    /// ISO 3166-1 or 3166-2 code → name.
    func names() async throws -> [String: LocalizedText] {
        let known = kept.withLock { $0 }
        if !known.isEmpty { return known }
        let economies = try await store.expo.economies().map { ($0.id.code, $0.name) }
        let regions = try await store.expo.regions().map { ($0.id.code, $0.name) }
        let fresh = Dictionary(economies + regions) { first, _ in first }
        kept.withLock { $0 = fresh }
        return fresh
    }
}
