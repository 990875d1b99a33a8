import StoreSQL
import Synchronization

/// Where repositories read and write: every read is a snapshot, every write one transaction that the audit log records.
///
/// What suspends runs on threads of the database's own.
final class StoreDatabase: Sendable {
    let backend: any StoreBackend
    let secrets: SecretVault
    /// Unix time in seconds.
    let now: @Sendable () -> Double
    /// What follows from a change of some rows, in its own transaction.
    private let follow: @Sendable (Database) throws -> Void
    private let commits: GroupCommit

    init(
        _ backend: any StoreBackend,
        secrets: SecretVault,
        now: @escaping @Sendable () -> Double,
        following follow: @escaping @Sendable (Database) throws -> Void
    ) {
        self.backend = backend
        self.secrets = secrets
        self.now = now
        self.follow = follow
        commits = GroupCommit(backend)
    }

    /// How many writers stand in line behind the one that writes.
    var waitingWriters: Int { commits.waiting }

    // MARK: - Suspending

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        if StoreThreads.isCurrent, let value = try backend.readIfFree(body) { return value }
        return try await backend.read(body)
    }

    /// One write transaction in someone's name; the triggers log each changed row.
    ///
    /// It is on the disk when this returns: no power cut takes it back. Writers that come meanwhile share the next sync.
    /// - Parameter isLong: The transaction takes long: it goes alone, so that no short one waits with it.
    func write<Value: Sendable>(
        as actor: String,
        isLong: Bool = false,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await transaction(as: actor, isDetailed: true, isLong: isLong, body)
    }

    /// One write transaction of derived or bulk rows: one line in the log instead of one a row.
    func load<Value: Sendable>(
        as actor: String,
        _ body: @escaping @Sendable (Database) throws -> (value: Value, summary: AuditSummary)
    ) async throws -> Value {
        try await transaction(as: actor, isDetailed: false, isLong: true) { db in
            let (value, summary) = try body(db)
            try summary.write(db)
            return value
        }
    }

    private func transaction<Value: Sendable>(
        as actor: String,
        isDetailed: Bool,
        isLong: Bool,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        let result = Held<Value>()
        try await commits.perform(isAlone: isLong) { db in
            try self.transact(as: actor, isDetailed: isDetailed, db) { result.put(try body(db)) }
        }
        return try result.taken()
    }

    /// What computes for long between its reads, on a thread that may wait.
    func offload<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Self.threads.run { continuation.resume(with: Result(catching: body)) }
        }
    }

    /// For what several people's imports, the index and the names may ask at a time; somebody waits for most of it, but pages go first.
    private static let threads = ThreadPool(count: 8, niceness: 2)

    /// One write transaction of rows that follow from others, such as an index: no log, and not with other writers.
    func derive<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value
    {
        try await offload {
            var result: Value?
            try self.backend.writeWithoutTransaction { db in
                try db.inTransaction {
                    try Self.takeWriterRow(db)
                    result = try body(db)
                }
            }
            guard let result else { throw StoreError.damaged("transaction without result") }
            return result
        }
    }

    /// Leaves nothing of deleted rows on the disk.
    func rewrite() async throws { try await offload { try self.backend.rewrite() } }

    // MARK: - For threads that may wait

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try backend.read(body) }

    // MARK: - One transaction

    /// Sets what the triggers read as actor, time and detail for one transaction; the row is the writer's, and whoever has it is
    /// the one who writes, on any back end.
    ///
    /// Outside of ours the context says so: what someone changes with another tool is not logged in our last user's name.
    private func transact(as actor: String, isDetailed: Bool, _ db: Database, _ body: () throws -> Void)
        throws
    {
        try db.cachedStatement(sql: "UPDATE audit_context SET at = ?, actor = ?, is_detailed = ?")
            .execute(arguments: [now(), actor, isDetailed])
        try body()
        if isDetailed { try follow(db) }
        try db.cachedStatement(sql: Self.leaveContext).execute()
    }

    private static func takeWriterRow(_ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE audit_context SET at = NULL").execute()
    }

    /// Who the log names for a change by another program.
    private static let leaveContext =
        "UPDATE audit_context SET at = NULL, actor = 'outside fairway', is_detailed = 1"
}

/// What a transaction gave, on its way from the writer's thread.
private final class Held<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    func put(_ value: Value) { self.value.withLock { $0 = value } }

    func taken() throws -> Value {
        guard let value = value.withLock({ $0 }) else {
            throw StoreError.damaged("transaction without result")
        }
        return value
    }
}
