package import FairwayCore
import StoreSQL

extension MatchRepository {
    /// The names that the sentences about these matches mention.
    package func reasonNames(for matches: [Match]) async throws -> MatchReason.Names {
        let mentioned = Mentioned(matches.flatMap(\.reasons))
        return try await read { db in
            let (products, demands) = (
                try db.some(Product.self, mentioned.products), try db.some(Demand.self, mentioned.demands)
            )
            let (regions, economies) = (
                try db.some(Region.self, mentioned.places), try db.some(Economy.self, mentioned.places)
            )
            var names = MatchReason.Names()
            for product in products { names.products[product.id] = product.name }
            for demand in demands { names.demands[demand.id] = demand.text }
            for economy in economies { names.places[economy.id.code] = economy.name }
            for region in regions { names.places[region.id.code] = region.name }
            return names
        }
    }
}

/// The codes of what reasons speak of.
private struct Mentioned {
    var products: Set<String> = []
    var demands: Set<String> = []
    var places: Set<String> = []

    init(_ reasons: [MatchReason]) {
        for reason in reasons {
            switch reason {
            case .offerMeetsDemand(let product, let demand, _), .similarMeaning(let product, let demand),
                .missing(.chapterOnly(let product, let demand)):
                products.insert(product.code)
                demands.insert(demand.code)
            case .missing(.elsewhere(let demand)): demands.insert(demand.code)
            case .targetRegion(let code): places.insert(code)
            default: continue
            }
        }
    }
}
