import GRDB
import PrivateFiles

/// How the store's file is opened: its rights, its caches, and when a write is done.
enum StoreConnection {
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

    /// - Parameter migrate: Brings the schema to the present version.
    static func open(
        _ path: String,
        _ durability: StoreDurability,
        migrate: (DatabasePool) throws -> Void
    ) throws -> DatabasePool {
        try StoreFile.checkRights(path)
        try StoreFile.checkBeforeOpening(path)
        try StoreFile.makePrivate(path)
        let pool = try DatabasePool(path: path, configuration: configuration)
        // Before each commit is synced: a power cut takes the store back to its earlier version, and it is brought up again.
        try migrate(pool)
        try pool.writeWithoutTransaction { db in
            // After the pool is there: it sets NORMAL of its own accord.
            try db.execute(sql: durability.pragma)
            try db.execute(sql: "PRAGMA cache_size = -\(writerCacheKiB)")
            // The undo journal of every row's triggers would else be a file.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return pool
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
}
