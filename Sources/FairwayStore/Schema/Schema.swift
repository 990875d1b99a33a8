import GRDB

/// The versions of the store's file.
enum Schema {
    /// "FRWY": says that a file is a Fairway store.
    static let applicationID: Int32 = 0x4652_5759
    static let version: Int32 = 18

    /// All versions; the seventeenth needs the key, and comes last.
    static func migrator(sealingWith secrets: SecretVault) -> DatabaseMigrator {
        var migrator = migrator
        registerSealedSecrets(in: &migrator, secrets)
        return migrator
    }

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: from registrations to a published programme") { db in
            for statement in tables + AuditTriggers.log + ListIndex.all.flatMap(\.statements) + auditTriggers
            {
                try db.execute(sql: statement)
            }
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2: calendars keep the times they were published with") { db in
            for statement in calendarTimes { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3: what would place an unplaced request, and what is scarce") { db in
            for statement in SchemaTables.explanation + triggers(StoredTables.explanation) {
                try db.execute(sql: statement)
            }
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4: accounts, sign-ins and mail") { db in
            for statement in accounts { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5: rules for requests, and preferences") { db in
            for statement in requests { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA user_version = 5")
        }
        registerRegistrations(in: &migrator)
        migrator.registerMigration("7: delegation quotas and letters") { db in
            for statement in delegations { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA user_version = 7")
        }
        migrator.registerMigration("8: access tokens and idempotency") { db in
            for statement in api { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA user_version = 8")
        }
        registerMeaning(in: &migrator)
        registerTradeTerms(in: &migrator)
        registerSearch(in: &migrator)
        migrator.registerMigration("15: terms of goods without a code, and search by terms") { db in
            try db.execute(sql: "ALTER TABLE uncoded_good ADD COLUMN terms TEXT")
            // Products are found by their terms now.
            try db.execute(sql: markAllStale)
            try db.execute(sql: "PRAGMA user_version = 15")
        }
        registerImages(in: &migrator)
        registerReleasedNames(in: &migrator)
        return migrator
    }

    private static var tables: [String] {
        SchemaTables.expo + SchemaTables.parties + SchemaTables.meetings + SchemaTables.programme
    }

    private static var auditTriggers: [String] {
        let before = [productBeforeTerms, representativeBeforeRelease]
        return StoredTables.all.map { table in before.first { $0.name == table.name } ?? table }.flatMap {
            AuditTriggers.triggers(table: $0.name, keys: [$0.columns[0]], columns: $0.columns)
        }
            + triggers(StoredTables.derived)
    }

    private static func triggers(_ tables: [(table: StoredTable, keys: [String])]) -> [String] {
        tables.flatMap {
            AuditTriggers.triggers(table: $0.table.name, keys: $0.keys, columns: $0.table.columns)
        }
    }
}
