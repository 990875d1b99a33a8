import Dispatch
import Synchronization

/// Vectors to be searched by the cosine of their angle: every one is looked at, so that no hit is missed.
///
/// ```swift
/// var index = VectorIndex(dimension: embedder.model.dimension)
/// index.append(embedder.vectors(of: ["Сушёные грибы", "Стальные трубы"]))
/// index.nearest(to: embedder.vector(of: "dried mushrooms"), limit: 10)  // row 0 first
/// ```
/// The vectors take 4 bytes a number. Equal inputs give equal cosines on every processor.
package struct VectorIndex: Sendable {
    package let dimension: Int
    package private(set) var count = 0
    /// The rows, each of length 1 or all zero.
    var values: [Float] = []

    /// An index without vectors.
    /// - Parameter capacity: How many it will hold, if that is known.
    package init(dimension: Int, capacity: Int = 0) {
        precondition(dimension > 0, "a vector has numbers")
        self.dimension = dimension
        values.reserveCapacity(capacity * dimension)
    }

    /// Adds vectors that stand one after another.
    package mutating func append(_ vectors: [Float]) {
        precondition(vectors.count % dimension == 0, "an index holds vectors of one dimension")
        count += vectors.count / dimension
        for start in stride(from: 0, to: vectors.count, by: dimension) {
            values += Self.unit(vectors[start..<start + dimension])
        }
    }

    /// Puts another vector into a row.
    package mutating func replace(_ row: Int, with vector: [Float]) {
        precondition(vector.count == dimension, "an index holds vectors of one dimension")
        values.replaceSubrange(place(row), with: Self.unit(vector[...]))
    }

    /// The vector of a row, of length 1 or all zero.
    package func vector(at row: Int) -> [Float] { Array(values[place(row)]) }

    /// The nearest vectors, best first; of equals the one with the lower row.
    /// - Complexity: O(`count` · `dimension`)
    package func nearest(to vector: [Float], limit: Int) -> [VectorHit] {
        var best = BestHits(limit: limit)
        for (row, cosine) in cosines(to: vector).enumerated() {
            best.offer(VectorHit(row: row, cosine: cosine))
        }
        return best.sorted
    }

    /// The nearest among some of the vectors.
    package func nearest(to vector: [Float], limit: Int, among rows: [Int]) -> [VectorHit] {
        let vector = query(vector)
        var best = BestHits(limit: limit)
        values.withUnsafeBufferPointer { values in
            vector.withUnsafeBufferPointer { vector in
                for row in rows {
                    let other = UnsafeBufferPointer(rebasing: values[place(row)])
                    best.offer(VectorHit(row: row, cosine: Lanes.dot(other, vector)))
                }
            }
        }
        return best.sorted
    }

    /// Numbers that one processor looks at before another is worth its while: 40 MB.
    private static let numbersAtOnce = 10_000_000

    /// The cosine of every row, in their order; on several processors where there are many.
    package func cosines(to vector: [Float]) -> [Float] {
        cosines(to: vector, parts: 1 + count * dimension / Self.numbersAtOnce)
    }

    /// - Parameter parts: How many stretches of rows may be looked at side by side.
    func cosines(to vector: [Float], parts: Int) -> [Float] {
        let vector = query(vector)
        guard parts > 1 else { return cosines(0..<count, vector) }
        let height = (count + parts - 1) / parts
        let found = Mutex([[Float]](repeating: [], count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let rows = min(count, part * height)..<min(count, (part + 1) * height)
            let cosines = cosines(rows, vector)
            found.withLock { $0[part] = cosines }
        }
        return found.withLock { $0.flatMap(\.self) }
    }

    private func cosines(_ rows: Range<Int>, _ vector: [Float]) -> [Float] {
        [Float](unsafeUninitializedCapacity: rows.count) { result, filled in
            values.withUnsafeBufferPointer { values in
                vector.withUnsafeBufferPointer { vector in
                    for row in rows {
                        let other = UnsafeBufferPointer(rebasing: values[place(row)])
                        result[row - rows.lowerBound] = Lanes.dot(other, vector)
                    }
                }
            }
            filled = rows.count
        }
    }

    private func query(_ vector: [Float]) -> [Float] {
        precondition(vector.count == dimension, "an index holds vectors of one dimension")
        return Self.unit(vector[...])
    }

    private func place(_ row: Int) -> Range<Int> { row * dimension..<(row + 1) * dimension }

    /// The vector at length 1; all zero if it has none.
    private static func unit(_ vector: ArraySlice<Float>) -> [Float] {
        let square = vector.withUnsafeBufferPointer { Lanes.dot($0, $0) }
        guard square > 0, square.isFinite else { return [Float](repeating: 0, count: vector.count) }
        let scale = 1 / square.squareRoot()
        return vector.map { $0 * scale }
    }
}
