import Testing

@testable import FairwayCore

struct MeaningLinksTests {
    @Test(arguments: [3, 8, 13, 512])
    func findsThePairsThatAPlainLoopFinds(dimension: Int) throws {
        var rng = TestRandom(seed: UInt64(dimension))
        let one = (0..<7 * dimension).map { _ in Float.random(in: -1...1, using: &rng) }
        let other = (0..<70 * dimension).map { _ in Float.random(in: -1...1, using: &rng) }
        let products = try TextVectors<Product>(
            ids: (0..<7).map { .init("P\($0)") },
            dimension: dimension,
            values: one
        )
        let demands = try TextVectors<Demand>(
            ids: (0..<70).map { .init("D\($0)") },
            dimension: dimension,
            values: other
        )
        let scale = try #require(MeaningScale(unrelated: -0.1, same: 0.9))
        let links = try SemanticAffinity(products: products, demands: demands, scale: scale, threshold: 0.1)
            .links
        var expected: Set<String> = []
        for row in 0..<7 {
            for column in 0..<70 {
                let cosine = Self.cosine(
                    one[row * dimension..<(row + 1) * dimension],
                    other[column * dimension..<(column + 1) * dimension]
                )
                if scale.strength(cosine: cosine) >= 0.1 { expected.insert("P\(row) D\(column)") }
            }
        }
        // In 512 dimensions vectors drawn by chance are hardly ever alike.
        if dimension < 512 { #expect(!expected.isEmpty) }
        #expect(Set(links.map { "\($0.product.code) \($0.demand.code)" }) == expected)
    }

    private static func cosine(_ one: ArraySlice<Float>, _ other: ArraySlice<Float>) -> Float {
        func length(_ vector: ArraySlice<Float>) -> Float { vector.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        return zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } / (length(one) * length(other))
    }

    @Test func aVectorCanBeReplacedAndAdded() throws {
        var products = try TextVectors<Product>(ids: ["P", "Q"], dimension: 2, values: [1, 0, 1, 0])
        products.set([], of: "P")
        products.set([0, 2], of: "Q")
        products.set([0, 3], of: "R")
        let demands = try TextVectors<Demand>(ids: ["D", "F"], dimension: 2, values: [1, 0, 0, 1])
        let scale = try #require(MeaningScale(unrelated: 0, same: 1))
        let links = try SemanticAffinity(products: products, demands: demands, scale: scale).links
        #expect(links.map { "\($0.product.code) \($0.demand.code)" } == ["Q F", "R F"])
    }

    @Test func theSameTextIsOneAndNothingMeansNothing() throws {
        let products = try TextVectors<Product>(ids: ["P", "Q"], dimension: 2, values: [3, 4, 0, 0])
        let demands = try TextVectors<Demand>(ids: ["D"], dimension: 2, values: [30, 40])
        let scale = try #require(MeaningScale(unrelated: 0.2, same: 0.9))
        let links = try SemanticAffinity(products: products, demands: demands, scale: scale).links
        #expect(links == [.init(product: "P", demand: "D", strength: 1)])
    }

    @Test func refusesVectorsThatDoNotFit() throws {
        #expect(throws: TextVectorsError.wrongCount(values: 3, rows: 2, dimension: 2)) {
            try TextVectors<Product>(ids: ["P", "Q"], dimension: 2, values: [1, 2, 3])
        }
        let products = try TextVectors<Product>(ids: ["P"], dimension: 2, values: [1, 0])
        let demands = try TextVectors<Demand>(ids: ["D"], dimension: 3, values: [1, 0, 0])
        let scale = try #require(MeaningScale(unrelated: 0, same: 1))
        #expect(throws: TextVectorsError.differentDimensions(products: 2, demands: 3)) {
            try SemanticAffinity(products: products, demands: demands, scale: scale)
        }
        #expect(MeaningScale(unrelated: 0.9, same: 0.2) == nil)
    }
}

/// How the cosines of an unknown model are read.
struct MeaningScaleTests {
    /// Cosines of a hundred pairs, evenly between two ends.
    private func cosines(_ least: Float, _ most: Float) -> [Float] {
        (0..<100).map { least + (most - least) * Float($0) / 99 }
    }

    @Test func isMeasuredByItsEnds() throws {
        let scale = try #require(MeaningScale(unrelated: cosines(0.6, 0.8), same: cosines(0.7, 1)))
        #expect(abs(scale.unrelated - 0.798) < 0.001 && abs(scale.same - 0.973) < 0.001)
        #expect(MeaningScale(unrelated: cosines(0.6, 0.8), same: []) == nil)
        #expect(MeaningScale(unrelated: cosines(0.5, 0.9), same: cosines(0.1, 0.3)) == nil)
    }

    @Test func carriesOthersAlong() throws {
        #expect(MeaningScale.offersAndWishes.carried(to: .sentenceEncoder) == .offersAndWishes)
        let measured = try #require(MeaningScale(unrelated: 0.8, same: 0.9))
        #expect(MeaningScale.sentenceEncoder.carried(to: measured) == measured)
        let carried = MeaningScale.offersAndWishes.carried(to: measured)
        #expect(abs(carried.unrelated - 0.765) < 1e-5 && abs(carried.same - 0.83) < 1e-5)
    }
}
