import Dispatch
import Synchronization

/// Vectors to be searched by the cosine of their angle, exactly: what is not looked at in full is proven to be no hit.
///
/// ```swift
/// var index = VectorIndex(dimension: embedder.model.dimension)
/// index.append(embedder.vectors(of: ["Сушёные грибы", "Стальные трубы"]))
/// index.nearest(to: embedder.vector(of: "dried mushrooms"), limit: 10)  // row 0 first
/// ```
/// The vectors take 5 bytes a number, or 3 where 16 bits are enough. Equal inputs give equal cosines on every processor.
package struct VectorIndex: Sendable {
    package let dimension: Int
    package private(set) var count = 0
    /// The rows, some thousand to a block: whoever adds to a copy copies the last block and no more, and none grows by doubling.
    private var blocks: [Block] = []
    private static let rowsOfBlock = 2048

    private struct Block {
        /// Of length 1 or all zero.
        var rows: VectorRows
        var sketch: VectorSketch
    }

    private let isHalf: Bool

    /// An index without vectors.
    /// - Parameters:
    ///   - capacity: How many it will hold, if that is known.
    ///   - isHalf: Keep numbers in 16 bits (IEEE 754 binary16), for vectors that come from a store that does.
    package init(dimension: Int, capacity: Int = 0, isHalf: Bool = false) {
        precondition(dimension > 0, "a vector has numbers")
        self.dimension = dimension
        self.isHalf = isHalf
        blocks.reserveCapacity(capacity / Self.rowsOfBlock + 1)
    }

    /// - Parameter rows: How many it will hold at least.
    private func emptyBlock(_ rows: Int) -> Block {
        Block(
            rows: VectorRows(dimension: dimension, isHalf: isHalf, capacity: rows),
            sketch: VectorSketch(dimension: dimension, capacity: rows)
        )
    }

    /// Adds vectors that stand one after another.
    package mutating func append(_ vectors: [Float]) {
        precondition(vectors.count % dimension == 0, "an index holds vectors of one dimension")
        for start in stride(from: 0, to: vectors.count, by: dimension) {
            let unit = Self.unit(vectors[start..<start + dimension])
            if count % Self.rowsOfBlock == 0 {
                // Where one is full, the next will be; a small index stays small.
                let rows = blocks.isEmpty ? (vectors.count - start) / dimension : Self.rowsOfBlock
                blocks.append(emptyBlock(min(rows, Self.rowsOfBlock)))
            }
            let kept = blocks[blocks.count - 1].rows.append(unit)
            blocks[blocks.count - 1].sketch.append(kept)
            count += 1
        }
    }

    /// Puts another vector into a row.
    package mutating func replace(_ row: Int, with vector: [Float]) {
        precondition(vector.count == dimension, "an index holds vectors of one dimension")
        let unit = Self.unit(vector[...])
        let place = row % Self.rowsOfBlock
        let kept = blocks[row / Self.rowsOfBlock].rows.replace(place, with: unit)
        blocks[row / Self.rowsOfBlock].sketch.replace(place, with: kept)
    }

    /// The vector of a row, of length 1 or all zero.
    package func vector(at row: Int) -> [Float] { with(row) { Array($0) } }

    /// All rows, one after another.
    var values: [Float] { (0..<count).flatMap { vector(at: $0) } }

    private func with<Value>(_ row: Int, _ body: (UnsafeBufferPointer<Float>) -> Value) -> Value {
        blocks[row / Self.rowsOfBlock].rows.with(row % Self.rowsOfBlock, body)
    }

    /// The nearest vectors, best first; of equals the one with the lower row.
    /// - Complexity: O(`count` · `dimension`)
    package func nearest(to vector: [Float], limit: Int) -> [VectorHit] {
        nearest(to: vector, limit: limit, parts: 1 + count * dimension / Self.bytesAtOnce)
    }

    /// Bytes of the sketch that one processor looks at before another is worth its while.
    private static let bytesAtOnce = 20_000_000

    /// - Parameter parts: How many stretches of rows may be looked at side by side.
    func nearest(to vector: [Float], limit: Int, parts: Int) -> [VectorHit] {
        guard limit > 0 else { return [] }
        let query = VectorSketch.Query(query(vector))
        let height = max(1, (count + parts - 1) / parts)
        let stretches = stride(from: 0, to: count, by: height).map { $0..<min(count, $0 + height) }
        // The greatest of the least possible cosines: a row that cannot reach the last of them is no hit.
        let found = Mutex((least: BestHits(limit: limit), greatest: [[Float]](repeating: [], count: parts)))
        DispatchQueue.concurrentPerform(iterations: stretches.count) { part in
            var best = BestHits(limit: limit)
            var greatest: [Float] = []
            greatest.reserveCapacity(stretches[part].count)
            bounds(stretches[part], query) { row, least, most in
                best.offer(VectorHit(row: row, cosine: least))
                greatest.append(most)
            }
            found.withLock { [best, greatest] found in
                for hit in best.sorted { found.least.offer(hit) }
                found.greatest[part] = greatest
            }
        }
        let (least, greatest) = found.withLock { ($0.least.sorted, $0.greatest) }
        let bar = least.count == limit ? least.last?.cosine ?? 0 : -.infinity
        var rows: [Int] = []
        for (stretch, greatest) in zip(stretches, greatest) {
            for (place, most) in greatest.enumerated() where most >= bar {
                rows.append(stretch.lowerBound + place)
            }
        }
        return nearest(to: vector, limit: limit, among: rows)
    }

    /// Calls with each row's least and greatest possible cosine.
    private func bounds(_ rows: Range<Int>, _ query: VectorSketch.Query, _ body: (Int, Float, Float) -> Void)
    {
        var start = rows.lowerBound
        while start < rows.upperBound {
            let first = start - start % Self.rowsOfBlock
            let end = min(rows.upperBound, first + Self.rowsOfBlock)
            blocks[start / Self.rowsOfBlock].sketch.bounds(start - first..<end - first, query) {
                body(first + $0, $1, $2)
            }
            start = end
        }
    }

    /// The nearest among some of the vectors.
    package func nearest(to vector: [Float], limit: Int, among rows: [Int]) -> [VectorHit] {
        let vector = query(vector)
        var best = BestHits(limit: limit)
        vector.withUnsafeBufferPointer { vector in
            for row in rows { best.offer(VectorHit(row: row, cosine: cosine(row, vector))) }
        }
        return best.sorted
    }

    /// The cosine of every row, in their order.
    package func cosines(to vector: [Float]) -> [Float] {
        let vector = query(vector)
        return [Float](unsafeUninitializedCapacity: count) { result, filled in
            vector.withUnsafeBufferPointer { vector in
                for row in 0..<count { result[row] = cosine(row, vector) }
            }
            filled = count
        }
    }

    private func query(_ vector: [Float]) -> [Float] {
        precondition(vector.count == dimension, "an index holds vectors of one dimension")
        return Self.unit(vector[...])
    }

    private func cosine(_ row: Int, _ vector: UnsafeBufferPointer<Float>) -> Float {
        with(row) { Lanes.dot($0, vector) }
    }

    /// The vector at length 1; all zero if it has none.
    private static func unit(_ vector: ArraySlice<Float>) -> [Float] {
        let square = vector.withUnsafeBufferPointer { Lanes.dot($0, $0) }
        guard square > 0, square.isFinite else { return [Float](repeating: 0, count: vector.count) }
        let scale = 1 / square.squareRoot()
        return vector.map { $0 * scale }
    }
}
