import Testing

@testable import Meaning

struct MatrixTests {
    /// Rows that fill a tile and rows that do not; columns for every width of the kernels and their remainders.
    @Test(arguments: [1, 2, 3, 4, 7, 9], [8, 16, 24, 64, 72, 152])
    func multipliesWithEveryKernelToTheSameBits(rows: Int, columns: Int) {
        var rng = SplitMix(seed: UInt64(rows * 1_000 + columns))
        let depth = 37
        let factor = Matrix(rows: rows, columns: depth, values: rng.numbers(rows * depth))
        let weights = Matrix(rows: depth, columns: columns, values: rng.numbers(depth * columns))
        let start = Matrix(rows: rows, columns: columns, values: rng.numbers(rows * columns))
        let expected = product(of: factor, weights, addedTo: start)
        #expect(!ProductKernel.available.isEmpty)
        for kernel in ProductKernel.available {
            var sum = start
            sum.addProduct(of: factor, with: weights, kernel: kernel)
            #expect(sum.values == expected.values, "kernel \(kernel.number)")
        }
    }

    @Test func clampsAndAdds() {
        var matrix = Matrix(rows: 2, columns: 2, values: [-1, 2, 3, -4])
        matrix.clampNegatives()
        matrix.add(Matrix(rows: 2, repeating: [10, 20]))
        #expect(matrix.values == [10, 22, 13, 20])
    }

    @Test func splitsWhatItPutSideBySide() {
        let one = Matrix(rows: 2, columns: 2, values: [1, 2, 3, 4])
        let other = Matrix(rows: 2, columns: 2, values: [5, 6, 7, 8])
        let both = Matrix(sideBySide: [one, other])
        #expect(both.values == [1, 2, 5, 6, 3, 4, 7, 8])
        #expect(both.split(into: 2).map(\.values) == [one.values, other.values])
    }

    @Test(arguments: [1, 15, 16, 17, 31, 32, 33, 100])
    func sumsEveryLane(count: Int) {
        let numbers = (1...count).map(Float.init)
        numbers.withUnsafeBufferPointer { buffer in
            #expect(Lanes.sum(buffer) == Float(count * (count + 1) / 2))
            #expect(Lanes.dot(buffer, buffer) == Float(count * (count + 1) * (2 * count + 1) / 6))
        }
    }

    private func product(of factor: Matrix, _ weights: Matrix, addedTo start: Matrix) -> Matrix {
        var result = start
        for row in 0..<factor.rows {
            for column in 0..<weights.columns {
                for k in 0..<factor.columns {
                    result.values[row * weights.columns + column] +=
                        factor.values[row * factor.columns + k] * weights.values[k * weights.columns + column]
                }
            }
        }
        return result
    }
}

extension SplitMix {
    mutating func numbers(_ count: Int) -> [Float] {
        (0..<count).map { _ in Float.random(in: -1...1, using: &self) }
    }
}
