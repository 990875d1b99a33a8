package import FairwayCore
package import Meaning

extension ExpoStore {
    /// What all goods of an expo mean: of each the mean over its names in all languages.
    ///
    /// Goods whose texts have no stored vector mean nothing.
    package func goodsVectors(of data: ExpoData, by model: EmbeddingModel) throws -> GoodsVectors {
        let scale = MeaningScale.offersAndWishes.carried(to: try meaningScale(by: model))
        var products = TextVectors<Product>(dimension: model.dimension, capacity: data.products.count)
        var demands = TextVectors<Demand>(dimension: model.dimension, capacity: data.demands.count)
        // One text after the other: all vectors at once are the largest thing in memory.
        try readVectors(by: model) { vector in
            func mean(_ text: LocalizedText) throws -> [Float] {
                Self.mean(
                    try Language.allCases.compactMap { text[$0] }.compactMap { try vector($0) },
                    model.dimension
                )
            }
            for product in data.products { products.set(try mean(product.name), of: product.id) }
            for demand in data.demands { demands.set(try mean(demand.text), of: demand.id) }
        }
        return GoodsVectors(scale: scale, products: products, demands: demands)
    }

    /// What the goods of one profile mean.
    ///
    /// Their scale is the usual one: that of the whole expo counts.
    package func goodsVectors(of products: [Product], _ demands: [Demand], by model: EmbeddingModel) throws
        -> GoodsVectors
    {
        func mean(_ text: LocalizedText) throws -> [Float] {
            let texts = Language.allCases.compactMap { text[$0] }
            return Self.mean(try vectors(of: texts, by: model).compactMap { $0 }, model.dimension)
        }
        return GoodsVectors(
            scale: .offersAndWishes,
            products: try TextVectors(
                ids: products.map(\.id),
                dimension: model.dimension,
                values: try products.flatMap { try mean($0.name) }
            ),
            demands: try TextVectors(
                ids: demands.map(\.id),
                dimension: model.dimension,
                values: try demands.flatMap { try mean($0.text) }
            )
        )
    }

    private static func mean(_ vectors: [[Float]], _ dimension: Int) -> [Float] {
        var sum = [Float](repeating: 0, count: dimension)
        for vector in vectors { for place in sum.indices { sum[place] += vector[place] } }
        return sum
    }

    /// The model that most texts have a vector of; nil when there are none.
    package func richestModel() throws -> EmbeddingModel? {
        try vectorCounts().filter { $0.value > 0 }
            .max { ($0.value, $1.key.name, $1.key.version) < ($1.value, $0.key.name, $0.key.version) }?.key
    }
}
