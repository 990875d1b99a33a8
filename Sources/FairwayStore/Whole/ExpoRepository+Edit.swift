package import FairwayCore
import StoreSQL

extension ExpoRepository {
    /// Takes changed rows over, in one transaction that the audit log shows row by row.
    package func apply(_ edit: ExpoEdit, by actor: String) async throws {
        guard !edit.isEmpty else { return }
        try await write(as: actor) { db in
            try Self.update(edit.enterprises, db)
            try Self.update(edit.tables, db)
            try Self.update(edit.interpreters, db)
            try Self.update(edit.requests, db)
        }
    }

    private static func update<Value: StoredRow>(_ values: [Value], _ db: Database) throws {
        try db.insert(values, sql: Value.table.upsert)
    }
}
