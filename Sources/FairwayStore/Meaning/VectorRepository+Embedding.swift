import Foundation
import StoreSQL
package import Meaning

/// How far a run is that gives texts their vectors.
package struct EmbeddingProgress: Sendable, Equatable {
    package var done: Int
    /// Texts that had no vector when the run began.
    package var total: Int

    package init(done: Int, total: Int) {
        self.done = done
        self.total = total
    }
}

/// What such a run did.
package struct EmbeddingSummary: Sendable, Equatable {
    /// Texts that have a vector now.
    package var texts: Int
    package var added: Int
    /// Vectors of texts that are gone, or of another model.
    package var removed: Int
}

extension VectorRepository {
    /// Texts that are worked on together, and saved together: what a run that stops may lose.
    private static let batch = 128
    private static let textsBetweenLooks = 16

    /// Gives every text of the expo that has none a vector, and removes the vectors that no text needs.
    ///
    /// Each batch is saved when it is ready: a run that is cancelled or fails goes on next time where it stopped.
    /// - Parameters:
    ///   - others: Texts beside those of the expo whose vectors are kept too.
    ///   - workers: Batches that are worked on at once.
    package func embed(
        with source: any VectorSource,
        and others: [String] = [],
        by actor: String,
        workers: Int = 1,
        report: @Sendable (EmbeddingProgress) -> Void = { _ in }
    ) async throws -> EmbeddingSummary {
        let texts = try await textsWithMeaning(and: others)
        let missing = try await textsWithoutVector(among: texts, by: source.model)
        report(EmbeddingProgress(done: 0, total: missing.count))
        var done = 0
        try await withThrowingTaskGroup(of: ArraySlice<String>.self) { group in
            var next = missing.startIndex
            while next < missing.endIndex || !group.isEmpty {
                if next < missing.endIndex, next - done < workers * Self.batch {
                    let batch = missing[next..<min(next + Self.batch, missing.endIndex)]
                    group.addTask { try await self.embed(batch, with: source) }
                    next = batch.endIndex
                } else if let batch = try await group.next() {
                    done += batch.count
                    report(EmbeddingProgress(done: done, total: missing.count))
                }
            }
        }
        let removed = try await removeVectors(notOf: texts, by: source.model)
        let summary = EmbeddingSummary(texts: texts.count, added: missing.count, removed: removed)
        try await note(summary, by: actor)
        return summary
    }

    /// Whether texts may have changed after a number that `changeNumber()` gave.
    package func hasTextChanges(since number: Int64) async throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM audit_log WHERE id > ?
              AND table_name IN ('product', 'demand', 'enterprise', 'expo'))
            """
        return try await read { try Bool.fetchOne($0, sql: sql, arguments: [number]) ?? false }
    }

    /// How many texts have no vector of this model yet.
    package func missingCount(by model: EmbeddingModel) async throws -> Int {
        try await textsWithoutVector(among: textsWithMeaning(and: []), by: model).count
    }

    /// What products, demands and enterprises say of themselves, in every language, each text once.
    private func textsWithMeaning(and others: [String]) async throws -> [String] {
        let columns = [
            ("product", "name"), ("product", "about"), ("demand", "text"), ("enterprise", "about"),
        ]
        let selects = columns.flatMap { table, column in
            ["zh", "ru", "en"].map { "SELECT \(column)_\($0) AS text FROM \(table)" }
        }
        let sql =
            "SELECT text FROM (\(selects.joined(separator: " UNION "))) texts WHERE text <> '' ORDER BY text"
        let texts = try await read { try String.fetchAll($0, sql: sql) }
        guard !others.isEmpty else { return texts }
        let known = Set(texts)
        return texts + Set(others).subtracting(known).filter { !$0.isEmpty }.sorted()
    }

    private func textsWithoutVector(among texts: [String], by model: EmbeddingModel) async throws -> [String]
    {
        let known = try await read { db -> Set<Data> in
            guard let id = try Self.id(of: model, db) else { return [] }
            let sql = "SELECT text_hash FROM text_vector WHERE model = ?"
            return try Set(Data.fetchAll(db, sql: sql, arguments: [id]))
        }
        return texts.filter { !known.contains(TextKey($0).bytes) }
    }

    private func embed(
        _ texts: ArraySlice<String>,
        with source: any VectorSource
    ) async throws -> ArraySlice<String> {
        var vectors: [Float] = []
        // What answers in this process keeps a stop waiting for a few texts only; a service is asked for all at once.
        let step = source is any TextEmbedder ? Self.textsBetweenLooks : texts.count
        for start in stride(from: texts.startIndex, to: texts.endIndex, by: max(1, step)) {
            try Task.checkCancellation()
            vectors += try await source.vectors(of: Array(texts[start..<min(start + step, texts.endIndex)]))
        }
        try await saveVectors(vectors, of: texts, by: source.model)
        return texts
    }

    private func saveVectors(
        _ vectors: [Float],
        of texts: ArraySlice<String>,
        by model: EmbeddingModel
    ) async throws {
        precondition(vectors.count == texts.count * model.dimension, "one vector per text")
        try await derive { db in
            try db.execute(
                sql: """
                    INSERT INTO embedding_model (name, version, dimension) VALUES (?, ?, ?)
                    ON CONFLICT (name, version, dimension) DO NOTHING
                    """,
                arguments: [model.name, model.version, model.dimension]
            )
            let id = try Self.id(of: model, db)
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO text_vector (model, text_hash, vector) VALUES (?, ?, ?)
                    ON CONFLICT (model, text_hash) DO UPDATE SET vector = excluded.vector
                    """
            )
            for (row, text) in texts.enumerated() {
                let vector = vectors[row * model.dimension..<(row + 1) * model.dimension]
                try statement.execute(arguments: [id, TextKey(text).bytes, HalfPrecision.data(vector)])
            }
        }
    }

    private func removeVectors(notOf texts: [String], by model: EmbeddingModel) async throws -> Int {
        let needed = Set(texts.map { TextKey($0).bytes })
        return try await derive { db in
            let id = try Self.id(of: model, db) ?? 0
            let before = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM text_vector") ?? 0
            try db.execute(sql: "DELETE FROM embedding_model WHERE id <> ?", arguments: [id])
            let stored = try Row.fetchAll(db, sql: "SELECT id, text_hash FROM text_vector")
            let statement = try db.makeStatement(sql: "DELETE FROM text_vector WHERE id = ?")
            for row in stored where !needed.contains(row[1]) {
                try statement.execute(arguments: [row[0] as Int64])
            }
            return before - (try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM text_vector") ?? 0)
        }
    }

    private func note(_ summary: EmbeddingSummary, by actor: String) async throws {
        guard summary.added + summary.removed > 0 else { return }
        try await load(as: actor) { _ in
            let counts = ["added": summary.added, "removed": summary.removed]
            return ((), AuditSummary("embed", "text_vector", counts: counts))
        }
    }
}
