import FairwayCore
import FairwayStore
import FairwayWeb
import Glibc
import Meaning
import Nomenclature
import Synchronization
import TextAnalysis

/// Puts the search together: the store's index, and the nomenclature that says what a query means.
enum SearchSetup {
    /// - Throws: when a dictionary is not installed, or the nomenclature's table is damaged. Without the table, or without a model,
    ///   search goes without that kind of evidence.
    static func search(in store: ExpoStore, with keeper: MeaningKeeper) async throws -> CatalogueSearch {
        var vector: (@Sendable (String) async -> [Float]?)?
        if await keeper.open() { vector = { await keeper.vector(of: $0) } }
        guard let nomenclature = try nomenclature() else {
            return try CatalogueSearch(store: store, vector: vector, meaning: { keeper.guesses(like: $0) })
        }
        let classifier = HeadingClassifier(nomenclature, analyser: try TextAnalyser())
        let headings = Later<HeadingMeaning>()
        if let source = keeper.source, let learnt = try HeadingMeaning.installed(for: nomenclature, source) {
            headings.set(learnt)
        } else if let source = keeper.source {
            // Some seconds that no visitor has to wait: until then headings are guessed by words alone.
            Task.detached(priority: .utility) {
                headings.set(try await meaning(of: nomenclature, source, keeper))
            }
        }
        return try CatalogueSearch(
            store: store,
            vector: vector,
            headings: { guesses($0, $1, HeadingRanker(classifier: classifier, meaning: headings.value)) },
            proposals: { proposals($0, $1, HeadingRanker(classifier: classifier, meaning: headings.value)) },
            meaning: { keeper.guesses(like: $0) },
            headingName: { nomenclature.heading($0).map { name($0) } },
            isWord: { classifier.knows($0) }
        )
    }

    /// A model in this process reads the headings at once; those of a service are kept in the store, and waited for.
    private static func meaning(
        of nomenclature: Nomenclature,
        _ source: any VectorSource,
        _ keeper: MeaningKeeper
    ) async throws -> HeadingMeaning {
        let texts = HeadingMeaning.texts(of: nomenclature)
        if let embedder = source as? any TextEmbedder {
            return HeadingMeaning(
                vectors: try await embedder.vectors(of: texts),
                dimension: embedder.model.dimension
            )
        }
        while true {
            if let vectors = try await keeper.keptVectors(of: texts) {
                return HeadingMeaning(vectors: vectors, dimension: source.model.dimension)
            }
            try await Task.sleep(for: .seconds(2))
        }
    }

    /// Texts beside those of the expo that a keeper of vectors has to keep for the headings.
    static func textsToKeep(_ settings: MeaningSettings) throws -> [String] {
        guard case .endpoint = settings, let nomenclature = try nomenclature() else { return [] }
        return HeadingMeaning.texts(of: nomenclature)
    }

    /// The table beside the program; nil when there is none.
    /// - Throws: `ClassifyError` when it is damaged: a search that quietly knows less would be noticed by nobody.
    static func nomenclature(at path: String = Nomenclature.installedPath) throws(ClassifyError)
        -> Nomenclature?
    {
        do { return try Nomenclature.installed(at: path) } catch {
            if case .missing = error { return nil }
            throw .nomenclature(error)
        }
    }

    /// Headings looked into at most.
    private static let most = 4

    /// How surely a text means each of its likeliest headings: its share among them by a soft maximum, times how well the best
    /// fits at all.
    private static func guesses(
        _ text: String,
        _ vector: [Float]?,
        _ ranker: HeadingRanker
    ) -> [CatalogueSearch.HeadingGuess] {
        let ranked = ranker.rank(text, vector: vector, limit: most)
        guard let best = ranked.first else { return [] }
        let shares = ranked.map { exp(Double($0.score - best.score) * sharpness) }
        let sum = shares.reduce(0, +)
        let fit = min(1, max(0, (certainty(of: best, ranker) - poorScore) / (goodScore - poorScore)))
        return zip(ranked, shares).map { ($0.code, fit * $1 / sum) }.filter { $0.1 > leastShare }
    }

    /// Headings proposed for a product.
    private static let mostProposals = 5
    /// Words named as a reason for one.
    private static let mostWords = 3

    private static func proposals(
        _ text: String,
        _ vector: [Float]?,
        _ ranker: HeadingRanker
    ) -> [HeadingProposal] {
        ranker.rank(text, vector: vector, limit: mostProposals).map { ranked in
            HeadingProposal(
                heading: ranked.code,
                name: name(ranker.classifier.nomenclature.headings[ranked.place]),
                words: ranked.reasons.prefix(mostWords).map(\.word)
            )
        }
    }

    private static let sharpness = 8.0
    /// What the words say and what meaning says, without what makes meaning count for more where words know little: that is reason to
    /// put one heading before another, but none to be sure of it.
    private static func certainty(of best: RankedHeading, _ ranker: HeadingRanker) -> Double {
        let trust = ranker.meaning?.trust ?? 0
        return Double(best.lexical + trust * certaintyOfDeviation * (best.semantic ?? 0))
    }

    private static let certaintyOfDeviation: Float = 0.05
    /// Half of the sample's names of firms, which mean no goods, come to 0.2 at most; nine in ten of 1,500 search words that were
    /// taken out of the nomenclature come to more than 0.35 at their best heading.
    private static let poorScore = 0.15
    /// From here on the text surely means the heading.
    private static let goodScore = 0.5
    private static let leastShare = 0.1

    private static func name(_ entry: NomenclatureEntry) -> LocalizedText {
        LocalizedText(zh: entry.name.zh, ru: entry.name.ru, en: entry.name.en)
    }
}

/// A value that comes in its own time.
private final class Later<Value: Sendable>: Sendable {
    private let content = Mutex<Value?>(nil)

    var value: Value? { content.withLock { $0 } }

    func set(_ value: Value) { content.withLock { $0 = value } }
}
