package import FairwayCore
import StoreSQL
import Synchronization
package import TextAnalysis

/// Finds products, demands, enterprises and places by what somebody types, in any language.
///
/// Evidence of four kinds is gathered and joined (`SearchWeights`): the words themselves (FTS5, BM25 by field), names read in
/// another script, the customs heading that the query means, and likeness in meaning. The last two reach texts in other
/// languages than the query's.
package final class CatalogueSearch: Sendable {
    /// A heading of the nomenclature that a query means, with how surely, 0 … 1.
    package typealias HeadingGuess = (heading: String, share: Double)
    /// A product or demand whose text is like the query, with how much, 0 … 1.
    package typealias MeaningGuess = (kind: SearchKind, code: String, likeness: Double)

    /// A heading of the nomenclature with its name, for readers.
    package typealias MeantHeading = (code: String, name: LocalizedText)

    private let store: ExpoStore
    private let names: NameKeys
    private let vector: (@Sendable (String) async -> [Float]?)?
    private let headings: @Sendable (String, [Float]?) -> [HeadingGuess]
    private let headingName: @Sendable (String) -> LocalizedText?
    private let proposer: @Sendable (String, [Float]?) -> [HeadingProposal]
    private let meaning: @Sendable ([Float]) -> [MeaningGuess]
    private let isWord: @Sendable (Term) -> Bool
    private let facetLists = FacetLists()
    private let vocabulary = Mutex<(texts: Int, words: Vocabulary)?>(nil)

    /// - Parameters:
    ///   - vector: What a text means, for the three that follow; nil without a model, and where one does not answer.
    ///   - headings: The headings that a text means, the likeliest first.
    ///   - proposals: Headings that a product may belong under, the likeliest first.
    ///   - meaning: What is like a vector in meaning.
    ///   - headingName: The name of a heading.
    ///   - isWord: Whether a word that the expo's texts lack is known elsewhere, and so is no typing error.
    /// - Throws: when a dictionary is not installed.
    package init(
        store: ExpoStore,
        vector: (@Sendable (String) async -> [Float]?)? = nil,
        headings: @escaping @Sendable (String, [Float]?) -> [HeadingGuess] = { _, _ in [] },
        proposals: @escaping @Sendable (String, [Float]?) -> [HeadingProposal] = { _, _ in [] },
        meaning: @escaping @Sendable ([Float]) -> [MeaningGuess] = { _ in [] },
        headingName: @escaping @Sendable (String) -> LocalizedText? = { _ in nil },
        isWord: @escaping @Sendable (Term) -> Bool = { _ in false }
    ) throws {
        self.store = store
        self.vector = vector
        self.headings = headings
        self.headingName = headingName
        proposer = proposals
        self.meaning = meaning
        self.isWord = isWord
        names = try NameKeys()
    }

    /// The longest query that is looked at, in characters.
    package static let longestQuery = 200

    /// - Throws: `StoreError`.
    package func answer(_ query: SearchQuery) async throws -> SearchAnswer {
        let text = String(query.text.prefix(Self.longestQuery))
        let found = try await gather(text, query)
        let suggestion = found.hasAllWords ? nil : try await correction(of: text)
        // A heading or a likeness that was guessed from a misspelt word is no reason to leave the error.
        if let suggestion, !query.isAsTyped, found.candidates.allSatisfy({ $0.words == 0 && $0.name == 0 }) {
            var answer = try await page(query, of: await gather(suggestion, query))
            answer.suggestion = suggestion
            answer.isCorrected = true
            return answer
        }
        var answer = try await page(query, of: found)
        answer.suggestion = suggestion
        return answer
    }

    /// Reads what the first searches would have to wait for, and again when the index has grown.
    /// - Throws: `StoreError`.
    package func prepare() async throws {
        _ = try await words()
        _ = Self.terms("准备 подготовка preparation")
    }

    /// Words of the expo's own that a rehearsal asks for.
    private static let mostRehearsed = 60

    /// Asks for words of the expo, spread over its vocabulary, so that no visitor waits while pages are read for the first time.
    ///
    /// Not by meaning: a service would be asked for what nobody searches.
    /// - Returns: how many were asked for.
    /// - Throws: `StoreError`.
    @discardableResult
    package func rehearse() async throws -> Int {
        let known = try await words().words
        let step = max(1, known.count / Self.mostRehearsed)
        var asked = 0
        for place in stride(from: 0, to: known.count, by: step) {
            let word = known[place]
            let (query, expression) = (SearchQuery(word), SearchExpression(Self.terms(word)))
            let board = try await board(query, of: expression, SearchExpression.keys(names.keys(of: word)))
            _ = try await page(query, of: found(board, expression, (headings(word, nil), [])))
            asked += 1
        }
        return asked
    }

    /// Whether likeness in meaning is known.
    package var hasMeaning: Bool { vector != nil }

    /// Headings that a product so described may belong under, the likeliest first; none for a text without words.
    package func proposals(for text: String) async -> [HeadingProposal] {
        let text = String(text.prefix(Self.longestDescription))
        guard text.contains(where: \.isLetter) else { return [] }
        return proposer(text, await vector?(text))
    }

    /// The longest description that is looked at, in characters.
    package static let longestDescription = 500

    /// Words that begin with the last word of the text, the most frequent first.
    package func completions(of text: String, limit: Int) async throws -> [String] {
        guard let last = Self.terms(text).last(where: { $0.kind == .word }) else { return [] }
        return try await words().completions(of: last.surface, limit: limit)
    }

    static func terms(_ text: String) -> [Term] {
        (try? TextAnalyser.shared.get().terms(of: text)) ?? []
    }

    // MARK: - Gathering

    /// What a text means, in headings and in things like it.
    private typealias TextEvidence = (headings: [HeadingGuess], likes: [MeaningGuess])

    private func evidence(of text: String) async -> TextEvidence {
        let vector = await vector?(text)
        return (headings(text, vector), vector.map(meaning) ?? [])
    }

    /// The headings that a query surely means.
    private func meant(_ guesses: [HeadingGuess]) -> [MeantHeading] {
        guesses.filter { $0.share >= SearchWeights.sure }.prefix(3)
            .compactMap { guess in headingName(guess.heading).map { (guess.heading, $0) } }
    }

    private struct Found {
        var candidates: [SearchCandidate]
        var terms: Set<String>
        var headings: [HeadingGuess]
        /// Whether something has all words of the query.
        var hasAllWords: Bool
    }

    /// What the text means is thought about while its words are looked up.
    private func gather(_ text: String, _ query: SearchQuery) async throws -> Found {
        let expression = SearchExpression(Self.terms(text))
        guard !expression.isEmpty else {
            return Found(candidates: try await all(query), terms: [], headings: [], hasAllWords: true)
        }
        async let meant = evidence(of: text)
        let board = try await board(query, of: expression, SearchExpression.keys(names.keys(of: text)))
        return try await found(board, expression, await meant)
    }

    private typealias WordBoard = (board: SearchBoard, hasAllWords: Bool)

    /// What has the words together with what the text means.
    private func found(
        _ words: WordBoard,
        _ expression: SearchExpression,
        _ evidence: TextEvidence
    ) async throws -> Found {
        let board = try await store.database.read { db in
            var board = words.board
            try board.addHeadings(evidence.headings, in: db)
            try board.addMeaning(evidence.likes, in: db)
            return board
        }
        return Found(
            candidates: board.ranked,
            terms: expression.terms,
            headings: evidence.headings,
            hasAllWords: words.hasAllWords
        )
    }

    /// What a query without words leaves to be seen: all that its facets let through.
    private func all(_ query: SearchQuery) async throws -> [SearchCandidate] {
        guard !query.facets.isEmpty || !query.kinds.isEmpty else { return [] }
        return try await store.database.read { db in
            var board = SearchBoard(query)
            try board.addAll(in: db)
            return board.ranked
        }
    }

    /// What has the words, or a name like them.
    private func board(
        _ query: SearchQuery,
        of expression: SearchExpression,
        _ keys: String?
    ) async throws -> WordBoard {
        try await store.database.read { db in
            var board = SearchBoard(query)
            let whole = try board.addWords(expression.all, part: 1, in: db)
            if whole < SearchWeights.enough, expression.wordCount > 1 {
                let telling = try expression.telling { try !SearchBoard.isFrequent($0, in: db) }
                if !telling.isEmpty { try board.addWords(telling.any, part: SearchWeights.partly, in: db) }
            }
            if let keys { try board.addNames(keys, in: db) }
            return (board, whole > 0)
        }
    }

    private func page(_ query: SearchQuery, of found: Found) async throws -> SearchAnswer {
        let first = query.page.offset(perPage: query.pageSize)
        let shown = found.candidates.dropFirst(first).prefix(query.pageSize)
        var kinds: [SearchKind: Int] = [:]
        for candidate in found.candidates { kinds[candidate.kind, default: 0] += 1 }
        return SearchAnswer(
            hits: try await store.database.read { db in try shown.compactMap { try $0.hit(db) } },
            total: found.candidates.count,
            counts: facetLists.counts(of: found.candidates.lazy.map(\.facets)),
            kinds: kinds,
            terms: found.terms,
            meant: meant(found.headings)
        )
    }

    // MARK: - Spelling

    /// The text with its unknown words replaced by the nearest known ones; nil when nothing is to be replaced.
    private func correction(of text: String) async throws -> String? {
        let known = try await words()
        var corrected = Array(text.utf8)
        var isChanged = false
        for term in Self.terms(text).reversed() where term.kind == .word && term.surface.count > 3 {
            guard known.count(of: term.surface) == 0, !isWord(term),
                !term.surface.unicodeScalars.contains(where: Self.isHan)
            else { continue }
            let edits = term.surface.count > 6 ? 2 : 1
            // Hardly anyone slips at the first letter and then once more.
            guard
                let best = known.closest(to: term.surface, within: edits)
                    .first(where: { $0.edits < 2 || $0.word.first == term.surface.first })
            else { continue }
            corrected.replaceSubrange(term.range, with: Array(best.word.utf8))
            isChanged = true
        }
        return isChanged ? String(decoding: corrected, as: UTF8.self) : nil
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }

    /// The vocabulary, read anew when the index has grown by a hundredth.
    private func words() async throws -> Vocabulary {
        let texts = try await store.database.read {
            try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM search_entry") ?? 0
        }
        let known = vocabulary.withLock { $0 }
        if let known, abs(texts - known.texts) * 100 <= known.texts { return known.words }
        let counts = try await store.database.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT word, texts FROM search_word")
            return Dictionary(rows.map { ($0[0] as String, $0[1] as Int) }) { first, _ in first }
        }
        let fresh = Vocabulary(counts)
        vocabulary.withLock { $0 = (texts, fresh) }
        return fresh
    }
}
