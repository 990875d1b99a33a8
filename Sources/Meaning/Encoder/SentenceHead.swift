import Glibc

/// The end of the encoder: from what the pieces of a text say to the text's vector.
struct SentenceHead: Sendable {
    private static let hiddenColumns = 320

    let dimension: Int
    private let pool: Matrix
    private let poolBias: [Float]
    private let hidden: (Matrix, Matrix)
    private let skip: (Matrix, Matrix)
    private let mix: (Matrix, Matrix)

    init(_ folder: ModelFolder, columns: Int) throws(ModelError) {
        let dimension = folder.manifest.dimension
        let inner = Self.hiddenColumns
        self.dimension = dimension
        pool = try Matrix(folder, "pool", rows: columns, columns: dimension)
        poolBias = try folder.numbers("pool.bias", [dimension])
        hidden = (
            try Matrix(folder, "hidden1", rows: dimension, columns: inner),
            try Matrix(folder, "hidden2", rows: inner, columns: dimension)
        )
        skip = (
            try Matrix(folder, "skip1", rows: dimension, columns: inner),
            try Matrix(folder, "skip2", rows: inner, columns: dimension)
        )
        mix = (
            try Matrix(folder, "mix1", rows: inner, columns: inner),
            try Matrix(folder, "mix2", rows: dimension, columns: dimension)
        )
    }

    /// One vector of length 1 per text.
    func vectors(of features: Matrix, in texts: [Range<Int>]) -> Matrix {
        var result = pooled(features, texts)
        for layer in [(hidden.0, skip.0, mix.0), (hidden.1, skip.1, mix.1)] {
            var inner = Matrix(rows: result.rows, repeating: [Float](repeating: 0, count: layer.0.columns))
            var outer = inner
            inner.addProduct(of: result, with: layer.0)
            inner.clampNegatives()
            outer.addProduct(of: result, with: layer.1)
            outer.addProduct(of: inner, with: layer.2)
            if outer.columns != dimension { outer.clampNegatives() }
            result = outer
        }
        normalize(&result)
        return result
    }

    /// The sum over a text's pieces, divided by the root of their number, projected.
    ///
    /// The sum is taken first because it commutes with the projection and leaves one row per text.
    private func pooled(_ features: Matrix, _ texts: [Range<Int>]) -> Matrix {
        let columns = features.columns
        var sums = Matrix(rows: texts.count, repeating: [Float](repeating: 0, count: columns))
        var result = Matrix(rows: texts.count, repeating: [Float](repeating: 0, count: dimension))
        for (text, rows) in texts.enumerated() {
            let share = 1 / Float(rows.count).squareRoot()
            for row in rows {
                for column in 0..<columns {
                    sums.values[text * columns + column] += features.values[row * columns + column] * share
                }
            }
            for column in 0..<dimension {
                result.values[text * dimension + column] = poolBias[column] * Float(rows.count) * share
            }
        }
        result.addProduct(of: sums, with: pool)
        return result
    }

    private func normalize(_ vectors: inout Matrix) {
        for start in stride(from: 0, to: vectors.values.count, by: dimension) {
            let row = start..<start + dimension
            for place in row { vectors.values[place] = tanhf(vectors.values[place]) }
            let square = vectors.values[row].withUnsafeBufferPointer { Lanes.dot($0, $0) }
            let scale = 1 / max(square, RowNormalization.epsilon).squareRoot()
            for place in row { vectors.values[place] *= scale }
        }
    }
}
