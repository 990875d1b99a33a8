extension VectorIndex {
    /// The cosines of all pairs: that of row `i` of this index and row `j` of the other is at `i * other.count + j`.
    ///
    /// Faster than one search per row, because the other index stays in the processor's cache; the last digits may differ from those of
    /// ``cosines(to:)``.
    /// - Complexity: O(`count` · `other.count` · `dimension`)
    package func cosines(toAllOf other: VectorIndex) -> [Float] {
        precondition(other.dimension == dimension, "vectors of two dimensions have no angle")
        var result = [Float](repeating: 0, count: count * other.count)
        let block = 256
        let values = values
        for start in stride(from: 0, to: other.count, by: block) {
            let rows = start..<min(start + block, other.count)
            let columns = other.columns(rows)
            var products = Matrix(rows: count, repeating: [Float](repeating: 0, count: columns.columns))
            products.addProduct(of: Matrix(rows: count, columns: dimension, values: values), with: columns)
            for row in 0..<count {
                let from = row * columns.columns
                result.replaceSubrange(
                    row * other.count + start..<row * other.count + rows.upperBound,
                    with: products.values[from..<from + rows.count]
                )
            }
        }
        return result
    }

    /// Some rows as the columns of a matrix, filled with zeros to the kernels' width.
    private func columns(_ rows: Range<Int>) -> Matrix {
        let width = (rows.count + 7) / 8 * 8
        var columns = [Float](repeating: 0, count: dimension * width)
        for (column, row) in rows.enumerated() {
            for (line, value) in vector(at: row).enumerated() { columns[line * width + column] = value }
        }
        return Matrix(rows: dimension, columns: width, values: columns)
    }
}
