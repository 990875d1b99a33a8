import FairwayCore
import Foundation
import GRDB

/// An expo in one SQLite file: every read is a snapshot, every write one transaction that the audit log records.
package final class ExpoStore: Sendable {
    let pool: DatabasePool
    let path: String
    private let now: @Sendable () -> Double

    /// Opens the file, makes it when there is none, and brings it to the present version.
    /// - Parameter now: Unix time in seconds, for the audit log.
    /// - Throws: `StoreError.notAStore` or `.newerVersion` when the file is something else.
    package init(path: String, now: @escaping @Sendable () -> Double) throws {
        self.path = path
        self.now = now
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(30)
        configuration.maximumReaderCount = 6
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            try StoreFile.check(pool, path: path)
            try Schema.migrator.migrate(pool)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw StoreError.notAStore(path: path)
        }
    }

    /// Whether there is no expo yet.
    package var isEmpty: Bool { get throws { try expo() == nil } }

    // MARK: - One door for reading, one for writing

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try pool.read(body)
    }

    /// One write transaction in someone's name; the triggers log each changed row.
    /// - Parameter summary: For loads of derived or bulk rows: one line in the log instead of one a row.
    func write<Value>(
        as actor: String,
        summary: AuditSummary? = nil,
        _ body: (Database) throws -> Value
    ) throws -> Value {
        try pool.writeWithoutTransaction { db in
            var result: Value?
            try db.inTransaction(.immediate) {
                try self.begin(db, actor: actor, isDetailed: summary == nil)
                result = try body(db)
                if let summary { try summary.write(db) }
                return .commit
            }
            guard let result else { throw StoreError.damaged("transaction without result") }
            return result
        }
    }

    private func begin(_ db: Database, actor: String, isDetailed: Bool) throws {
        try db.execute(
            sql: "UPDATE audit_context SET at = ?, actor = ?, is_detailed = ?",
            arguments: [now(), actor, isDetailed]
        )
    }

    func all<Value: StoredRow>(_ type: Value.Type, _ db: Database, suffix: String = "") throws -> [Value] {
        try rows(Value.table.select + suffix, [], db)
    }

    func rows<Value: StoredRow>(_ sql: String, _ arguments: StatementArguments, _ db: Database) throws
        -> [Value]
    {
        var result: [Value] = []
        let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        while let row = try cursor.next() { result.append(try Value(RowReader(row))) }
        return result
    }
}

/// One line in the audit log for a change of many rows.
struct AuditSummary {
    var action: String
    var table: String
    var rowID: String
    var after: String

    func write(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
                SELECT at, actor, ?, ?, ?, NULL, ? FROM audit_context
                """,
            arguments: [action, table, rowID, after]
        )
    }
}
