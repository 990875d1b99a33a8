/// Which model made a vector: vectors of different models must never be compared.
package struct EmbeddingModel: Hashable, Codable, Sendable {
    package var name: String
    package var version: String
    /// Numbers in a vector.
    package var dimension: Int

    package init(name: String, version: String, dimension: Int) {
        self.name = name
        self.version = version
        self.dimension = dimension
    }
}

/// Turns texts into vectors whose cosine says how alike they are in meaning, whatever their language.
package protocol VectorSource: Sendable {
    var model: EmbeddingModel { get }

    /// The vectors of the texts, one after another: text `i` has `[i * dimension ..< (i + 1) * dimension]`, of length 1, or all
    /// zero if the text says nothing.
    func vectors(of texts: [String]) async throws -> [Float]
}

/// A source that answers in this process, at once and always.
package protocol TextEmbedder: VectorSource {
    func vectors(of texts: [String]) -> [Float]
}

extension TextEmbedder {
    package func vectors(of texts: [String]) async throws -> [Float] {
        let answer: ([String]) -> [Float] = vectors(of:)
        return answer(texts)
    }

    /// The vector of one text.
    package func vector(of text: String) -> [Float] {
        vectors(of: [text])
    }
}
