import Testing

@testable import Meaning

/// More rows than a block of an index holds, compared with a plain loop over all of them.
struct VectorIndexBlockTests {
    private static let dimension = 8
    private static let count = 5000
    /// The first and the last row of each block.
    private static let borders = [0, 2047, 2048, 4095, 4096, 4999]

    /// An index of random rows, and the numbers of each.
    /// - Parameter portion: How many rows are appended at once.
    private func filled(
        portion: Int = count,
        isHalf: Bool = false,
        using rng: inout SplitMix
    ) -> (index: VectorIndex, rows: [[Float]]) {
        let rows = (0..<Self.count).map { _ in rng.numbers(Self.dimension) }
        var index = VectorIndex(dimension: Self.dimension, isHalf: isHalf)
        for start in stride(from: 0, to: rows.count, by: portion) {
            index.append(Array(rows[start..<min(rows.count, start + portion)].joined()))
        }
        return (index, rows)
    }

    private func unit(_ vector: [Float]) -> [Double] {
        let numbers = vector.map { Double($0) }
        let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return numbers.map { $0 / length }
    }

    private func cosines(of rows: [[Float]], to query: [Float]) -> [Double] {
        let query = unit(query)
        return rows.map { row in zip(unit(row), query).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    private func greatestDifference(_ found: [Float], _ expected: [Double]) -> Double {
        zip(found, expected).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
    }

    /// That every row stands where it was put, and is found.
    private func check(_ index: VectorIndex, _ rows: [[Float]], _ query: [Float]) {
        #expect(index.count == rows.count)
        let wrong = rows.indices.filter { greatestDifference(index.vector(at: $0), unit(rows[$0])) > 1e-6 }
        #expect(wrong.isEmpty)
        let expected = cosines(of: rows, to: query)
        #expect(greatestDifference(index.cosines(to: query), expected) < 1e-5)
        let found = index.nearest(to: query, limit: 20)
        #expect(found.count == 20 && Set(found.map(\.row)).count == 20)
        #expect(greatestDifference(found.map(\.cosine), expected.sorted(by: >)) < 1e-5)
        #expect(greatestDifference(found.map(\.cosine), found.map { expected[$0.row] }) < 1e-5)
        for row in Self.borders {
            #expect(index.nearest(to: rows[row], limit: 1).map(\.row) == [row])
            #expect(index.nearest(to: rows[row], limit: 1, among: Self.borders).map(\.row) == [row])
        }
    }

    /// Numbers of 16 bits: what is kept is near to what was given, and what is found is exactly the nearest of what is kept.
    @Test func halfTheBitsFindTheNearestOfWhatIsKept() {
        var rng = SplitMix(seed: 7)
        var (index, rows) = filled(isHalf: true, using: &rng)
        rows[2048] = rng.numbers(Self.dimension)
        index.replace(2048, with: rows[2048])
        let far = rows.indices.map { greatestDifference(index.vector(at: $0), unit(rows[$0])) }.max() ?? 1
        #expect(far > 0 && far < 0.0005)
        let query = rng.numbers(Self.dimension)
        let direction = unit(query)
        let kept = rows.indices.map { row in
            zip(index.vector(at: row), direction).reduce(0) { $0 + Double($1.0) * $1.1 }
        }
        let expected = rows.indices.sorted { kept[$0] > kept[$1] }.prefix(50)
        #expect(index.nearest(to: query, limit: 50).map(\.row) == Array(expected))
    }

    /// Portions that end in the middle of a block, and one that fills several.
    @Test(arguments: [1, 700, 5000]) func everyRowIsFoundWhereItWasPut(portion: Int) {
        var rng = SplitMix(seed: UInt64(portion))
        let (index, rows) = filled(portion: portion, using: &rng)
        check(index, rows, rng.numbers(Self.dimension))
    }

    @Test func aRowAtABorderIsReplacedAndNoOther() {
        var rng = SplitMix(seed: 2)
        var (index, rows) = filled(using: &rng)
        for row in Self.borders {
            rows[row] = rng.numbers(Self.dimension)
            index.replace(row, with: rows[row])
        }
        check(index, rows, rng.numbers(Self.dimension))
    }

    @Test func allPairsAreComparedEitherWay() {
        var rng = SplitMix(seed: 3)
        let (many, rows) = filled(using: &rng)
        let others = (0..<3).map { _ in rng.numbers(Self.dimension) }
        var few = VectorIndex(dimension: Self.dimension)
        few.append(Array(others.joined()))
        let expected = others.map { cosines(of: rows, to: $0) }
        let pairs = few.cosines(toAllOf: many)
        #expect(pairs.count == 3 * Self.count)
        #expect(greatestDifference(pairs, Array(expected.joined())) < 1e-5)
        let turned = many.cosines(toAllOf: few)
        #expect(turned.count == 3 * Self.count)
        let expectedTurned = rows.indices.flatMap { row in expected.map { $0[row] } }
        #expect(greatestDifference(turned, expectedTurned) < 1e-5)
    }

    /// A copy shares its blocks with the original until one of them changes.
    @Test(arguments: [2047, 2048, 2049, 4096]) func aCopyStaysAsItWas(count: Int) {
        var rng = SplitMix(seed: UInt64(count))
        var index = VectorIndex(dimension: Self.dimension)
        index.append(rng.numbers(count * Self.dimension))
        let copy = index
        let query = rng.numbers(Self.dimension)
        let (values, hits) = (copy.values, copy.nearest(to: query, limit: 10))
        index.append(query)
        index.append(rng.numbers(3 * Self.dimension))
        index.replace(count - 1, with: query)
        let isUnchanged = copy.values == values
        #expect(copy.count == count && isUnchanged)
        #expect(copy.nearest(to: query, limit: 10) == hits)
        #expect(index.nearest(to: query, limit: 2).map(\.row) == [count - 1, count])
        // The other way round.
        let grown = index.values
        var other = copy
        other.append(rng.numbers(2 * Self.dimension))
        other.replace(count - 1, with: rng.numbers(Self.dimension))
        let isStillGrown = index.values == grown
        #expect(index.count == count + 4 && isStillGrown)
    }
}
