import GRDB
import StoreSQL

/// A copy of some tables in SQLite's nameless temporary database: pages in memory, and past the cache in a file that has no
/// name, that only its owner could read, and that is gone with the process, however that ends.
final class SQLiteCopy: StoreCopy {
    /// In KiB; more than this goes to the nameless file.
    static let cacheKiB = 32768

    let changeNumber: Int64
    private let path: String
    private let queue: DatabaseQueue

    /// Copies the tables of a store as of one moment; writers go on meanwhile.
    /// - Parameter path: The store's.
    init(of tables: [String], in path: String, countedBy log: String) throws {
        self.path = path
        (queue, changeNumber) = try SQLiteErrors.translating(path) {
            let queue = try DatabaseQueue(path: "", configuration: SQLiteBackend.configuration)
            let changeNumber = try queue.writeWithoutTransaction { db in
                try Self.prepare(db)
                try db.execute(sql: "ATTACH DATABASE ? AS live", arguments: [path])
                defer { try? db.execute(sql: "DETACH DATABASE live") }
                return try Self.fill(tables, countedBy: log, db)
            }
            return (queue, changeNumber)
        }
    }

    private static func prepare(_ db: GRDB.Database) throws {
        try db.execute(
            sql: "PRAGMA cache_size = -\(cacheKiB); PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF"
        )
        try Migrations.run(db)
        // What the triggers keep up, the log and the search index, nobody reads here.
        for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
            try db.execute(sql: "DROP TRIGGER \(name)")
        }
    }

    /// Deferred: an immediate transaction would lock the writers of the store as well.
    private static func fill(_ tables: [String], countedBy log: String, _ db: GRDB.Database) throws -> Int64 {
        var number: Int64 = 0
        try db.inTransaction(.deferred) {
            number = try Int64.fetchOne(db, sql: "SELECT MAX(id) FROM live.\(log)") ?? 0
            for table in tables {
                try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM live.\(table)")
            }
            return .commit
        }
        return number
    }

    func write<Value>(_ body: (StoreSQL.Database) throws -> Value) throws -> Value {
        try SQLiteErrors.translating(path) {
            try queue.write { try body(StoreSQL.Database(SQLiteDriver($0, path))) }
        }
    }
}
