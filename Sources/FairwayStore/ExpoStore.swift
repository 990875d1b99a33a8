import FairwayCore
import Foundation
package import StoreSQL

/// An expo in a database: every read is a snapshot, every write one transaction that the audit log records.
package final class ExpoStore: Sendable {
    let backend: any StoreBackend
    package let path: String
    let now: @Sendable () -> Double
    private let commits: GroupCommit
    let secrets: SecretVault
    let nameMemory = NameMemory()
    let sightings = Sightings()

    /// `now` is Unix time in seconds, for the audit log.
    /// - Parameter path: The database's file, beside which the key lies.
    package init(_ backend: any StoreBackend, path: String, now: @escaping @Sendable () -> Double) {
        self.backend = backend
        commits = GroupCommit(backend)
        self.path = path
        self.now = now
        secrets = SecretVault(database: path)
    }

    /// Whether there is no expo yet.
    package var isEmpty: Bool { get throws { try expo() == nil } }

    /// Unix time in seconds.
    package var currentTime: Double { now() }

    /// How many writers stand in line behind the one that writes.
    var waitingWriters: Int { commits.waiting }

    // MARK: - One door for reading, one for writing

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try backend.read(body)
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

    /// One write transaction of rows that follow from others, such as an index: no log, and not with other writers.
    func derive<Value>(_ body: (Database) throws -> Value) throws -> Value {
        var result: Value?
        try backend.writeWithoutTransaction { db in
            try db.inTransaction { result = try body(db) }
        }
        guard let result else { throw StoreError.damaged("transaction without result") }
        return result
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
        try commits.perform(isAlone: isLong) { db in
            try db.cachedStatement(sql: "UPDATE audit_context SET at = ?, actor = ?, is_detailed = ?")
                .execute(arguments: [now(), actor, isDetailed])
            result = try body(db)
            if isDetailed { try Self.indexSmallChange(db) }
            try db.cachedStatement(sql: Self.leaveContext).execute()
        }
        guard let result else { throw StoreError.damaged("transaction without result") }
        return result
    }

    /// Who the log names for a change by another program.
    private static let leaveContext =
        "UPDATE audit_context SET at = NULL, actor = 'outside fairway', is_detailed = 1"

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
