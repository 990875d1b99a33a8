/// What enterprises offer and seek, as vectors to match by.
package struct GoodsVectors: Sendable {
    package let scale: MeaningScale
    package private(set) var products: TextVectors<Product>
    package private(set) var demands: TextVectors<Demand>

    package init(scale: MeaningScale, products: TextVectors<Product>, demands: TextVectors<Demand>) {
        self.scale = scale
        self.products = products
        self.demands = demands
    }

    /// All pairs that mean nearly the same.
    package func affinity() throws(TextVectorsError) -> SemanticAffinity {
        try SemanticAffinity(products: products, demands: demands, scale: scale)
    }

    /// Takes in the goods of a changed profile.
    /// - Returns: what links them with all others.
    package mutating func replace(
        products offered: TextVectors<Product>,
        demands sought: TextVectors<Demand>
    ) throws(TextVectorsError) -> [SemanticAffinity.Link] {
        products.take(offered)
        demands.take(sought)
        let mine = Set(offered.ids)
        let offers = try SemanticAffinity(products: offered, demands: demands, scale: scale)
        let asked = try SemanticAffinity(products: products, demands: sought, scale: scale)
        // A good of its own for a wish of its own is in both.
        return offers.links + asked.links.filter { !mine.contains($0.product) }
    }
}
