/// Brings every row to mean 0 and variance 1, then scales and shifts it (Ba, Kiros, Hinton 2016, "Layer Normalization",
/// arXiv:1607.06450).
struct RowNormalization: Sendable {
    /// Keeps a row of equal numbers from being divided by zero.
    static let epsilon: Float = 1e-12

    private let gain: [Float]
    private let bias: [Float]

    init(_ folder: ModelFolder, _ name: String, columns: Int) throws(ModelError) {
        gain = try folder.numbers(name + ".gain", [columns])
        bias = try folder.numbers(name + ".bias", [columns])
    }

    func apply(to matrix: inout Matrix) {
        precondition(matrix.columns == gain.count)
        let columns = matrix.columns
        matrix.values.withUnsafeMutableBufferPointer { numbers in
            for start in stride(from: 0, to: numbers.count, by: columns) {
                apply(to: UnsafeMutableBufferPointer(rebasing: numbers[start..<start + columns]))
            }
        }
    }

    private func apply(to row: UnsafeMutableBufferPointer<Float>) {
        let mean = Lanes.sum(UnsafeBufferPointer(row)) / Float(row.count)
        for column in row.indices { row[column] -= mean }
        let variance = Lanes.dot(UnsafeBufferPointer(row), UnsafeBufferPointer(row)) / Float(row.count)
        let scale = 1 / (variance + Self.epsilon).squareRoot()
        for column in row.indices { row[column] = row[column] * scale * gain[column] + bias[column] }
    }
}

/// A linear layer whose result is normalised.
struct NormalizedLayer: Sendable {
    private let weights: Matrix
    private let bias: [Float]
    private let normalization: RowNormalization

    init(_ folder: ModelFolder, _ name: String, rows: Int, columns: Int) throws(ModelError) {
        weights = try Matrix(folder, name, rows: rows, columns: columns)
        bias = try folder.numbers(name + ".bias", [columns])
        normalization = try RowNormalization(folder, name + ".norm", columns: columns)
    }

    func features(of matrix: Matrix) -> Matrix {
        var features = Matrix(rows: matrix.rows, repeating: bias)
        features.addProduct(of: matrix, with: weights)
        normalization.apply(to: &features)
        return features
    }
}
