import FairwayCore
import GRDB

/// A private copy of what an import reads and writes: whoever works on it holds nobody up, and nothing of it stays.
///
/// The copy is SQLite's nameless temporary database: pages in memory, and past the cache in a file that has no name, that
/// only its owner could read, and that is gone with the process, however that ends.
struct ImportTrial {
    /// In KiB; more than this goes to the nameless file.
    static let cacheKiB = 32768

    /// The store's change number at the moment of the copy.
    let changeNumber: Int64
    private let queue: DatabaseQueue

    /// Copies the tables of organisers' files as of one moment; writers go on meanwhile.
    init(copying path: String) throws {
        queue = try DatabaseQueue(path: "", configuration: StoreConnection.configuration)
        try Schema.migrator.migrate(queue)
        changeNumber = try queue.writeWithoutTransaction { db in
            try db.execute(
                sql:
                    "PRAGMA cache_size = -\(Self.cacheKiB); PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF"
            )
            // What the triggers keep up, the log and the search index, no import reads.
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
            {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
            try db.execute(sql: "ATTACH DATABASE ? AS live", arguments: [path])
            defer { try? db.execute(sql: "DETACH DATABASE live") }
            return try Self.copy(db)
        }
    }

    /// Deferred: an immediate transaction would lock the writers of the store as well.
    private static func copy(_ db: Database) throws -> Int64 {
        var number: Int64 = 0
        try db.inTransaction(.deferred) {
            number = try Int64.fetchOne(db, sql: "SELECT MAX(id) FROM live.audit_log") ?? 0
            for table in StoredTables.all {
                try db.execute(sql: "INSERT INTO main.\(table.name) SELECT * FROM live.\(table.name)")
            }
            return .commit
        }
        return number
    }

    /// What `body` does to the copy.
    func run<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try queue.write(body)
    }
}
