import Testing

@testable import Meaning

struct VectorIndexTests {
    @Test(arguments: 1...12)
    func findsWhatALookAtEveryVectorFinds(seed: UInt64) {
        var rng = SplitMix(seed: seed)
        let dimension = [3, 16, 33, 64][Int(seed) % 4]
        let count = 20 * Int(seed)
        let vectors = rng.numbers(count * dimension)
        var index = VectorIndex(dimension: dimension)
        index.append(vectors)
        let query = rng.numbers(dimension)
        let expected = ranking(of: vectors, dimension: dimension, by: query)
        let found = index.nearest(to: query, limit: 10)
        #expect(found.map(\.row) == expected.prefix(10).map(\.row))
        for (hit, other) in zip(found, expected) { #expect(abs(Double(hit.cosine) - other.cosine) < 1e-5) }
        let even = Array(stride(from: 0, to: count, by: 2))
        let among = index.nearest(to: query, limit: 7, among: even)
        #expect(among.map(\.row) == expected.filter { $0.row % 2 == 0 }.prefix(7).map(\.row))
    }

    @Test func listsEqualsInTheOrderTheyCame() {
        var index = VectorIndex(dimension: 2)
        index.append([0, 1, 2, 0, 0, 3, 5, 0, 1, 0])
        #expect(index.nearest(to: [1, 0], limit: 4).map(\.row) == [1, 3, 4, 0])
        #expect(index.nearest(to: [1, 0], limit: 2, among: [4, 3, 1]).map(\.row) == [1, 3])
    }

    @Test func knowsOnlyDirections() {
        var index = VectorIndex(dimension: 3)
        index.append([0, 30, 40])
        #expect(zip(index.vector(at: 0), [0, 0.6, 0.8]).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(abs(index.cosines(to: [0, 0.03, 0.04])[0] - 1) < 1e-6)
    }

    @Test(arguments: [[0, 0], [.nan, 1], [.infinity, 0]] as [[Float]])
    func isUnrelatedToWhatHasNoDirection(vector: [Float]) {
        var index = VectorIndex(dimension: 2)
        index.append([1, 0])
        index.append(vector)
        #expect(index.cosines(to: [1, 0]) == [1, 0])
        #expect(index.cosines(to: vector) == [0, 0])
    }

    @Test func replacesAVector() {
        var index = VectorIndex(dimension: 2)
        index.append([1, 0, 0, 1])
        index.replace(0, with: [0, -2])
        #expect(index.cosines(to: [0, 1]) == [-1, 1])
        #expect(index.count == 2)
    }

    @Test func findsNoMoreThanThereIs() {
        var index = VectorIndex(dimension: 2)
        #expect(index.nearest(to: [1, 0], limit: 5).isEmpty)
        index.append([1, 0])
        #expect(index.nearest(to: [1, 0], limit: 5) == [VectorHit(row: 0, cosine: 1)])
        #expect(index.nearest(to: [1, 0], limit: 0).isEmpty)
    }

    @Test(arguments: [1, 7, 8, 255, 256, 300])
    func comparesAllPairs(others: Int) {
        var rng = SplitMix(seed: UInt64(others))
        var one = VectorIndex(dimension: 24)
        var other = VectorIndex(dimension: 24)
        one.append(rng.numbers(24 * 5))
        other.append(rng.numbers(24 * others))
        let pairs = one.cosines(toAllOf: other)
        #expect(pairs.count == 5 * others)
        for row in 0..<5 {
            let single = other.cosines(to: one.vector(at: row))
            for (place, cosine) in single.enumerated() {
                #expect(abs(pairs[row * others + place] - cosine) < 1e-5)
            }
        }
    }

    private func ranking(
        of vectors: [Float],
        dimension: Int,
        by query: [Float]
    ) -> [(row: Int, cosine: Double)] {
        let starts = stride(from: 0, to: vectors.count, by: dimension)
        let rows = starts.map { Array(vectors[$0..<$0 + dimension]) }
        let hits = rows.enumerated().map { row, vector in
            (row: row, cosine: dot(vector, query) / (dot(vector, vector) * dot(query, query)).squareRoot())
        }
        return hits.sorted { $0.cosine > $1.cosine }
    }

    private func dot(_ one: [Float], _ other: [Float]) -> Double {
        zip(one, other).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }

    @Test(arguments: [1, 2, 3, 7, 12, 40]) func partsAreTheWhole(parts: Int) {
        var index = VectorIndex(dimension: 3)
        for row in 0..<11 { index.append([Float(row), 1, Float(row % 3)]) }
        let whole = index.nearest(to: [1, 2, 3], limit: 4, parts: 1)
        #expect(index.nearest(to: [1, 2, 3], limit: 4, parts: parts) == whole)
    }

    /// Rows so near to each other that their bytes are the same, and ties: nothing is lost by looking at bytes first.
    @Test(arguments: 1...20) func theSketchLosesNoHit(seed: UInt64) {
        var rng = SplitMix(seed: seed)
        let dimension = [8, 33, 128, 512][Int(seed) % 4]
        var index = VectorIndex(dimension: dimension)
        let centre = rng.numbers(dimension)
        let spread: Float = [1, 0.1, 0.001, 0][Int(seed / 4) % 4]
        for row in 0..<300 {
            let offset = rng.numbers(dimension)
            index.append(zip(centre, offset).map { $0 + spread * $1 })
            if row % 7 == 0 { index.append(index.vector(at: row)) }
        }
        index.replace(3, with: centre)
        let query = zip(centre, rng.numbers(dimension)).map { $0 + 0.2 * $1 }
        for limit in [1, 10, 200, 1000] {
            let whole = index.nearest(to: query, limit: limit, among: Array(0..<index.count))
            #expect(index.nearest(to: query, limit: limit) == whole)
        }
    }

    @Test(arguments: 1...12) func theSketchBoundsEveryCosine(seed: UInt64) {
        var rng = SplitMix(seed: seed)
        let dimension = [1, 5, 64, 100, 512, 1536][Int(seed) % 6]
        var index = VectorIndex(dimension: dimension)
        var sketch = VectorSketch(dimension: dimension)
        var outlier = [Float](repeating: 1e-4, count: dimension)
        outlier[0] = 1
        for vector in (0..<50).map({ _ in rng.numbers(dimension) }) + [outlier, outlier.map { -$0 }] {
            index.append(vector)
            sketch.append(index.vector(at: index.count - 1))
        }
        for query in [rng.numbers(dimension), outlier, [Float](repeating: 0, count: dimension)] {
            var unit = VectorIndex(dimension: dimension)
            unit.append(query)
            let cosines = index.cosines(to: query)
            let words = VectorSketch.Query(unit.vector(at: 0))
            var plain: [Float] = []
            sketch.bounds(0..<index.count, words, kernel: 0) { row, least, most in
                #expect(least <= cosines[row] && cosines[row] <= most)
                if dimension > 1 { #expect(most - least < 0.2) }
                plain += [least, most]
            }
            for kernel in 0...VectorSketch.kernel {
                var other: [Float] = []
                sketch.bounds(0..<index.count, words, kernel: kernel) { _, least, most in
                    other += [least, most]
                }
                #expect(other == plain, "every kernel gives the same")
            }
        }
    }
}
