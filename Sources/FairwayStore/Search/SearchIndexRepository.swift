import StoreSQL
import TextAnalysis

/// The search index: what changed is noted by triggers and indexed in parts, so that no writer waits long.
package struct SearchIndexRepository: Repository {
    let database: StoreDatabase

    /// Things indexed in one transaction.
    static let indexedAtOnce = 500

    /// How many things are to be indexed anew.
    package func staleCount() async throws -> Int {
        try await read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM search_stale") ?? 0 }
    }

    /// Indexes what changed, in transactions of a few hundred things each; it may be stopped between them, and goes on later.
    /// - Parameter report: Is told how many are done, and how many there are in all.
    package func refresh(
        isCancelled: () -> Bool = { false },
        report: (Int, Int) -> Void = { _, _ in }
    ) async throws {
        var done = 0
        var left = try await staleCount()
        let names = left > 0 ? try Self.sharedNames.get() : nil
        while left > 0, let names, !isCancelled() {
            let indexed = try await derive { try Self.indexPart($0, names) }
            if indexed == 0 { break }
            done += indexed
            left = try await staleCount()
            report(done, done + left)
        }
    }

    /// Throws the index away and marks everything to be indexed; `refresh` does the work.
    package func empty() async throws {
        try await derive { db in
            for table in ["search_entry", "search_text", "search_word"] {
                try db.execute(sql: "DELETE FROM \(table)")
            }
            try db.execute(sql: Self.markAllStale)
        }
    }

    /// Indexes what one change made stale, in its own transaction; what is large is left to `refresh`.
    static func indexSmallChange(_ db: Database) throws {
        let sql = "SELECT COUNT(*) FROM (SELECT 1 FROM search_stale LIMIT \(largestSmallChange + 1)) stale"
        let count = try Int.fetchOne(db.cachedStatement(sql: sql)) ?? 0
        guard (1...largestSmallChange).contains(count) else { return }
        _ = try indexPart(db, sharedNames.get())
    }

    private static let largestSmallChange = 100
    private static let sharedNames = Result { try NameKeys() }

    private static func indexPart(_ db: Database, _ names: NameKeys) throws -> Int {
        let sql = "SELECT kind, code FROM search_stale LIMIT \(indexedAtOnce)"
        let stale = try Row.fetchAll(db.cachedStatement(sql: sql)).map { ($0[0] as String, $0[1] as String) }
        var words: [String: Int] = [:]
        for (name, code) in stale {
            guard let kind = SearchKind(rawValue: name) else { continue }
            try remove(kind, code, db)
            guard let document = try SearchDocument.document(kind, code, names: names, db) else { continue }
            try insert(document, db)
            try count(document, &words)
        }
        try add(words, db)
        let clear = try db.cachedStatement(sql: "DELETE FROM search_stale WHERE kind = ? AND code = ?")
        for (kind, code) in stale { try clear.execute(arguments: [kind, code]) }
        return stale.count
    }

    private static func remove(_ kind: SearchKind, _ code: String, _ db: Database) throws {
        let find = try db.cachedStatement(sql: "SELECT id FROM search_entry WHERE kind = ? AND code = ?")
        guard let id = try Int64.fetchOne(find, arguments: [kind.rawValue, code]) else { return }
        let text = "DELETE FROM search_text WHERE \(db.dialect.fullText.key) = ?"
        try db.cachedStatement(sql: text).execute(arguments: [id])
        try db.cachedStatement(sql: "DELETE FROM search_entry WHERE id = ?").execute(arguments: [id])
    }

    private static func insert(_ document: SearchDocument, _ db: Database) throws {
        let entry =
            "INSERT INTO search_entry (kind, code, enterprise, heading, facets) VALUES (?, ?, ?, ?, ?)"
        // Spaces on both sides: a word of the list is found by itself.
        let facets = " " + document.facets.map(\.word).joined(separator: " ") + " "
        try db.cachedStatement(sql: entry).execute(arguments: [
            document.kind.rawValue, document.code, document.enterprise, document.heading, facets,
        ])
        let text =
            "INSERT INTO search_text (\(db.dialect.fullText.key), name, about, firm, keys) VALUES (?, ?, ?, ?, ?)"
        try db.cachedStatement(sql: text).execute(arguments: [
            db.lastInsertedRowID, document.name, document.about, document.firm, document.keys,
        ])
    }

    /// Everything has to be indexed anew.
    private static let markAllStale =
        "INSERT INTO search_stale (kind, code) "
        + SearchKind.allCases.map { "SELECT '\($0)', code FROM \($0) WHERE TRUE" }.joined(
            separator: " UNION ALL "
        )
        + " ON CONFLICT (kind, code) DO NOTHING"

    /// The words by which people look, as written: for completions and corrections.
    private static func count(_ document: SearchDocument, _ words: inout [String: Int]) throws {
        let analyser = try TextAnalyser.shared.get()
        var own: Set<String> = []
        for term in analyser.terms(of: document.name) where term.kind == .word && term.surface.count > 1 {
            own.insert(term.surface)
        }
        for word in own { words[word, default: 0] += 1 }
    }

    private static func add(_ words: [String: Int], _ db: Database) throws {
        let sql = """
            INSERT INTO search_word VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET texts = search_word.texts + excluded.texts
            """
        let statement = try db.cachedStatement(sql: sql)
        for (word, texts) in words.sorted(by: { $0.key < $1.key }) {
            try statement.execute(arguments: [word, texts])
        }
    }
}
