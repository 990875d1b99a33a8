import StoreSQL

/// One line of the audit log.
package struct AuditEntry: Equatable, Sendable {
    package var id: Int64
    /// Unix time in seconds.
    package var at: Double
    package var actor: String
    /// insert, update, delete, or what a summary says.
    package var action: String
    package var table: String
    package var rowID: String
    /// The row as JSON.
    package var before: String?
    package var after: String?
}

/// The log of every change.
package struct AuditLogRepository: Repository {
    let database: StoreDatabase

    /// The latest changes, newest first.
    package func latest(limit: Int) async throws -> [AuditEntry] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, at, actor, action, table_name, row_id, before, after FROM audit_log
                    ORDER BY id DESC LIMIT ?
                    """,
                arguments: [limit]
            )
            return rows.map { row in
                AuditEntry(
                    id: row[0],
                    at: row[1],
                    actor: row[2],
                    action: row[3],
                    table: row[4],
                    rowID: row[5],
                    before: row[6],
                    after: row[7]
                )
            }
        }
    }
}
