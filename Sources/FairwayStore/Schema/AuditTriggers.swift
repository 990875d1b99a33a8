/// The append-only audit log: triggers write it, so that no code path can forget to, and refuse to change it.
enum AuditTriggers {
    /// Who the log names for a change by another program.
    static let leaveContext = "UPDATE audit_context SET at = NULL, actor = 'outside fairway', is_detailed = 1"

    static let log: [String] = [
        // No row is ever deleted, so the next id is always greater than all before without AUTOINCREMENT.
        """
        CREATE TABLE audit_log (
          id INTEGER PRIMARY KEY, at REAL NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
          table_name TEXT NOT NULL, row_id TEXT NOT NULL, before TEXT, after TEXT
        ) STRICT
        """,
        """
        CREATE TABLE audit_context (
          id INTEGER PRIMARY KEY CHECK (id = 1), at REAL, actor TEXT NOT NULL, is_detailed INTEGER NOT NULL
        ) STRICT
        """,
        "INSERT INTO audit_context VALUES (1, NULL, '', 1)",
        leaveContext,
        refusal("updated", "BEFORE UPDATE ON audit_log"),
        refusal("deleted", "BEFORE DELETE ON audit_log"),
        // INSERT OR REPLACE deletes without firing the trigger above.
        refusal(
            "replaced",
            "BEFORE INSERT ON audit_log WHEN EXISTS (SELECT 1 FROM audit_log WHERE id = NEW.id)"
        ),
    ]

    static func refusal(_ change: String, _ event: String) -> String {
        """
        CREATE TRIGGER audit_log_is_not_\(change) \(event)
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END
        """
    }

    /// Three triggers for a table.
    ///
    /// Loads of thousands of rows switch them off and write one line instead. The values of `keys`, joined by a space, are
    /// the log's row id. Of the columns in `unnamed` the log says that one was changed, never what it holds.
    static func triggers(table: String, keys: [String], columns: [String], unnamed: [String] = []) -> [String]
    {
        let (old, new) = (json("OLD", columns), json("NEW", columns))
        let changed = unnamed.map { "OLD.\($0) IS NOT NEW.\($0)" }.joined(separator: " OR ")
        let isChanged = unnamed.isEmpty ? "\(old) <> \(new)" : "(\(old) <> \(new) OR \(changed))"
        let after = unnamed.isEmpty ? new : "json_set(\(new), '$.personal_data_changed', (\(changed)))"
        func trigger(_ event: String, row: String, before: String, after: String, when: String = "") -> String
        {
            let rowID = keys.map { "\(row).\($0)" }.joined(separator: " || ' ' || ")
            return """
                CREATE TRIGGER \(table)_\(event)_is_logged AFTER \(event) ON \(table)
                WHEN (SELECT is_detailed FROM audit_context)\(when)
                BEGIN
                  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
                  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, '\(event)', '\(table)',
                    CAST(\(rowID) AS TEXT), \(before), \(after)
                  FROM audit_context;
                END
                """
        }
        return [
            trigger("insert", row: "NEW", before: "NULL", after: new),
            trigger("update", row: "NEW", before: old, after: after, when: " AND \(isChanged)"),
            trigger("delete", row: "OLD", before: old, after: "NULL"),
        ]
    }

    private static func json(_ row: String, _ columns: [String]) -> String {
        "json_object(" + columns.map { "'\($0)', \(row).\($0)" }.joined(separator: ", ") + ")"
    }
}
