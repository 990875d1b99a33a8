import Foundation
import StoreSQL
package import Meaning

/// What texts mean, as vectors: those of each model.
package struct VectorRepository: Repository {
    let database: StoreDatabase

    /// Every stored vector of a model.
    package func all(of model: EmbeddingModel) async throws -> StoredVectors {
        try await read { db in
            guard let id = try Self.id(of: model, db) else { return StoredVectors(model: model) }
            let counting = "SELECT COUNT(*) FROM text_vector WHERE model = ?"
            let count = try Int.fetchOne(db, sql: counting, arguments: [id]) ?? 0
            var vectors = StoredVectors(model: model, capacity: count)
            let sql = "SELECT text_hash, vector FROM text_vector WHERE model = ? ORDER BY id"
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [id])
            while let row = try rows.next() {
                guard let key = TextKey(bytes: row[0]),
                    let vector = HalfPrecision.vector(row[1], dimension: model.dimension)
                else { throw StoreError.damaged("text_vector of model \(model.name)") }
                vectors.append(vector, of: key)
            }
            return vectors
        }
    }

    /// The stored vectors of some texts; nil for those that have none yet.
    package func vectors(of texts: [String], by model: EmbeddingModel) async throws -> [[Float]?] {
        try await readVectors(by: model) { vector in try texts.map(vector) }
    }

    /// Reads stored vectors one after the other, as of one moment.
    /// - Parameter body: Gets what gives a text's vector, nil for one that has none yet.
    func readVectors<Value: Sendable>(
        by model: EmbeddingModel,
        _ body: @escaping @Sendable ((String) throws -> [Float]?) throws -> Value
    ) async throws -> Value {
        try await read { db in
            guard let id = try Self.id(of: model, db) else { return try body { _ in nil } }
            let statement = try db.cachedStatement(
                sql: "SELECT vector FROM text_vector WHERE model = ? AND text_hash = ?"
            )
            return try body { text in
                let data = try Data.fetchOne(statement, arguments: [id, TextKey(text).bytes])
                return data.flatMap { HalfPrecision.vector($0, dimension: model.dimension) }
            }
        }
    }

    /// How many vectors each model has in the store.
    package func counts() async throws -> [EmbeddingModel: Int] {
        let sql = """
            SELECT m.name, m.version, m.dimension, COUNT(v.id)
            FROM embedding_model m LEFT JOIN text_vector v ON v.model = m.id GROUP BY m.id
            """
        return try await read { db in
            try Row.fetchAll(db, sql: sql).reduce(into: [:]) { counts, row in
                let model = EmbeddingModel(name: row[0], version: row[1], dimension: row[2])
                counts[model] = row[3]
            }
        }
    }

    static func id(of model: EmbeddingModel, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: "SELECT id FROM embedding_model WHERE name = ? AND version = ? AND dimension = ?",
            arguments: [model.name, model.version, model.dimension]
        )
    }
}
