/// A database that holds an expo: where `ExpoStore` reads and writes.
package protocol StoreBackend: AnyObject, Sendable {
    /// One consistent view: what others write meanwhile is not in it.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value

    /// The same on a thread of the back end's own, while the caller suspends.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value

    /// The same at once, on the caller's thread, if that has to wait for no other reader.
    /// - Returns: nil when others hold all connections.
    func readIfFree<Value>(_ body: (Database) throws -> Value) throws -> Value?

    /// The writer's connection, without a transaction.
    func writeWithoutTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value

    /// A private copy of some tables as of one moment: whoever works on it holds nobody up, and nothing of it stays.
    /// - Parameters:
    ///   - tables: In the order in which they refer to each other. Nothing but them is copied, and no trigger runs.
    ///   - log: A table of the store that counts its changes in a column `id`.
    func copy(of tables: [String], countedBy log: String) throws -> any StoreCopy

    /// Copies the store as of one moment while others write; the copy has its name only when it is whole.
    /// - Parameter progress: From 0 to 1.
    func backUp(to path: String, progress: @escaping (Double) -> Void) throws

    /// Leaves nothing of deleted rows on the disk.
    func rewrite() throws

    /// Tidies up and closes; the store cannot be used after that.
    func close() throws
}

/// Tables that someone may write to without changing the store.
package protocol StoreCopy: AnyObject {
    /// The greatest `id` of the store's log at the moment of the copy; 0 when it was empty.
    var changeNumber: Int64 { get }

    func write<Value>(_ body: (Database) throws -> Value) throws -> Value
}
