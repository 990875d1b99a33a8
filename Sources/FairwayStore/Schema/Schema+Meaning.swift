import GRDB

extension Schema {
    static func registerMeaning(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("10: what texts mean") { db in
            for statement in meaning { try db.execute(sql: statement) }
            let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            try db.execute(sql: "PRAGMA user_version = \(max(version, 10))")
        }
    }

    /// Version 10: one vector per text and model, found by the hash of the text.
    ///
    /// They follow from the texts and are not in the audit log, except for one line a run.
    private static let meaning: [String] = [
        """
        CREATE TABLE embedding_model (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL,
          dimension INTEGER NOT NULL CHECK (dimension > 0),
          UNIQUE (name, version, dimension)
        ) STRICT
        """,
        """
        CREATE TABLE text_vector (
          id INTEGER PRIMARY KEY, model INTEGER NOT NULL REFERENCES embedding_model ON DELETE CASCADE,
          text_hash BLOB NOT NULL CHECK (length(text_hash) = 16),
          vector BLOB NOT NULL,
          UNIQUE (model, text_hash)
        ) STRICT
        """,
    ]
}
