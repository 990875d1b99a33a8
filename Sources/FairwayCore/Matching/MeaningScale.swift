/// How a model's cosines read: from `unrelated` (nothing in common) to `same` (the same thing).
///
/// Models differ: with some, unrelated texts score near 0.8. Measure both ends on texts of known kinship.
package struct MeaningScale: Equatable, Sendable, Codable {
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

    /// The scale of another model, by how its cosines of unrelated and of same texts compare with those that this scale and
    /// `sentenceEncoder` were measured with: the same place between both ends.
    package func carried(to measured: MeaningScale) -> MeaningScale {
        let base = Self.sentenceEncoder
        let stretch = (measured.same - measured.unrelated) / (base.same - base.unrelated)
        func carried(_ cosine: Float) -> Float {
            min(1, max(-1, measured.unrelated + (cosine - base.unrelated) * stretch))
        }
        return MeaningScale(from: carried(unrelated), to: carried(same))
    }

    /// The scale that a model's cosines show.
    /// - Parameters:
    ///   - unrelated: Of texts in two languages that say different things.
    ///   - same: Of texts in two languages that say the same.
    /// - Returns: from what two unrelated ones in a hundred pass to what a tenth of the same reach, as `sentenceEncoder` was
    ///   measured; nil without enough of both, or when they do not lie apart.
    package init?(unrelated: [Float], same: [Float]) {
        let least = 20
        guard unrelated.count >= least, same.count >= least else { return nil }
        func quantile(_ values: [Float], _ share: Double) -> Float {
            values.sorted()[min(values.count - 1, Int(share * Double(values.count)))]
        }
        self.init(unrelated: quantile(unrelated, 0.98), same: quantile(same, 0.9))
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
