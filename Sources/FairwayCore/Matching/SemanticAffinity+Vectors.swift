import Dispatch
import Synchronization

extension SemanticAffinity {
    /// Links every product and demand whose texts mean nearly the same.
    ///
    /// - Parameters:
    ///   - scale: How the cosines of this model read.
    ///   - threshold: Weaker links (0 … 1) are left out; 0.5 unless there is a reason.
    /// - Throws: `TextVectorsError.differentDimensions`: vectors of two models cannot be compared.
    /// - Complexity: O(products · demands · dimension), eight numbers at a time, by blocks that stay in the cache, on all
    ///   processors.
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
            rows: products.groups,
            columns: demands.groups,
            groupCount: products.groupCount
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
struct VectorBlocks: Sendable {
    struct Pair: Sendable {
        var row: Int
        var column: Int
        var cosine: Float
    }

    /// Columns of one block; 64 vectors of 512 numbers are 128 KB.
    private static let width = 64
    /// Rows that one thread takes at a time.
    private static let height = 512
    let rows: [SIMD8<Float>]
    let columns: [SIMD8<Float>]
    /// Groups of eight numbers per vector.
    let groupCount: Int

    /// By parts of some hundred rows; in each in order of blocks of columns, then rows.
    func pairs(atLeast least: Float) -> [Pair] {
        let count = rows.count / max(1, groupCount)
        let parts = (count + Self.height - 1) / Self.height
        let found = Mutex([[Pair]](repeating: [], count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let pairs = pairs(in: part * Self.height..<min(count, (part + 1) * Self.height), atLeast: least)
            found.withLock { $0[part] = pairs }
        }
        return found.withLock { $0.flatMap(\.self) }
    }

    private func pairs(in part: Range<Int>, atLeast least: Float) -> [Pair] {
        var pairs: [Pair] = []
        let count = columns.count / groupCount
        rows.withUnsafeBufferPointer { one in
            columns.withUnsafeBufferPointer { other in
                for start in stride(from: 0, to: count, by: Self.width) {
                    for row in part {
                        for column in start..<min(start + Self.width, count) {
                            let cosine = product(one, row * groupCount, other, column * groupCount)
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
        while group + 1 < groupCount {
            even += one[first + group] * other[second + group]
            odd += one[first + group + 1] * other[second + group + 1]
            group += 2
        }
        if group < groupCount { even += one[first + group] * other[second + group] }
        return (even + odd).sum()
    }
}
