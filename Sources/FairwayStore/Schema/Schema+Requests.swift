extension Schema {
    /// Version 5: the organiser's rules for requests, and what enterprises wish of each other besides them.
    static let requests: [String] =
        [
            "CREATE TABLE request_rules (id INTEGER PRIMARY KEY CHECK (id = 1), rules TEXT NOT NULL) STRICT",
            // A person of the other enterprise, or '' for all of it.
            """
            CREATE TABLE preference (
              enterprise TEXT NOT NULL REFERENCES enterprise ON DELETE CASCADE,
              other TEXT NOT NULL REFERENCES enterprise ON DELETE CASCADE,
              representative TEXT NOT NULL DEFAULT '',
              kind TEXT NOT NULL CHECK (kind IN ('mustMeet', 'noThanks')),
              PRIMARY KEY (enterprise, other, representative)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX preference_by_other ON preference (other)",
        ]
        + AuditTriggers.triggers(table: "request_rules", keys: ["id"], columns: ["id", "rules"])
        + AuditTriggers.triggers(
            table: "preference",
            keys: ["enterprise", "other", "representative"],
            columns: ["enterprise", "other", "representative", "kind"]
        )
}
