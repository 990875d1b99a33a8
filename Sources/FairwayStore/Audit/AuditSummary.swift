import StoreSQL

/// One line in the audit log for a change of many rows.
struct AuditSummary {
    var action: String
    var table: String
    var rowID: String
    /// What there is now, as a JSON object of counts.
    var counts: [String: Int]

    init(_ action: String, _ table: String, rowID: String = "*", counts: [String: Int]) {
        self.action = action
        self.table = table
        self.rowID = rowID
        self.counts = counts
    }

    func write(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
                SELECT at, actor, ?, ?, ?, NULL, ? FROM audit_context
                """,
            arguments: [action, table, rowID, JSONText.encode(counts)]
        )
    }
}
