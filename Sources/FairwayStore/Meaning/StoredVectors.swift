package import Meaning

/// The vectors of texts as one index, with the row of each text.
package struct StoredVectors: Sendable {
    package let model: EmbeddingModel
    package private(set) var index: VectorIndex
    private var rows: [TextKey: Int] = [:]

    package init(model: EmbeddingModel, capacity: Int = 0) {
        self.model = model
        index = VectorIndex(dimension: model.dimension, capacity: capacity, isHalf: true)
        rows.reserveCapacity(capacity)
    }

    /// The text's row in the index; nil if it has no vector yet.
    package func row(of text: String) -> Int? { rows[TextKey(text)] }

    package func vector(of text: String) -> [Float]? { row(of: text).map(index.vector(at:)) }

    /// Adds the vector of a text that has none yet.
    mutating func append(_ vector: [Float], of key: TextKey) {
        rows[key] = index.count
        index.append(vector)
    }
}
