import TextAnalysis

/// A text to be classified as weighted terms.
struct QueryReading {
    struct Word {
        let term: Term
        var weight: Float
    }

    let words: [Word]
    /// What names the goods; nil when the text has no word of meaning.
    let goods: GoodsPhrase?

    init(_ text: String, analyser: TextAnalyser, weights: ClassifierWeights) {
        var text = text
        (words, goods) = text.withUTF8 { bytes in
            let terms = analyser.termsWithCharacters(ofUTF8: bytes)
            let goods = GoodsPhrase(terms, bytes)
            let scopes = ExclusionScopes(terms: terms, bytes: bytes)
            return (Self.weighted(terms, scopes, goods, weights), goods)
        }
    }

    /// Empty words count nothing, pairs of characters that reach into one count little, excluded ones less, late ones less; what names the goods more.
    private static func weighted(
        _ terms: [Term],
        _ scopes: ExclusionScopes,
        _ goods: GoodsPhrase?,
        _ weights: ClassifierWeights
    ) -> [Word] {
        let isEmpty = terms.map { TariffWords.shared.isEmpty($0) }
        var emptyPlaces: Set<Int> = []
        for (term, isEmpty) in zip(terms, isEmpty) where isEmpty && term.kind == .word {
            for byte in stride(from: term.range.lowerBound, to: term.range.upperBound, by: 3) {
                emptyPlaces.insert(byte)
            }
        }
        let head = goods.flatMap { HeadNoun.place(in: $0, of: terms) }
        var contentWords = 0
        var words: [Word] = []
        for (index, term) in terms.enumerated() where !isEmpty[index] {
            var weight = weights.weight(of: term)
            if term.kind == .part, term.isHan {
                let places = stride(from: term.range.lowerBound, to: term.range.upperBound, by: 3)
                let emptyCount = places.count { emptyPlaces.contains($0) }
                if emptyCount == term.range.count / 3 { continue }
                if emptyCount > 0 { weight *= 0.3 }
            }
            switch scopes.scope(of: term) {
            case .excluded: weight *= weights.excluded
            case .optional: weight *= weights.optional
            case .plain: break
            }
            if index == head { weight *= weights.head }
            if goods?.range.contains(term.range.lowerBound) == true { weight *= weights.goods }
            weight /= 1 + weights.fading * Float(max(0, contentWords - 10))
            if term.kind == .word { contentWords += 1 }
            words.append(Word(term: term, weight: weight))
        }
        return merged(words)
    }

    /// A word said twice counts once, with its greatest weight.
    private static func merged(_ words: [Word]) -> [Word] {
        var places: [String: Int] = [:]
        var merged: [Word] = []
        for word in words {
            if let place = places[word.term.text] {
                merged[place].weight = max(merged[place].weight, word.weight)
            } else {
                places[word.term.text] = merged.count
                merged.append(word)
            }
        }
        return merged
    }
}
