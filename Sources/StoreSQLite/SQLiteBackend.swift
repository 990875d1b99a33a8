import Foundation
import GRDB
package import StoreSQL
import Synchronization

/// An expo in one SQLite file: readers beside one writer, through a write-ahead log.
package final class SQLiteBackend: StoreBackend {
    /// At most so many read at once; whoever comes then waits.
    ///
    /// A long read holds one of them and no writer.
    static let maxReaders = 6
    /// Of each reader's page cache, in KiB.
    ///
    /// A search looks at hundreds of pages all over the file.
    static let readerCacheKiB = 8192
    /// Of the writer's page cache, in KiB: an import of 100,000 rows would else spill its pages to the log and read them
    /// back.
    ///
    /// After a long transaction the memory goes back.
    static let writerCacheKiB = 65536
    /// How long a statement waits for another process that writes, in seconds.
    static let busySeconds = 30.0

    let path: String
    let pool: DatabasePool
    private let observe: StatementObserver?
    /// How many read now.
    private let readers = Atomic<Int>(0)

    /// Opens the file, makes it when there is none, and brings it to the present version.
    /// - Parameters:
    ///   - durability: Other than synced only to measure, and to show what a power cut would take.
    ///   - observe: For tests of what is asked of the database.
    /// - Throws: `StoreFileError` when the file is something else; the file is then not touched.
    package init(
        path: String,
        durability: StoreDurability = .synced,
        observing observe: StatementObserver? = nil
    ) throws {
        self.path = path
        self.observe = observe
        try StoreFile.checkRights(path)
        try StoreFile.checkBeforeOpening(path)
        try StoreFile.makePrivate(path)
        pool = try SQLiteErrors.translating(path) {
            let pool = try DatabasePool(path: path, configuration: Self.configuration)
            // A reader first: it says of a disk that is mounted for reading what it is, and the writer only that it cannot open
            // something.
            let version = try pool.read { try Migrations.version($0) }
            try pool.writeWithoutTransaction { db in
                // Before each commit is synced: a power cut takes the store back to its earlier version, and it is brought
                // up again.
                if version < Migrations.newestVersion { try Migrations.run(db) }
                // After the pool is there: it sets NORMAL of its own accord.
                try db.execute(sql: durability.pragma)
                try db.execute(sql: "PRAGMA cache_size = -\(Self.writerCacheKiB)")
                // The undo journal of every row's triggers would else be a file.
                try db.execute(sql: "PRAGMA temp_store = MEMORY")
            }
            return pool
        }
    }

    /// Of every connection to a store's schema.
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busySeconds)
        configuration.maximumReaderCount = maxReaders
        configuration.prepareDatabase { db in
            db.add(tokenizer: SearchTokenizer.self)
            try db.execute(sql: "PRAGMA cache_size = -\(readerCacheKiB)")
        }
        return configuration
    }

    package func read<Value>(_ body: (StoreSQL.Database) throws -> Value) throws -> Value {
        try SQLiteErrors.translating(path) {
            try pool.read { try counted($0, body) }
        }
    }

    package func read<Value: Sendable>(_ body: @escaping @Sendable (StoreSQL.Database) throws -> Value)
        async throws -> Value
    {
        do {
            return try await pool.read { try self.counted($0, body) }
        } catch let error as DatabaseError {
            throw SQLiteErrors.translation(of: error, path)
        }
    }

    private func counted<Value>(_ db: GRDB.Database, _ body: (StoreSQL.Database) throws -> Value) throws
        -> Value
    {
        readers.add(1, ordering: .relaxed)
        defer { readers.subtract(1, ordering: .relaxed) }
        return try body(database(db))
    }

    private func database(_ db: GRDB.Database) -> StoreSQL.Database {
        StoreSQL.Database(SQLiteDriver(db, path, observing: observe))
    }

    package func readIfFree<Value>(_ body: (StoreSQL.Database) throws -> Value) throws -> Value? {
        // One is left for those who suspend, so that they do not wait for ever while others read in place.
        var count = readers.load(ordering: .relaxed)
        while true {
            guard count < Self.maxReaders - 1 else { return nil }
            let attempt = readers.compareExchange(
                expected: count,
                desired: count + 1,
                ordering: .relaxed
            )
            if attempt.exchanged { break }
            count = attempt.original
        }
        defer { readers.subtract(1, ordering: .relaxed) }
        return try SQLiteErrors.translating(path) { try pool.read { try body(database($0)) } }
    }

    package func writeWithoutTransaction<Value>(_ body: (StoreSQL.Database) throws -> Value) throws -> Value {
        try SQLiteErrors.translating(path) {
            try pool.writeWithoutTransaction {
                try body(database($0))
            }
        }
    }

    package func rewrite() throws {
        try writeWithoutTransaction { db in
            try db.execute(sql: "VACUUM")
            // While someone reads, the log cannot be emptied; the next write after that starts it anew.
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    /// Folds the write-ahead log into the file.
    package func close() throws {
        try SQLiteErrors.translating(path) {
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA optimize")
                _ = try db.checkpoint(.truncate)
            }
            try pool.close()
        }
        try StoreFiles.synchronizeFolder(of: path)
    }

    package func copy(of tables: [String], countedBy log: String) throws -> any StoreCopy {
        try SQLiteCopy(of: tables, in: path, countedBy: log)
    }
}
