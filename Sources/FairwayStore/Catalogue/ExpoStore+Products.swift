package import FairwayCore

extension ExpoStore {
    /// One product, nil when there is none of that code.
    package func product(_ id: Product.ID) throws -> Product? {
        try read { try self.one(Product.self, id.code, $0) }
    }
}
