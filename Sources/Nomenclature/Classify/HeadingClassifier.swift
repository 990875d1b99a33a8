import Glibc
package import TextAnalysis

/// Proposes headings of the Harmonized System for a text in Chinese, Russian or English.
///
/// Lexical evidence is BM25F over names and words of headings, the best single phrase, and the chapter; evidence by meaning may be
/// given beside it. One index holds all languages, so the text's language need not be known.
/// ```swift
/// let classifier = HeadingClassifier(nomenclature, analyser: analyser)
/// classifier.rank("шоколадные конфеты с начинкой").first?.code    // 1806
/// ```
package struct HeadingClassifier: Sendable {
    package let nomenclature: Nomenclature
    package let weights: ClassifierWeights
    private let analyser: TextAnalyser
    private let index: HeadingIndex
    private let expansion: WordExpansion

    /// Builds the index, which takes some tenths of a second.
    package init(
        _ nomenclature: Nomenclature,
        analyser: TextAnalyser,
        weights: ClassifierWeights = ClassifierWeights()
    ) {
        self.nomenclature = nomenclature
        self.analyser = analyser
        self.weights = weights
        index = HeadingIndex(nomenclature, analyser: analyser, weights: weights)
        expansion = WordExpansion(index.termIDs)
    }

    /// The headings that fit best, the best first; equals in the order of codes.
    /// - Parameters:
    ///   - semantic: The similarity of the text to each heading, in the order of `nomenclature.headings`; nil or empty for none.
    ///   - trust: How far the similarities count, 0…1; 1 for those of what was learnt.
    ///   - limit: At most so many; fewer when nothing speaks for more.
    package func rank(_ text: String, semantic: [Float]? = nil, trust: Float = 1, limit: Int = 10)
        -> [RankedHeading]
    {
        let asked = query(text)
        let (lexical, phrase) = scores(asked)
        let meaning = semantic.flatMap { $0.count == lexical.count ? Self.standardised($0) : nil }
        let share = trust * weights.semantic(words: asked.length, phrase: phrase)
        let fused = lexical.indices.map { place in
            meaning.map { weights.lexical * lexical[place] + share * weights.sureness($0[place]) }
                ?? lexical[place]
        }
        let order = fused.indices.filter { fused[$0] > 0 }.sorted { (fused[$1], $0) < (fused[$0], $1) }
        return order.prefix(limit).map { place in
            RankedHeading(
                place: place,
                code: nomenclature.headings[place].code,
                score: fused[place],
                lexical: lexical[place],
                semantic: meaning?[place],
                reasons: reasons(for: place, asked)
            )
        }
    }

    /// What names the goods in a text, whose similarity counts beside that of the whole; nil when the text is no more than that, or
    /// says nothing.
    package func goods(in text: String) -> GoodsPhrase? {
        QueryReading(text, analyser: analyser, weights: weights).goods.flatMap { $0.text == text ? nil : $0 }
    }

    /// Whether a word, in any of its forms, stands in a heading's name or words.
    package func knows(_ word: Term) -> Bool { index.termIDs[word.text] != nil }

    /// The lexical score of every heading, 0…1, in the order of `nomenclature.headings`.
    package func lexicalScores(_ text: String) -> [Float] {
        scores(query(text)).headings
    }

    /// A term of the query that some heading has.
    private struct Asked {
        let id: Int
        let weight: Float
        let word: String
    }

    private struct Query {
        var terms: [Asked] = []
        /// What a heading could have at most.
        var greatest: Float = 0
        var norm: Float = 0
        /// Words that say something.
        var length = 0
    }

    private func query(_ text: String) -> Query {
        let words = QueryReading(text, analyser: analyser, weights: weights).words
        var query = Query()
        query.length = words.count { $0.term.kind == .word }
        var squares: Float = 0
        for word in words {
            if let id = index.termIDs[word.term.text], !index.headings[Int(id)].isEmpty {
                let weight = word.weight
                query.terms.append(Asked(id: Int(id), weight: weight, word: word.term.surface))
                query.greatest += weight * index.rarity[Int(id)]
                squares += square(weight * index.rarity[Int(id)])
                continue
            }
            guard word.term.kind == .word else { continue }
            query.greatest += word.weight * index.rarest * 0.5
            squares += square(word.weight * index.rarest * 0.5)
            for (id, nearness) in expansion.near(word.term.text) where !index.headings[Int(id)].isEmpty {
                let weight = word.weight * nearness * weights.approximate
                query.terms.append(Asked(id: Int(id), weight: weight, word: word.term.surface))
            }
        }
        query.norm = sqrtf(squares)
        return query
    }

    private func square(_ value: Float) -> Float { value * value }

    /// The lexical score of every heading, and how like the best phrase of any is, 0…1.
    private func scores(_ query: Query) -> (headings: [Float], phrase: Float) {
        var headings = [Float](repeating: 0, count: index.chapterOfHeading.count)
        guard query.greatest > 0 else { return (headings, 0) }
        var chapters = [Float](repeating: 0, count: nomenclature.chapters.count)
        var phrases = [Float](repeating: 0, count: index.headingOfPhrase.count)
        let byHeading = weights.heading / query.greatest
        for asked in query.terms {
            for posting in index.headings[asked.id] {
                headings[Int(posting.place)] += posting.weight * asked.weight * byHeading
            }
            for posting in index.chapters[asked.id] {
                chapters[Int(posting.place)] += posting.weight * asked.weight
            }
            let weight = asked.weight * index.rarity[asked.id] / query.norm
            for posting in index.phrases[asked.id] { phrases[Int(posting.place)] += posting.weight * weight }
        }
        var best = [Float](repeating: 0, count: headings.count)
        for (phrase, score) in phrases.enumerated() where score > 0 {
            let heading = Int(index.headingOfPhrase[phrase])
            best[heading] = max(best[heading], score)
        }
        for place in headings.indices where headings[place] > 0 {
            headings[place] += weights.phrase * best[place]
            headings[place] += weights.chapter * chapters[Int(index.chapterOfHeading[place])] / query.greatest
        }
        return (headings, best.max() ?? 0)
    }

    /// The words that spoke most for a heading, at most five.
    private func reasons(for place: Int, _ query: Query) -> [RankedHeading.Reason] {
        var shares: [(word: String, share: Float)] = []
        for asked in query.terms {
            guard let posting = index.headings[asked.id].first(where: { $0.place == Int32(place) }) else {
                continue
            }
            let share = posting.weight * asked.weight / query.greatest
            if let known = shares.firstIndex(where: { $0.word == asked.word }) {
                shares[known].share += share
            } else {
                shares.append((asked.word, share))
            }
        }
        return Self.joined(shares).sorted { ($1.share, $0.word) < ($0.share, $1.word) }.prefix(5)
            .map { RankedHeading.Reason(word: $0.word, share: $0.share) }
    }

    /// Pieces of a word are shown as that word: 手机 takes in 手 and 机.
    private static func joined(_ shares: [(word: String, share: Float)]) -> [(word: String, share: Float)] {
        var whole: [(word: String, share: Float)] = []
        for (word, share) in shares.sorted(by: {
            ($1.word.utf8.count, $0.word) < ($0.word.utf8.count, $1.word)
        }) {
            let isHan = word.utf8.first ?? 0 >= 0xE3
            if isHan, let place = whole.firstIndex(where: { $0.word.contains(word) }) {
                whole[place].share += share
            } else {
                whole.append((word, share))
            }
        }
        return whole
    }

    /// In standard deviations from the mean, so that models with other ranges of similarity weigh the same.
    private static func standardised(_ values: [Float]) -> [Float] {
        let count = Float(max(values.count, 1))
        let mean = values.reduce(0, +) / count
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        guard variance > 0 else { return values.map { _ in 0 } }
        let deviation = sqrtf(variance)
        return values.map { ($0 - mean) / deviation }
    }
}
