import FairwayCore
import FairwayStore

/// The names that the sentences about match reasons mention, read once from the store.
struct MatchNames {
    private let names: MatchReason.Names

    init(store: ExpoStore) async throws {
        let data = try await store.expo.data()
        var names = MatchReason.Names()
        for product in data.products { names.products[product.id] = product.name }
        for demand in data.demands { names.demands[demand.id] = demand.text }
        for economy in data.economies { names.places[economy.id.code] = economy.name }
        for region in data.regions { names.places[region.id.code] = region.name }
        self.names = names
    }

    func words(for reason: MatchReason, in language: Language) -> String {
        reason.words(in: language, names: names)
    }
}
