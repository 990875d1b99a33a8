import StoreSQL

/// Where the rows of one aggregate are read and written.
///
/// Each method that suspends is one transaction; what takes a `Database` is for the transactions of others.
protocol Repository: Sendable {
    var database: StoreDatabase { get }
}

extension Repository {
    /// Unix time in seconds.
    func now() -> Double { database.now() }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await database.read(body)
    }

    func write<Value: Sendable>(
        as actor: String,
        isLong: Bool = false,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await database.write(as: actor, isLong: isLong, body)
    }

    func load<Value: Sendable>(
        as actor: String,
        _ body: @escaping @Sendable (Database) throws -> (value: Value, summary: AuditSummary)
    ) async throws -> Value {
        try await database.load(as: actor, body)
    }

    func derive<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value
    {
        try await database.derive(body)
    }
}
