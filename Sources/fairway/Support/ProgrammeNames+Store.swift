import FairwayCore
import FairwayStore

extension ProgrammeNames {
    /// What sentences about a programme of a store call things.
    init(_ language: Language, in store: ExpoStore) async throws {
        let halls = try await store.expo.halls()
        self.init(
            language,
            expo: try await store.expo.find(),
            enterprises: try await store.enterprises.names(),
            halls: Dictionary(halls.map { ($0.id, $0.name) }) { first, _ in first }
        )
    }
}
