import GRDB

extension Schema {
    static func registerSearch(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("14: the search index") { db in
            for statement in search { try db.execute(sql: statement) }
            let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            try db.execute(sql: "PRAGMA user_version = \(max(version, 14))")
        }
    }

    /// Version 14: what the public can find, as one row and one text each.
    ///
    /// Triggers only note what has to be indexed anew: the tokenizer is Fairway's own, so a trigger that wrote the index
    /// would keep every other program from writing.
    private static let search: [String] =
        [
            """
            CREATE TABLE search_entry (
              id INTEGER PRIMARY KEY,
              kind TEXT NOT NULL CHECK (kind IN ('product', 'demand', 'enterprise', 'region', 'economy')),
              code TEXT NOT NULL, enterprise TEXT, heading TEXT, facets TEXT NOT NULL, UNIQUE (kind, code)
            ) STRICT
            """,
            "CREATE INDEX search_entry_by_heading ON search_entry (heading, kind)",
            """
            CREATE VIRTUAL TABLE search_text USING fts5(
              name, about, firm, keys, tokenize = 'fairway'
            )
            """,
            "CREATE TABLE search_word (word TEXT PRIMARY KEY, texts INTEGER NOT NULL) STRICT, WITHOUT ROWID",
            """
            CREATE TABLE search_stale (
              kind TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (kind, code)
            ) STRICT, WITHOUT ROWID
            """,
        ]
        + ["product", "demand", "enterprise", "region", "economy"].flatMap(staleTriggers)
        + [
            // An enterprise's goods are found by its name, place and languages, too; and its place by being somebody's.
            """
            CREATE TRIGGER enterprise_makes_goods_stale AFTER UPDATE ON enterprise BEGIN
              \(mark("product", "SELECT code FROM product WHERE enterprise = NEW.code"));
              \(mark("demand", "SELECT code FROM demand WHERE enterprise = NEW.code"));
              \(mark("economy", "SELECT OLD.economy AS code"));
              \(mark("region", "SELECT OLD.region AS code WHERE OLD.region IS NOT NULL"));
              \(mark("economy", "SELECT NEW.economy AS code"));
              \(mark("region", "SELECT NEW.region AS code WHERE NEW.region IS NOT NULL"));
            END
            """,
            """
            CREATE TRIGGER enterprise_makes_place_stale AFTER INSERT ON enterprise BEGIN
              \(mark("economy", "SELECT NEW.economy AS code"));
              \(mark("region", "SELECT NEW.region AS code WHERE NEW.region IS NOT NULL"));
            END
            """,
            markAllStale,
        ]

    /// Everything has to be indexed anew.
    static let markAllStale =
        "INSERT OR IGNORE INTO search_stale "
        + ["product", "demand", "enterprise", "region", "economy"]
        .map { "SELECT '\($0)', code FROM \($0)" }.joined(separator: " UNION ALL ")

    /// In a trigger: what is stale already stays so.
    ///
    /// Not `INSERT OR IGNORE`: in the triggers of an upsert, the upsert's own way with conflicts holds (SQLite, CREATE TRIGGER).
    private static func mark(_ kind: String, _ codes: String) -> String {
        """
        INSERT INTO search_stale SELECT '\(kind)', changed.code FROM (\(codes)) AS changed
          WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = '\(kind)' AND code = changed.code)
        """
    }

    private static func staleTriggers(_ table: String) -> [String] {
        [("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")].map { event, row in
            """
            CREATE TRIGGER \(table)_is_stale_after_\(event.lowercased()) AFTER \(event) ON \(table) BEGIN
              \(mark(table, "SELECT \(row).code AS code"));
            END
            """
        }
    }
}
