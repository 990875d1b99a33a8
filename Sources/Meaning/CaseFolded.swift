/// A source that reads every text in small letters.
///
/// Models of meaning learn from running text: in capitals, words fall into pieces that say nothing (measured in
/// docs/meaning.md), and organisers' lists are full of capitals. Whatever evidence is beside it is of folded words, too.
package struct CaseFolded<Source: VectorSource>: VectorSource {
    private let source: Source

    package init(_ source: Source) {
        self.source = source
    }

    /// Of a version of its own: vectors of texts as they are written are others.
    package var model: EmbeddingModel {
        var model = source.model
        model.version += "-folded"
        return model
    }

    package func vectors(of texts: [String]) async throws -> [Float] {
        try await source.vectors(of: texts.map { $0.lowercased() })
    }
}

extension CaseFolded: TextEmbedder where Source: TextEmbedder {
    package func vectors(of texts: [String]) -> [Float] {
        source.vectors(of: texts.map { $0.lowercased() })
    }
}
