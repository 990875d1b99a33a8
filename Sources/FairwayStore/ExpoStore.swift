import FairwayCore
import Foundation
import GRDB

/// An expo in one SQLite file: every read is a snapshot, every write one transaction that the audit log records.
package final class ExpoStore: Sendable {
    let pool: DatabasePool
    package let path: String
    let now: @Sendable () -> Double

    /// Opens the file, makes it when there is none, and brings it to the present version.
    ///
    /// `now` is Unix time in seconds, for the audit log.
    /// - Throws: `StoreError` when the file is something else; the file is then not touched.
    package init(path: String, now: @escaping @Sendable () -> Double) throws {
        self.path = path
        self.now = now
        try StoreFile.checkBeforeOpening(path)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(30)
        configuration.maximumReaderCount = 6
        configuration.prepareDatabase { db in
            db.add(tokenizer: SearchTokenizer.self)
            // In KiB. A search looks at hundreds of pages all over the file; SQLite's own 2 MB would read most of them anew.
            try db.execute(sql: "PRAGMA cache_size = -32768")
        }
        pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { db in
            // An import of 100,000 rows would else spill its pages to the log and read them back, and keep the undo
            // journal of every row's triggers in a file.
            try db.execute(sql: "PRAGMA cache_size = -131072")
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        try Schema.migrator.migrate(pool)
    }

    /// Whether there is no expo yet.
    package var isEmpty: Bool { get throws { try expo() == nil } }

    /// Unix time in seconds.
    package var currentTime: Double { now() }

    // MARK: - One door for reading, one for writing

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try pool.read(body)
    }

    /// One write transaction in someone's name; the triggers log each changed row.
    func write<Value>(as actor: String, _ body: (Database) throws -> Value) throws -> Value {
        try transaction(as: actor, isDetailed: true, body)
    }

    /// One write transaction of derived or bulk rows: one line in the log instead of one a row.
    func load<Value>(
        as actor: String,
        _ body: (Database) throws -> (value: Value, summary: AuditSummary)
    ) throws -> Value {
        try transaction(as: actor, isDetailed: false) { db in
            let (value, summary) = try body(db)
            try summary.write(db)
            return value
        }
    }

    /// Sets what the triggers read as actor, time and detail for one transaction.
    ///
    /// Outside of ours the context says so: what someone changes with another tool is not logged in our last user's name.
    private func transaction<Value>(
        as actor: String,
        isDetailed: Bool,
        _ body: (Database) throws -> Value
    ) throws -> Value {
        try pool.writeWithoutTransaction { db in
            var result: Value?
            try db.inTransaction(.immediate) {
                try db.execute(
                    sql: "UPDATE audit_context SET at = ?, actor = ?, is_detailed = ?",
                    arguments: [now(), actor, isDetailed]
                )
                result = try body(db)
                if isDetailed { try Self.indexSmallChange(db) }
                try db.execute(sql: AuditTriggers.leaveContext)
                return .commit
            }
            guard let result else { throw StoreError.damaged("transaction without result") }
            return result
        }
    }

    // MARK: - Rows as values of the model

    func all<Value: StoredRow>(_ type: Value.Type, _ db: Database, suffix: String = "") throws -> [Value] {
        try rows(Value.table.select + suffix, [], db)
    }

    func rows<Value: StoredRow>(
        _ sql: String,
        _ arguments: StatementArguments,
        _ db: Database
    ) throws -> [Value] {
        var result: [Value] = []
        let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        while let row = try cursor.next() { result.append(try Value(RowReader(row))) }
        return result
    }

    func one<Value: StoredRow>(_ type: Value.Type, _ key: String, _ db: Database) throws -> Value? {
        let table = Value.table
        let found: [Value] = try rows(table.select + " WHERE \(table.columns[0]) = ?", [key], db)
        return found.first
    }
}
