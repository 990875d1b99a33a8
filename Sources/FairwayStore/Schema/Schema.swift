import GRDB

/// The versions of the store's file.
enum Schema {
    /// "FRWY": says that a file is a Fairway store.
    static let applicationID: Int32 = 0x4652_5759
    static let version: Int32 = 1

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: from registrations to a published programme") { db in
            let statements =
                SchemaTables.expo + SchemaTables.parties + SchemaTables.meetings + AuditTriggers.log
                + StoredTables.all.flatMap {
                    AuditTriggers.triggers(table: $0.name, key: $0.columns[0], columns: $0.columns)
                }
                + AuditTriggers.triggers(
                    table: "publication",
                    key: "number",
                    columns: ["number", "run", "published_at", "published_by"]
                )
            for statement in statements { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = \(version)")
        }
        return migrator
    }
}
