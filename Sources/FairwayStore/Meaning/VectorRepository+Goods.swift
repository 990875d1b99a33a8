package import FairwayCore
package import Meaning

extension VectorRepository {
    /// What all goods of an expo mean: of each the mean over its names in all languages.
    ///
    /// Goods whose texts have no stored vector mean nothing; those without an HS code take no part.
    package func goods(of data: ExpoData, by model: EmbeddingModel) async throws -> GoodsVectors {
        let empty = (
            products: TextVectors<Product>(dimension: model.dimension, capacity: data.products.count),
            demands: TextVectors<Demand>(dimension: model.dimension, capacity: data.demands.count)
        )
        let goods = try await readGoods(of: data, by: model, into: empty) {
            $0.products.set($2, of: $1)
        } demand: {
            $0.demands.set($2, of: $1)
        }
        let scale = try await goodsScale(by: model)
        return GoodsVectors(scale: scale, products: goods.products, demands: goods.demands)
    }

    /// How the likeness of offers and wishes reads in a model's cosines.
    package func goodsScale(by model: EmbeddingModel) async throws -> MeaningScale {
        MeaningScale.offersAndWishes.carried(to: try await scale(by: model))
    }

    /// The same one after the other, products first, each in their order: all at once are the largest thing in memory.
    /// - Parameter result: What they are gathered in.
    package func readGoods<Result: Sendable>(
        of data: ExpoData,
        by model: EmbeddingModel,
        into result: Result,
        product: @escaping @Sendable (inout Result, Product.ID, [Float]) -> Void,
        demand: @escaping @Sendable (inout Result, Demand.ID, [Float]) -> Void
    ) async throws -> Result {
        try await readVectors(by: model) { vector in
            func mean(_ text: LocalizedText) throws -> [Float] {
                let texts = Language.allCases.compactMap { text[$0] }
                return Self.mean(try texts.compactMap { try vector($0) }, model.dimension)
            }
            var result = result
            for one in data.products where one.hsCode != nil { product(&result, one.id, try mean(one.name)) }
            for one in data.demands where one.hsPrefix != nil { demand(&result, one.id, try mean(one.text)) }
            return result
        }
    }

    /// What the goods of one profile mean.
    ///
    /// Their scale is the usual one: that of the whole expo counts.
    package func goods(of products: [Product], _ demands: [Demand], by model: EmbeddingModel) async throws
        -> GoodsVectors
    {
        var data = ExpoData()
        data.products = products.filter { $0.hsCode != nil }
        data.demands = demands.filter { $0.hsPrefix != nil }
        let values = try await readGoods(of: data, by: model, into: (products: [Float](), demands: [Float]()))
        {
            $0.products += $2
        } demand: {
            $0.demands += $2
        }
        return GoodsVectors(
            scale: .offersAndWishes,
            products: try TextVectors(
                ids: data.products.map(\.id),
                dimension: model.dimension,
                values: values.products
            ),
            demands: try TextVectors(
                ids: data.demands.map(\.id),
                dimension: model.dimension,
                values: values.demands
            )
        )
    }

    private static func mean(_ vectors: [[Float]], _ dimension: Int) -> [Float] {
        var sum = [Float](repeating: 0, count: dimension)
        for vector in vectors { for place in sum.indices { sum[place] += vector[place] } }
        return sum
    }

    /// The model that most texts have a vector of; nil when there are none.
    package func richestModel() async throws -> EmbeddingModel? {
        try await counts().filter { $0.value > 0 }
            .max { ($0.value, $1.key.name, $1.key.version) < ($1.value, $0.key.name, $0.key.version) }?.key
    }
}
