import TextAnalysis

/// Postings of every term of the nomenclature, in flat arrays.
struct HeadingIndex: Sendable {
    struct Posting: Sendable {
        let place: Int32
        let weight: Float
    }

    let termIDs: [String: Int32]
    /// Rarity of each term among headings.
    let rarity: [Float]
    /// Heading → how strongly the term speaks for it.
    let headings: [[Posting]]
    /// Phrase → share of the term in the phrase.
    let phrases: [[Posting]]
    let chapters: [[Posting]]
    /// The heading of each phrase.
    let headingOfPhrase: [Int32]
    /// The phrases themselves, for explanations.
    let phraseTexts: [String]
    /// The chapter of each heading.
    let chapterOfHeading: [Int32]
    /// A term no heading has is as rare as this.
    let rarest: Float

    init(_ nomenclature: Nomenclature, analyser: TextAnalyser, weights: ClassifierWeights) {
        var builder = HeadingIndexBuilder(analyser: analyser, weights: weights)
        for (place, heading) in nomenclature.headings.enumerated() { builder.add(heading, at: Int32(place)) }
        for (place, chapter) in nomenclature.chapters.enumerated() {
            builder.addChapter(chapter, at: Int32(place))
        }
        let count = nomenclature.headings.count
        let rarity = builder.rarity(headingCount: count)
        self.rarity = rarity
        rarest = HeadingIndexBuilder.rarity(of: 0, among: count)
        termIDs = builder.termIDs
        headings = builder.headingPostings(rarity: rarity)
        phrases = builder.phrasePostings(rarity: rarity)
        chapters = builder.chapterPostings(chapterCount: nomenclature.chapters.count)
        headingOfPhrase = builder.headingOfPhrase
        phraseTexts = builder.phraseTexts
        let chapterPlaces = Dictionary(
            uniqueKeysWithValues: nomenclature.chapters.enumerated().map { ($1.code, Int32($0)) }
        )
        chapterOfHeading = nomenclature.headings.map { chapterPlaces[$0.chapter] ?? 0 }
    }
}
