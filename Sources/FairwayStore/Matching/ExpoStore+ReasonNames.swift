package import FairwayCore
import StoreSQL

extension ExpoStore {
    /// The names that the sentences about these matches mention.
    package func reasonNames(for matches: [Match]) throws -> MatchReason.Names {
        var names = MatchReason.Names()
        try read { db in
            for reason in matches.flatMap(\.reasons) {
                switch reason {
                case .offerMeetsDemand(let product, let demand, _), .similarMeaning(let product, let demand),
                    .missing(.chapterOnly(let product, let demand)):
                    if names.products[product] == nil {
                        names.products[product] = try self.one(Product.self, product.code, db)?.name
                    }
                    if names.demands[demand] == nil {
                        names.demands[demand] = try self.one(Demand.self, demand.code, db)?.text
                    }
                case .missing(.elsewhere(let demand)):
                    if names.demands[demand] == nil {
                        names.demands[demand] = try self.one(Demand.self, demand.code, db)?.text
                    }
                case .targetRegion(let code):
                    if names.places[code] == nil {
                        names.places[code] =
                            try self.one(Region.self, code, db)?.name
                            ?? self.one(Economy.self, code, db)?.name
                    }
                default:
                    continue
                }
            }
        }
        return names
    }
}
