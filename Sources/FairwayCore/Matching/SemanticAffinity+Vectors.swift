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
                    let end = min(start + Self.width, columns)
                    for row in 0..<rows {
                        for column in stride(from: start, to: end, by: 4) {
                            let cosines = products(one, row * groups, other, column, of: columns)
                            for lane in 0..<min(4, end - column) where cosines[lane] >= least {
                                pairs.append(Pair(row: row, column: column + lane, cosine: cosines[lane]))
                            }
                        }
                    }
                }
            }
        }
        return pairs
    }

    /// One row with four columns at once, so that its numbers are read once; columns past the last repeat it.
    @inline(__always)
    private func products(
        _ one: UnsafeBufferPointer<SIMD8<Float>>,
        _ row: Int,
        _ other: UnsafeBufferPointer<SIMD8<Float>>,
        _ column: Int,
        of columns: Int
    ) -> SIMD4<Float> {
        let first = column * groups
        let second = min(column + 1, columns - 1) * groups
        let third = min(column + 2, columns - 1) * groups
        let fourth = min(column + 3, columns - 1) * groups
        var sums = (SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero)
        for group in 0..<groups {
            let value = one[row + group]
            sums.0 += value * other[first + group]
            sums.1 += value * other[second + group]
            sums.2 += value * other[third + group]
            sums.3 += value * other[fourth + group]
        }
        return SIMD4(sums.0.sum(), sums.1.sum(), sums.2.sum(), sums.3.sum())
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
