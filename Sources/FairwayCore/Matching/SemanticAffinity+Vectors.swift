extension SemanticAffinity {
    /// Links every product and demand whose texts mean nearly the same.
    ///
    /// - Parameters:
    ///   - scale: How the cosines of this model read.
    ///   - threshold: Weaker links (0 … 1) are left out; 0.5 unless there is a reason.
    /// - Throws: `TextVectorsError.differentDimensions`: vectors of two models cannot be compared.
    /// - Complexity: O(products · demands · dimension), eight numbers at a time, by blocks that stay in the cache.
    package init(
        products: TextVectors<Product>,
        demands: TextVectors<Demand>,
        scale: MeaningScale,
        threshold: Double = 0.5
    ) throws(TextVectorsError) {
        guard products.dimension == demands.dimension else {
            throw .differentDimensions(products: products.dimension, demands: demands.dimension)
        }
        let block = VectorBlocks(
            products: products.values,
            demands: demands.values,
            dimension: products.dimension
        )
        let least = scale.cosine(strength: max(threshold, 0))
        links = block.pairs(atLeast: least).compactMap { pair in
            let strength = scale.strength(cosine: pair.cosine)
            guard strength > 0 else { return nil }
            return Link(product: products.ids[pair.row], demand: demands.ids[pair.column], strength: strength)
        }
    }
}

/// Cosines of all rows with all columns, above a threshold.
struct VectorBlocks {
    struct Pair {
        var row: Int
        var column: Int
        var cosine: Float
    }

    /// Columns of one block; 64 vectors of 512 numbers are 128 KB.
    private static let width = 64
    private let products: [SIMD8<Float>]
    private let demands: [SIMD8<Float>]
    /// Groups of eight numbers per vector.
    private let groups: Int

    init(products: [Float], demands: [Float], dimension: Int) {
        groups = (dimension + 7) / 8
        self.products = Self.packed(products, dimension: dimension)
        self.demands = Self.packed(demands, dimension: dimension)
    }

    /// In order of rows within blocks of columns.
    func pairs(atLeast least: Float) -> [Pair] {
        var pairs: [Pair] = []
        let rows = products.count / groups
        let columns = demands.count / groups
        products.withUnsafeBufferPointer { one in
            demands.withUnsafeBufferPointer { other in
                for start in stride(from: 0, to: columns, by: Self.width) {
                    for row in 0..<rows {
                        for column in start..<min(start + Self.width, columns) {
                            let cosine = product(one, row * groups, other, column * groups)
                            if cosine >= least {
                                pairs.append(Pair(row: row, column: column, cosine: cosine))
                            }
                        }
                    }
                }
            }
        }
        return pairs
    }

    /// Two sums at once, so that one multiplication need not wait for another. (Four columns at once took half as long
    /// again: 6.1 s against 4.0 s for 12,000 × 6,000 × 512.)
    @inline(__always)
    private func product(
        _ one: UnsafeBufferPointer<SIMD8<Float>>,
        _ first: Int,
        _ other: UnsafeBufferPointer<SIMD8<Float>>,
        _ second: Int
    ) -> Float {
        var even = SIMD8<Float>.zero
        var odd = SIMD8<Float>.zero
        var group = 0
        while group + 1 < groups {
            even += one[first + group] * other[second + group]
            odd += one[first + group + 1] * other[second + group + 1]
            group += 2
        }
        if group < groups { even += one[first + group] * other[second + group] }
        return (even + odd).sum()
    }

    private static func packed(_ values: [Float], dimension: Int) -> [SIMD8<Float>] {
        let groups = (dimension + 7) / 8
        var result = [SIMD8<Float>](repeating: .zero, count: values.count / dimension * groups)
        for (place, value) in values.enumerated() {
            let column = place % dimension
            result[place / dimension * groups + column / 8][column % 8] = value
        }
        return result
    }
}
