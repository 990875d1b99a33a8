import FairwayCore
import StoreSQL

/// Something that may be a hit, with the evidence for it so far.
struct SearchCandidate {
    var id: Int64
    var kind: SearchKind
    var code: String
    var enterprise: String?
    var heading: String?
    var facets: String
    var words = 0.0
    var name = 0.0
    var headingShare = 0.0
    var meaning = 0.0

    var score: Double {
        SearchWeights.score(words: words, name: name, heading: headingShare, meaning: meaning)
    }

    var evidence: Set<SearchHit.Evidence> {
        var found: Set<SearchHit.Evidence> = []
        if words > 0 { found.insert(.words) }
        if name > 0 { found.insert(.name) }
        if headingShare > 0 { found.insert(.heading) }
        if meaning > 0 { found.insert(.meaning) }
        return found
    }
}

/// Where the evidence of one search comes together.
struct SearchBoard {
    private let query: SearchQuery
    private var candidates: [Int64: SearchCandidate] = [:]

    init(_ query: SearchQuery) { self.query = query }

    /// The best first; ties in the order of kind and code.
    var ranked: [SearchCandidate] {
        candidates.values.map { ($0, $0.score) }
            .sorted { ($1.1, $0.0.kind.order, $0.0.code) < ($0.1, $1.0.kind.order, $1.0.code) }.map(\.0)
    }

    private static let columns = "e.id, e.kind, e.code, e.enterprise, e.heading, e.facets"

    // MARK: - Evidence

    /// - Parameter part: What the best of these hits counts as words.
    /// - Returns: how many there are.
    @discardableResult
    mutating func addWords(_ expression: String, part: Double, in db: Database) throws -> Int {
        try add(expression, in: db) { $0.words = max($0.words, part * $1) }
    }

    mutating func addNames(_ expression: String, in db: Database) throws {
        try add(expression, in: db) { $0.name = max($0.name, $1) }
    }

    @discardableResult
    private mutating func add(
        _ expression: String,
        in db: Database,
        _ change: (inout SearchCandidate, Double) -> Void
    ) throws -> Int {
        let (filter, arguments) = filter(db.dialect)
        let texts = db.dialect.fullText
        // What is in thousands of texts tells them hardly apart, and would take long to rank.
        let isRanked = try !Self.isFrequent(expression, in: db)
        let rank = isRanked ? texts.rank(SearchWeights.fields) : "-1.0"
        let sql = """
            SELECT \(Self.columns), \(rank) AS rank
            FROM \(texts.join("search_entry e", "e.id"))
            WHERE \(texts.matches) \(filter) \(isRanked ? "ORDER BY rank" : "")
            LIMIT \(SearchWeights.mostCandidates)
            """
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: sql),
            arguments: Arguments([expression] + arguments)
        )
        var best: Double?
        var count = 0
        while let row = try rows.next() {
            // Less is better: the best first.
            let rank = -(row[6] as Double)
            let top = best ?? max(rank, .leastNormalMagnitude)
            best = top
            change(&candidates[row[0], default: Self.candidate(row)], max(0, rank / top))
            count += 1
        }
        return count
    }

    /// Whether so many texts match that ranking them says little.
    static func isFrequent(_ expression: String, in db: Database) throws -> Bool {
        let sql = """
            SELECT COUNT(*) FROM (
              SELECT 1 FROM search_text WHERE \(db.dialect.fullText.matches)
              LIMIT \(SearchWeights.mostRanked + 1)
            ) found
            """
        let count = try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [expression]) ?? 0
        return count > SearchWeights.mostRanked
    }

    /// All products and demands of the headings that the query means.
    mutating func addHeadings(_ guesses: [CatalogueSearch.HeadingGuess], in db: Database) throws {
        let (filter, arguments) = filter(db.dialect)
        let sql = """
            SELECT \(Self.columns) FROM search_entry e WHERE e.heading = ? \(filter)
            LIMIT \(SearchWeights.mostCandidates)
            """
        for guess in guesses {
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: sql),
                arguments: Arguments([guess.heading] + arguments)
            )
            while let row = try rows.next() {
                candidates[row[0], default: Self.candidate(row)].headingShare = guess.share
            }
        }
    }

    mutating func addMeaning(_ guesses: [CatalogueSearch.MeaningGuess], in db: Database) throws {
        let (filter, arguments) = filter(db.dialect)
        let sql = "SELECT \(Self.columns) FROM search_entry e WHERE e.kind = ? AND e.code = ? \(filter)"
        let statement = try db.cachedStatement(sql: sql)
        for guess in guesses {
            let row = try Row.fetchOne(
                statement,
                arguments: Arguments([guess.kind.rawValue, guess.code] + arguments)
            )
            guard let row else { continue }
            candidates[row[0], default: Self.candidate(row)].meaning = guess.likeness
        }
    }

    /// Everything that the filters leave, for a search without words.
    mutating func addAll(in db: Database) throws {
        let (filter, arguments) = filter(db.dialect)
        let sql =
            "SELECT \(Self.columns) FROM search_entry e WHERE TRUE \(filter) LIMIT \(SearchWeights.mostCandidates)"
        for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: Arguments(arguments)) {
            candidates[row[0]] = Self.candidate(row)
        }
    }

    // MARK: - Filters

    /// Any of the values of a list, and so for all lists.
    private func filter(_ dialect: any Dialect) -> (sql: String, arguments: [String]) {
        var sql = ""
        var arguments: [String] = []
        if !query.kinds.isEmpty {
            sql += " AND e.kind IN (" + query.kinds.map { _ in "?" }.joined(separator: ", ") + ")"
            arguments += query.kinds.map(\.rawValue).sorted()
        }
        let lists = Dictionary(grouping: query.facets, by: \.list).sorted {
            $0.key.rawValue < $1.key.rawValue
        }
        for (_, facets) in lists {
            sql +=
                " AND (" + facets.map { _ in dialect.contains("e.facets", "?") }.joined(separator: " OR ")
                + ")"
            arguments += facets.map { " \($0.word) " }.sorted()
        }
        return (sql, arguments)
    }

    private static func candidate(_ row: Row) -> SearchCandidate {
        SearchCandidate(
            id: row[0],
            kind: SearchKind(rawValue: row[1]) ?? .product,
            code: row[2],
            enterprise: row[3],
            heading: row[4],
            facets: row[5]
        )
    }
}

extension SearchKind {
    /// Whole enterprises and places before their goods when all else is equal.
    var order: Int {
        switch self {
        case .economy: 0
        case .region: 1
        case .enterprise: 2
        case .product: 3
        case .demand: 4
        }
    }
}
