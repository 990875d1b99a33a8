/// A table that finds rows by what stands in a JSON list of theirs; triggers fill it from the list.
struct ListIndex {
    /// `enterprise_sector`: columns `sector` and `enterprise`.
    let name: String
    let table: String
    let column: String
    let item: String

    static let all = [
        ListIndex(name: "enterprise_role", table: "enterprise", column: "roles", item: "role"),
        ListIndex(name: "enterprise_sector", table: "enterprise", column: "sectors", item: "sector"),
        ListIndex(name: "enterprise_language", table: "enterprise", column: "languages", item: "language"),
    ]

    var statements: [String] {
        let fill = "INSERT OR IGNORE INTO \(name) SELECT value, NEW.code FROM json_each(NEW.\(column));"
        return [
            """
            CREATE TABLE \(name) (
              \(item) TEXT NOT NULL, \(table) TEXT NOT NULL REFERENCES \(table) ON DELETE CASCADE,
              PRIMARY KEY (\(item), \(table))
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX \(name)_by_\(table) ON \(name) (\(table))",
            """
            CREATE TRIGGER \(name)_is_filled AFTER INSERT ON \(table) BEGIN \(fill) END
            """,
            """
            CREATE TRIGGER \(name)_is_refilled AFTER UPDATE OF \(column) ON \(table)
            WHEN OLD.\(column) <> NEW.\(column)
            BEGIN DELETE FROM \(name) WHERE \(table) = OLD.code; \(fill) END
            """,
        ]
    }
}
