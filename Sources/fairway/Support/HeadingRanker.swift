import Nomenclature

/// Ranks headings for a text by its words and, as far as a model is at hand, by what it means.
struct HeadingRanker: Sendable {
    let classifier: HeadingClassifier
    /// Nil for words alone.
    let meaning: HeadingMeaning?

    /// - Parameter vector: Of the text, by the model that `meaning` is of; nil for words alone.
    func rank(_ text: String, vector: [Float]?, limit: Int) -> [RankedHeading] {
        let semantic = vector.flatMap { vector in
            meaning.flatMap { $0.similarities(to: vector, goods: classifier.goods(in: text)) }
        }
        return classifier.rank(text, semantic: semantic, trust: meaning?.trust ?? 0, limit: limit)
    }
}
