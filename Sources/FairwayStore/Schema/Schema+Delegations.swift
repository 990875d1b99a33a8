extension Schema {
    /// Version 7: what a delegation may use, the letters its agency wrote, who has looked at the programme, and files
    /// that wait for the confirmation of an import.
    ///
    /// Looking at a programme changes nothing of the expo, and a file's rows are logged when they are imported: both
    /// tables are outside the audit log.
    static let delegations: [String] =
        [
            """
            CREATE TABLE delegation_quota (
              delegation TEXT PRIMARY KEY REFERENCES delegation ON DELETE CASCADE,
              stands INTEGER CHECK (stands >= 0), meetings INTEGER CHECK (meetings >= 0),
              interpreter_hours INTEGER CHECK (interpreter_hours >= 0)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE delegation_letter (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              delegation TEXT NOT NULL REFERENCES delegation ON DELETE CASCADE,
              at REAL NOT NULL, author TEXT NOT NULL, subject TEXT NOT NULL, recipients INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX delegation_letter_by_delegation ON delegation_letter (delegation, at)",
            """
            CREATE TABLE programme_view (
              enterprise TEXT NOT NULL REFERENCES enterprise ON DELETE CASCADE,
              publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
              seen_at REAL NOT NULL, PRIMARY KEY (enterprise, publication)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE upload (
              id TEXT PRIMARY KEY, account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
              delegation TEXT NOT NULL REFERENCES delegation ON DELETE CASCADE,
              name TEXT NOT NULL, bytes BLOB NOT NULL, expires_at REAL NOT NULL
            ) STRICT
            """,
            "CREATE INDEX upload_by_account ON upload (account)",
            "CREATE INDEX upload_by_delegation ON upload (delegation)",
        ]
        + AuditTriggers.triggers(
            table: "delegation_quota",
            keys: ["delegation"],
            columns: ["delegation", "stands", "meetings", "interpreter_hours"]
        )
}
