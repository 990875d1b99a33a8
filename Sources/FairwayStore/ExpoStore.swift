import FairwayCore
import Foundation
package import StoreSQL

/// An expo in a database: every read is a snapshot, every write one transaction that the audit log records.
package final class ExpoStore: Sendable {
    package let path: String
    let database: StoreDatabase
    let secrets: SecretVault
    let nameMemory = NameMemory()
    let sightings = Sightings()

    /// `now` is Unix time in seconds, for the audit log.
    /// - Parameter path: The database's file, beside which the key lies.
    package init(_ backend: any StoreBackend, path: String, now: @escaping @Sendable () -> Double) {
        self.path = path
        database = StoreDatabase(backend, now: now, following: Self.indexSmallChange)
        secrets = SecretVault(database: path)
    }

    /// Whether there is no expo yet.
    package var isEmpty: Bool { get throws { try expo() == nil } }

    /// Unix time in seconds.
    package var currentTime: Double { now() }

    var now: @Sendable () -> Double { database.now }
    var backend: any StoreBackend { database.backend }
    var waitingWriters: Int { database.waitingWriters }

    // MARK: - What blocks

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try database.read(body) }

    func write<Value>(as actor: String, isLong: Bool = false, _ body: (Database) throws -> Value) throws
        -> Value
    {
        try database.write(as: actor, isLong: isLong, body)
    }

    func load<Value>(
        as actor: String,
        _ body: (Database) throws -> (value: Value, summary: AuditSummary)
    ) throws -> Value {
        try database.load(as: actor, body)
    }

    func derive<Value>(_ body: (Database) throws -> Value) throws -> Value { try database.derive(body) }

    // MARK: - The database as a whole

    /// Copies the store as of one moment while others write; the copy has its name only when it is whole.
    /// - Parameter progress: From 0 to 1.
    package func backUp(to path: String, progress: @escaping (Double) -> Void) throws {
        try backend.backUp(to: path, progress: progress)
    }

    /// Leaves nothing of deleted rows on the disk.
    func rewrite() throws { try backend.rewrite() }

    /// Tidies up and closes; the store cannot be used after that.
    package func compact() throws { try backend.close() }

    // MARK: - Rows as values of the model

    func all<Value: StoredRow>(_ type: Value.Type, _ db: Database, suffix: String = "") throws -> [Value] {
        try rows(Value.table.select + suffix, [], db)
    }

    func rows<Value: StoredRow>(
        _ sql: String,
        _ arguments: Arguments,
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
