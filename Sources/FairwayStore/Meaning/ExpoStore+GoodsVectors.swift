package import FairwayCore
package import Meaning

extension ExpoStore {
    /// What all goods of an expo mean: of each the mean over its names in all languages.
    ///
    /// Goods whose texts have no stored vector mean nothing.
    package func goodsVectors(of data: ExpoData, by model: EmbeddingModel) throws -> GoodsVectors {
        var products = TextVectors<Product>(dimension: model.dimension, capacity: data.products.count)
        var demands = TextVectors<Demand>(dimension: model.dimension, capacity: data.demands.count)
        try readGoodsVectors(of: data, by: model) {
            products.set($1, of: $0)
        } demand: {
            demands.set($1, of: $0)
        }
        return GoodsVectors(scale: try goodsScale(by: model), products: products, demands: demands)
    }

    /// How the likeness of offers and wishes reads in a model's cosines.
    package func goodsScale(by model: EmbeddingModel) throws -> MeaningScale {
        MeaningScale.offersAndWishes.carried(to: try meaningScale(by: model))
    }

    /// The same one after the other, products first, each in their order: all at once are the largest thing in memory.
    package func readGoodsVectors(
        of data: ExpoData,
        by model: EmbeddingModel,
        product: (Product.ID, [Float]) -> Void,
        demand: (Demand.ID, [Float]) -> Void
    ) throws {
        try readVectors(by: model) { vector in
            func mean(_ text: LocalizedText) throws -> [Float] {
                let texts = Language.allCases.compactMap { text[$0] }
                return Self.mean(try texts.compactMap { try vector($0) }, model.dimension)
            }
            for one in data.products { product(one.id, try mean(one.name)) }
            for one in data.demands { demand(one.id, try mean(one.text)) }
        }
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
