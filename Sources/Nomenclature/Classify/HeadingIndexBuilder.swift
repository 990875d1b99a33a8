import Glibc
import TextAnalysis

/// Counts the terms of all headings and chapters, then weighs them.
struct HeadingIndexBuilder {
    private struct Count {
        var place: Int32
        /// Weighted occurrences, by field and language length.
        var frequency: Float
    }

    private let analyser: TextAnalyser
    private let weights: ClassifierWeights
    private(set) var termIDs: [String: Int32] = [:]
    private(set) var headingOfPhrase: [Int32] = []
    private(set) var phraseTexts: [String] = []
    private var headingCounts: [[Count]] = []
    private var phraseTerms: [[(term: Int32, weight: Float)]] = []
    private var chapterCounts: [[Count]] = []

    init(analyser: TextAnalyser, weights: ClassifierWeights) {
        self.analyser = analyser
        self.weights = weights
    }

    mutating func add(_ heading: NomenclatureEntry, at place: Int32) {
        for (name, words) in zip(heading.name.all, heading.words.all) {
            let phrases = [name] + words
            // About twenty phrases a language are usual.
            let length = 1 - weights.lengthNorm + weights.lengthNorm * Float(phrases.count) / 20
            for (index, phrase) in phrases.enumerated() {
                let field = index == 0 ? weights.nameField : weights.wordsField
                var terms: [Int32: Float] = [:]
                for term in analyser.termsWithCharacters(of: phrase) where !TariffWords.shared.isEmpty(term) {
                    let id = id(of: term.text)
                    let weight = weights.weight(of: term)
                    terms[id] = max(terms[id] ?? 0, weight)
                }
                let sorted = terms.sorted { $0.key < $1.key }
                for (id, weight) in sorted { count(id, at: place, weight * field / length) }
                headingOfPhrase.append(place)
                phraseTexts.append(phrase)
                phraseTerms.append(sorted.map { ($0.key, $0.value) })
            }
        }
    }

    mutating func addChapter(_ chapter: NomenclatureEntry, at place: Int32) {
        for phrase in chapter.name.all + chapter.words.all.flatMap({ $0 }) {
            for term in analyser.termsWithCharacters(of: phrase) where !TariffWords.shared.isEmpty(term) {
                let id = Int(id(of: term.text))
                if chapterCounts[id].last?.place == place {
                    chapterCounts[id][chapterCounts[id].count - 1].frequency += weights.weight(of: term)
                } else {
                    chapterCounts[id].append(Count(place: place, frequency: weights.weight(of: term)))
                }
            }
        }
    }

    static func rarity(of count: Float, among total: Int) -> Float {
        logf(1 + (Float(total) - count + 0.5) / (count + 0.5))
    }

    /// Of each term, by the number of headings with it; a heading that has it only as a part counts by that weight.
    func rarity(headingCount: Int) -> [Float] {
        headingCounts.map { Self.rarity(of: Float($0.count), among: headingCount) }
    }

    func headingPostings(rarity: [Float]) -> [[HeadingIndex.Posting]] {
        let k = weights.saturation
        return zip(headingCounts, rarity).map { counts, rarity in
            counts.map {
                HeadingIndex.Posting(place: $0.place, weight: rarity * $0.frequency / ($0.frequency + k))
            }
        }
    }

    func phrasePostings(rarity: [Float]) -> [[HeadingIndex.Posting]] {
        var postings = [[HeadingIndex.Posting]](repeating: [], count: rarity.count)
        for (phrase, terms) in phraseTerms.enumerated() {
            let shares = terms.map { $0.weight * rarity[Int($0.term)] }
            let norm = sqrtf(shares.reduce(0) { $0 + $1 * $1 })
            for (term, share) in zip(terms, shares) where norm > 0 {
                postings[Int(term.term)].append(
                    HeadingIndex.Posting(place: Int32(phrase), weight: share / norm)
                )
            }
        }
        return postings
    }

    func chapterPostings(chapterCount: Int) -> [[HeadingIndex.Posting]] {
        chapterCounts.map { counts in
            let rarity = Self.rarity(of: Float(counts.count), among: chapterCount)
            return counts.map {
                HeadingIndex.Posting(
                    place: $0.place,
                    weight: rarity * $0.frequency / ($0.frequency + weights.saturation)
                )
            }
        }
    }

    private mutating func count(_ id: Int32, at place: Int32, _ weight: Float) {
        let term = Int(id)
        if headingCounts[term].last?.place == place {
            headingCounts[term][headingCounts[term].count - 1].frequency += weight
        } else {
            headingCounts[term].append(Count(place: place, frequency: weight))
        }
    }

    private mutating func id(of text: String) -> Int32 {
        if let known = termIDs[text] { return known }
        let id = Int32(termIDs.count)
        termIDs[text] = id
        headingCounts.append([])
        chapterCounts.append([])
        return id
    }
}
