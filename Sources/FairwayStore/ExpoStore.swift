import FairwayCore
import Foundation
import GRDB

/// An expo in one SQLite file: every read is a snapshot, every write one transaction that the audit log records.
package final class ExpoStore: Sendable {
    let pool: DatabasePool
    package let path: String
    let now: @Sendable () -> Double
    private let commits = GroupCommit()
    let secrets: SecretVault
    let nameMemory = NameMemory()
    let sightings = Sightings()

    /// Opens the file, makes it when there is none, and brings it to the present version.
    ///
    /// `now` is Unix time in seconds, for the audit log.
    /// - Throws: `StoreError` when the file is something else; the file is then not touched.
    package convenience init(path: String, now: @escaping @Sendable () -> Double) throws {
        try self.init(path: path, durability: .synced, now: now)
    }

    /// - Parameter durability: Other than synced only to measure, and to show what a power cut would take.
    package init(path: String, durability: StoreDurability, now: @escaping @Sendable () -> Double) throws {
        self.path = path
        self.now = now
        let secrets = SecretVault(database: path)
        self.secrets = secrets
        var heldPlainSecrets = false
        pool = try StoreError.explaining(path) {
            try StoreConnection.open(path, durability) { pool in
                let migrator = Schema.migrator(sealingWith: secrets)
                heldPlainSecrets = try pool.read { db in
                    try !migrator.appliedIdentifiers(db).isEmpty && !db.tableExists("sealing_key")
                }
                try migrator.migrate(pool)
            }
        }
        // No free page is to keep what has just been sealed.
        if heldPlainSecrets { try rewrite() }
    }

    /// Whether there is no expo yet.
    package var isEmpty: Bool { get throws { try expo() == nil } }

    /// Unix time in seconds.
    package var currentTime: Double { now() }

    /// How many writers stand in line behind the one that writes.
    var waitingWriters: Int { commits.waiting }

    // MARK: - One door for reading, one for writing

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try StoreError.explaining(path) { try pool.read(body) }
    }

    /// One write transaction in someone's name; the triggers log each changed row.
    ///
    /// It is on the disk when this returns: no power cut takes it back. Writers that come meanwhile share the next sync.
    /// - Parameter isLong: The transaction takes long: it goes alone, so that no short one waits with it.
    func write<Value>(as actor: String, isLong: Bool = false, _ body: (Database) throws -> Value) throws
        -> Value
    {
        try transaction(as: actor, isDetailed: true, isLong: isLong, body)
    }

    /// One write transaction of derived or bulk rows: one line in the log instead of one a row.
    func load<Value>(
        as actor: String,
        _ body: (Database) throws -> (value: Value, summary: AuditSummary)
    ) throws -> Value {
        try transaction(as: actor, isDetailed: false, isLong: true) { db in
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
        isLong: Bool,
        _ body: (Database) throws -> Value
    ) throws -> Value {
        var result: Value?
        try StoreError.explaining(path) {
            try commits.perform(on: pool, isAlone: isLong) { db in
                try db.cachedStatement(sql: "UPDATE audit_context SET at = ?, actor = ?, is_detailed = ?")
                    .execute(arguments: [now(), actor, isDetailed])
                result = try body(db)
                if isDetailed { try Self.indexSmallChange(db) }
                try db.cachedStatement(sql: AuditTriggers.leaveContext).execute()
            }
        }
        guard let result else { throw StoreError.damaged("transaction without result") }
        return result
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
