/// How a model's cosines read: from `unrelated` (nothing in common) to `same` (the same thing).
///
/// Models differ: with some, unrelated texts score near 0.8. Measure both ends on texts of known kinship.
package struct MeaningScale: Equatable, Sendable {
    package let unrelated: Float
    package let same: Float

    /// Of Universal Sentence Encoder multilingual v3: of names of the nomenclature in two languages two unrelated ones in a
    /// hundred are nearer than 0.4, and one thing said in two languages is seldom nearer than 0.8.
    package static let sentenceEncoder = MeaningScale(from: 0.4, to: 0.8)

    /// Of the mean vectors of a product's names and a demand's sentences with the same model, on the sample: of those in
    /// different chapters one in a hundred is nearer than 0.26, of those under one heading one in a hundred nearer than 0.52.
    package static let offersAndWishes = MeaningScale(from: 0.26, to: 0.52)

    private init(from unrelated: Float, to same: Float) {
        self.unrelated = unrelated
        self.same = same
    }

    /// - Returns: nil unless −1 ≤ unrelated < same ≤ 1.
    package init?(unrelated: Float, same: Float) {
        guard unrelated >= -1, same <= 1, unrelated < same else { return nil }
        self.unrelated = unrelated
        self.same = same
    }

    /// 0 … 1, straight between both ends.
    package func strength(cosine: Float) -> Double {
        Double(min(1, max(0, (cosine - unrelated) / (same - unrelated))))
    }

    /// The least cosine that reads as `strength`.
    func cosine(strength: Double) -> Float {
        unrelated + Float(strength) * (same - unrelated)
    }
}
