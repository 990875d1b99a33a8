import GRDB

extension Schema {
    static func registerReleasedNames(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("18: people release their names") { db in
            for statement in releasedNames { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA user_version = 18")
        }
    }

    /// Version 18: whether other companies may read a representative's name and position; nobody's is released by itself.
    private static let releasedNames: [String] =
        [
            """
            ALTER TABLE representative ADD COLUMN is_released INTEGER NOT NULL DEFAULT 0 CHECK (is_released IN (0, 1))
            """
        ]
        + ["insert", "update", "delete"].map { "DROP TRIGGER representative_\($0)_is_logged" }
        + AuditTriggers.triggers(
            table: "representative",
            keys: ["code"],
            columns: ["code", "enterprise", "languages", "is_released"],
            unnamed: personalColumns
        )

    private static let personalColumns = [
        "name_zh", "name_ru", "name_en", "position_zh", "position_ru", "position_en", "email", "phone",
    ]

    /// The columns that a representative had before.
    static let representativeBeforeRelease = StoredTable(
        "representative",
        "code enterprise name_zh name_ru name_en position_zh position_ru position_en languages email phone"
    )
}
