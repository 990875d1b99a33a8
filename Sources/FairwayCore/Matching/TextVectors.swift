/// Sentence vectors of products or demands in one flat array, each of length 1, made outside this module.
///
/// `values[row * dimension ..< (row + 1) * dimension]` is the vector of `ids[row]`.
package struct TextVectors<Owner: Sendable>: Equatable, Sendable {
    package let ids: [Identifier<Owner>]
    /// Numbers per vector.
    package let dimension: Int
    let values: [Float]

    /// Vectors are brought to length 1; those without a length (all zero, or not finite) mean nothing and link nothing.
    /// - Throws: `TextVectorsError` when the values do not fill the rows.
    package init(ids: [Identifier<Owner>], dimension: Int, values: [Float]) throws(TextVectorsError) {
        guard dimension > 0, values.count == ids.count * dimension else {
            throw .wrongCount(values: values.count, rows: ids.count, dimension: dimension)
        }
        self.ids = ids
        self.dimension = dimension
        self.values = Self.normalised(values, dimension: dimension)
    }

    private static func normalised(_ values: [Float], dimension: Int) -> [Float] {
        var result = values
        for start in stride(from: 0, to: values.count, by: dimension) {
            let row = start..<start + dimension
            let length = values[row].reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
            let scale: Float = length > 0 && length.isFinite ? 1 / length : 0
            for place in row { result[place] = scale == 0 ? 0 : values[place] * scale }
        }
        return result
    }
}

/// Why vectors cannot be used.
package enum TextVectorsError: Error, Equatable {
    case wrongCount(values: Int, rows: Int, dimension: Int)
    case differentDimensions(products: Int, demands: Int)
}
