/// The append-only audit log: triggers write it, so that no code path can forget to, and refuse to change it.
enum AuditTriggers {
    static let log: [String] = [
        """
        CREATE TABLE audit_log (
          id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
          table_name TEXT NOT NULL, row_id TEXT NOT NULL, before TEXT, after TEXT
        ) STRICT
        """,
        """
        CREATE TABLE audit_context (
          id INTEGER PRIMARY KEY CHECK (id = 1), at REAL NOT NULL, actor TEXT NOT NULL, is_detailed INTEGER NOT NULL
        ) STRICT
        """,
        "INSERT INTO audit_context VALUES (1, 0, '', 1)",
        """
        CREATE TRIGGER audit_log_is_not_updated BEFORE UPDATE ON audit_log
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END
        """,
        """
        CREATE TRIGGER audit_log_is_not_deleted BEFORE DELETE ON audit_log
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END
        """,
    ]

    /// Three triggers for a table. Loads of thousands of derived rows switch them off and write one line instead.
    static func triggers(table: String, key: String, columns: [String]) -> [String] {
        func json(_ row: String) -> String {
            "json_object(" + columns.map { "'\($0)', \(row).\($0)" }.joined(separator: ", ") + ")"
        }
        func trigger(_ event: String, key row: String, before: String, after: String, when: String = "1")
            -> String
        {
            """
            CREATE TRIGGER \(table)_\(event.lowercased())_is_logged AFTER \(event) ON \(table)
            WHEN (SELECT is_detailed FROM audit_context) AND \(when)
            BEGIN
              INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
              SELECT at, actor, '\(event.lowercased())', '\(table)', CAST(\(row).\(key) AS TEXT), \(before), \(after)
              FROM audit_context;
            END
            """
        }
        return [
            trigger("INSERT", key: "NEW", before: "NULL", after: json("NEW")),
            trigger(
                "UPDATE",
                key: "NEW",
                before: json("OLD"),
                after: json("NEW"),
                when: "\(json("OLD")) <> \(json("NEW"))"
            ),
            trigger("DELETE", key: "OLD", before: json("OLD"), after: "NULL"),
        ]
    }
}
