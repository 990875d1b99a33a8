package import FairwayCore
package import Meaning

/// What enterprises offer and seek, as vectors to match by: of each good the mean over its names in all languages.
package struct GoodsMeaning: Sendable {
    package let model: EmbeddingModel
    private let scale: MeaningScale
    private var products: TextVectors<Product>
    private var demands: TextVectors<Demand>

    /// Reads stored vectors; goods whose texts have none mean nothing.
    /// - Throws: `StoreError`.
    package init(_ data: ExpoData, model: EmbeddingModel, store: ExpoStore) throws {
        let stored = try store.storedVectors(of: model)
        func mean(_ text: LocalizedText) -> [Float] {
            Self.mean(
                Language.allCases.compactMap { text[$0] }.compactMap { stored.vector(of: $0) },
                model.dimension
            )
        }
        self.model = model
        scale = MeaningScale.offersAndWishes.carried(to: try store.meaningScale(of: stored))
        products = try TextVectors(
            ids: data.products.map(\.id),
            dimension: model.dimension,
            values: data.products.flatMap { mean($0.name) }
        )
        demands = try TextVectors(
            ids: data.demands.map(\.id),
            dimension: model.dimension,
            values: data.demands.flatMap { mean($0.text) }
        )
    }

    /// All pairs that mean nearly the same.
    package func affinity() throws -> SemanticAffinity {
        try SemanticAffinity(products: products, demands: demands, scale: scale)
    }

    /// Takes in the goods of a changed profile.
    /// - Returns: what links them with all others.
    package mutating func replace(products own: [Product], demands wishes: [Demand], store: ExpoStore) throws
        -> [SemanticAffinity.Link]
    {
        var offered = try TextVectors<Product>(ids: [], dimension: model.dimension, values: [])
        for product in own {
            let vector = try vector(of: product.name, store)
            products.set(vector, of: product.id)
            offered.set(vector, of: product.id)
        }
        var sought = try TextVectors<Demand>(ids: [], dimension: model.dimension, values: [])
        for demand in wishes {
            let vector = try vector(of: demand.text, store)
            demands.set(vector, of: demand.id)
            sought.set(vector, of: demand.id)
        }
        let mine = Set(own.map(\.id))
        let offers = try SemanticAffinity(products: offered, demands: demands, scale: scale)
        let asked = try SemanticAffinity(products: products, demands: sought, scale: scale)
        // A good of its own for a wish of its own is in both.
        return offers.links + asked.links.filter { !mine.contains($0.product) }
    }

    private func vector(of text: LocalizedText, _ store: ExpoStore) throws -> [Float] {
        let texts = Language.allCases.compactMap { text[$0] }
        return Self.mean(try store.vectors(of: texts, by: model).compactMap { $0 }, model.dimension)
    }

    private static func mean(_ vectors: [[Float]], _ dimension: Int) -> [Float] {
        var sum = [Float](repeating: 0, count: dimension)
        for vector in vectors { for place in sum.indices { sum[place] += vector[place] } }
        return sum
    }
}

extension ExpoStore {
    /// The model that most texts have a vector of; nil when there are none.
    package func richestModel() throws -> EmbeddingModel? {
        try vectorCounts().filter { $0.value > 0 }
            .max { ($0.value, $1.key.name, $1.key.version) < ($1.value, $0.key.name, $0.key.version) }?.key
    }
}
