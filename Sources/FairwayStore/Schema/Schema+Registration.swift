import GRDB

extension Schema {
    static func registerRegistrations(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("6: registrations and people's names") { db in
            for statement in registrations { try db.execute(sql: statement) }
            let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            try db.execute(sql: "PRAGMA user_version = \(max(version, 6))")
        }
    }

    /// Version 6: registrations, people's names in parts, goods without a code, retention of personal data.
    static let registrations: [String] =
        [
            """
            CREATE TABLE registration (
              id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
              name TEXT NOT NULL, language TEXT NOT NULL,
              status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'approved', 'declined')),
              enterprise TEXT REFERENCES enterprise ON DELETE SET NULL, note TEXT, draft TEXT NOT NULL,
              created_at REAL NOT NULL, changed_at REAL NOT NULL, submitted_at REAL
            ) STRICT
            """,
            "CREATE INDEX registration_by_enterprise ON registration (enterprise)",
            """
            CREATE TABLE registration_code (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              registration INTEGER NOT NULL REFERENCES registration ON DELETE CASCADE,
              link_hash BLOB NOT NULL UNIQUE, code_hash BLOB NOT NULL, tries INTEGER NOT NULL, expires_at REAL NOT NULL
            ) STRICT
            """,
            "CREATE INDEX registration_code_by_registration ON registration_code (registration)",
            """
            CREATE TABLE registration_visit (
              secret_hash BLOB PRIMARY KEY, registration INTEGER NOT NULL REFERENCES registration ON DELETE CASCADE,
              expires_at REAL NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX registration_visit_by_registration ON registration_visit (registration)",
            """
            CREATE TABLE person_name (
              representative TEXT NOT NULL REFERENCES representative ON DELETE CASCADE,
              script TEXT NOT NULL CHECK (script IN ('han', 'cyrillic', 'latin')),
              family TEXT, given TEXT, patronymic TEXT, display TEXT, PRIMARY KEY (representative, script)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE uncoded_good (
              code TEXT PRIMARY KEY, enterprise TEXT NOT NULL REFERENCES enterprise ON DELETE CASCADE,
              kind TEXT NOT NULL CHECK (kind IN ('product', 'demand')),
              name_zh TEXT, name_ru TEXT, name_en TEXT, about_zh TEXT, about_ru TEXT, about_en TEXT,
              gtin TEXT, targets TEXT NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX uncoded_good_by_enterprise ON uncoded_good (enterprise)",
            "CREATE TABLE retention (id INTEGER PRIMARY KEY CHECK (id = 1), days INTEGER NOT NULL CHECK (days >= 0)) STRICT",
        ]
        + AuditTriggers.triggers(
            table: "registration",
            keys: ["id"],
            columns: ["id", "status", "enterprise", "language"]
        )
        + AuditTriggers.triggers(
            table: "uncoded_good",
            keys: ["code"],
            columns: "code enterprise kind name_zh name_ru name_en about_zh about_ru about_en gtin targets"
                .split(separator: " ").map(String.init)
        )
        + AuditTriggers.triggers(table: "retention", keys: ["id"], columns: ["id", "days"])
        + withoutPersonalValues

    /// The audit log says that a name or contact changed and not to what.
    ///
    /// It outlives people's data; what older lines say of people is blanked. This is the one time that lines of the log are changed.
    private static let withoutPersonalValues: [String] =
        personal.flatMap { table in
            ["insert", "update", "delete"].map { "DROP TRIGGER \(table.name)_\($0)_is_logged" }
                + AuditTriggers.triggers(
                    table: table.name,
                    keys: ["code"],
                    columns: table.logged,
                    unnamed: table.values
                )
        }
        + ["DROP TRIGGER audit_log_is_not_updated"]
        + personal.map { table in
            let paths = table.values.map { ", '$.\($0)'" }.joined()
            return """
                UPDATE audit_log SET before = json_remove(before\(paths)), after = json_remove(after\(paths))
                WHERE table_name = '\(table.name)' AND (json_valid(before) OR json_valid(after))
                """
        }
        + [AuditTriggers.refusal("updated", "BEFORE UPDATE ON audit_log")]

    private static let personal: [(name: String, logged: [String], values: [String])] = [
        (
            "representative", ["code", "enterprise", "languages"],
            [
                "name_zh", "name_ru", "name_en", "position_zh", "position_ru", "position_en", "email",
                "phone",
            ]
        ),
        (
            "interpreter", ["code", "pairs", "unavailable_slots", "max_consecutive_slots"],
            ["name_zh", "name_ru", "name_en"]
        ),
    ]
}
