package import FairwayCore

extension EnterpriseRepository {
    /// One product, nil when there is none of that code.
    package func product(_ id: Product.ID) async throws -> Product? {
        try await read { try $0.one(Product.self, id.code) }
    }
}
