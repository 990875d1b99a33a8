import GRDB
import StoreSQL

/// The versions of the store's schema, each in SQL text that no type of the program can change.
enum Migrations {
    /// "FRWY": says that a file is a Fairway store.
    static let applicationID: Int32 = 0x4652_5759
    /// Files that are older were made in development, and no way leads from them.
    static let oldestVersion = 19

    private static let all: [(version: Int, text: String)] = [
        (19, text(PackageResources.tables_19_sql) + text(PackageResources.triggers_19_sql)),
        (20, text(PackageResources.tables_20_sql)),
        (
            21,
            text(PackageResources.keep_21_sql) + text(PackageResources.tables_21_sql)
                + text(PackageResources.refill_21_sql) + text(PackageResources.triggers_21_sql)
        ),
    ]

    static var newestVersion: Int { all.last?.version ?? oldestVersion }

    /// Brings a store to the present version in one transaction; an empty database is made one.
    static func run(_ db: GRDB.Database) throws {
        try db.inTransaction(.immediate) {
            // Read here and not before: another process may have done it meanwhile.
            let version = try version(db)
            for migration in all where migration.version > version {
                try db.execute(sql: migration.text)
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(migration.version)")
            }
            return .commit
        }
    }

    static func version(_ db: GRDB.Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
