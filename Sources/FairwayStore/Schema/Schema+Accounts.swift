extension Schema {
    /// Version 4: accounts, where they are signed in, sign-in codes, and mail that waits to be sent.
    ///
    /// Secrets are stored as hashes, and neither they nor sign-ins are in the audit log.
    static let accounts: [String] =
        [
            """
            CREATE TABLE account (
              id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
              name TEXT NOT NULL, role TEXT NOT NULL, scope TEXT, language TEXT NOT NULL,
              status TEXT NOT NULL CHECK (status IN ('active', 'disabled')), created_at REAL NOT NULL,
              password TEXT, totp_secret BLOB, totp_step INTEGER
            ) STRICT
            """,
            "CREATE INDEX account_by_scope ON account (role, scope)",
            """
            CREATE TABLE sign_in (
              id INTEGER PRIMARY KEY AUTOINCREMENT, secret_hash BLOB NOT NULL UNIQUE,
              account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
              acting_as INTEGER REFERENCES account ON DELETE SET NULL,
              is_confirmed INTEGER NOT NULL, device TEXT NOT NULL,
              created_at REAL NOT NULL, seen_at REAL NOT NULL, expires_at REAL NOT NULL
            ) STRICT
            """,
            "CREATE INDEX sign_in_by_account ON sign_in (account)",
            """
            CREATE TABLE sign_in_code (
              id INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
              link_hash BLOB NOT NULL UNIQUE, code_hash BLOB NOT NULL, tries INTEGER NOT NULL,
              created_at REAL NOT NULL, expires_at REAL NOT NULL
            ) STRICT
            """,
            "CREATE INDEX sign_in_code_by_account ON sign_in_code (account)",
            """
            CREATE TABLE mail (
              id INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
              created_at REAL NOT NULL, sent_at REAL
            ) STRICT
            """,
            "CREATE INDEX mail_to_send ON mail (id) WHERE sent_at IS NULL",
        ]
        + AuditTriggers.triggers(
            table: "account",
            keys: ["id"],
            columns: ["id", "role", "scope", "language", "status"]
        )
}
