extension Schema {
    /// Version 8: personal access tokens, and the answers that repeated requests get again.
    ///
    /// Secrets are stored as hashes and are not in the audit log.
    static let api: [String] =
        [
            """
            CREATE TABLE access_token (
              id INTEGER PRIMARY KEY AUTOINCREMENT, secret_hash BLOB NOT NULL UNIQUE,
              account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
              name TEXT NOT NULL, scopes TEXT NOT NULL,
              created_at REAL NOT NULL, expires_at REAL NOT NULL, used_at REAL
            ) STRICT
            """,
            "CREATE INDEX access_token_by_account ON access_token (account)",
            """
            CREATE TABLE idempotent_answer (
              account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE, key TEXT NOT NULL,
              request_hash BLOB NOT NULL, answer TEXT NOT NULL, created_at REAL NOT NULL,
              PRIMARY KEY (account, key)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX idempotent_answer_by_age ON idempotent_answer (created_at)",
        ]
        + AuditTriggers.triggers(
            table: "access_token",
            keys: ["id"],
            columns: ["id", "account", "scopes", "expires_at"]
        )
}
