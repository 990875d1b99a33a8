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

    /// Rows come and go with their row's list, by the table's own key alone: a foreign key would need an index of its own,
    /// and imports would pay for both.
    var statements: [String] {
        let fill = "INSERT OR IGNORE INTO \(name) SELECT value, NEW.code FROM json_each(NEW.\(column));"
        let clear =
            "DELETE FROM \(name) WHERE \(table) = OLD.code AND \(item) IN (SELECT value FROM json_each(OLD.\(column)));"
        return [
            """
            CREATE TABLE \(name) (
              \(item) TEXT NOT NULL, \(table) TEXT NOT NULL, PRIMARY KEY (\(item), \(table))
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE TRIGGER \(name)_is_filled AFTER INSERT ON \(table) BEGIN \(fill) END",
            """
            CREATE TRIGGER \(name)_is_refilled AFTER UPDATE OF code, \(column) ON \(table)
            WHEN OLD.\(column) <> NEW.\(column) OR OLD.code <> NEW.code
            BEGIN \(clear) \(fill) END
            """,
            "CREATE TRIGGER \(name)_is_cleared AFTER DELETE ON \(table) BEGIN \(clear) END",
        ]
    }
}
