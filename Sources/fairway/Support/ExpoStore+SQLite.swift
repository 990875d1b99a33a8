package import FairwayStore
package import StoreSQLite

extension ExpoStore {
    /// The store in one SQLite file, which is made when there is none.
    ///
    /// - Parameters:
    ///   - durability: Other than synced only to measure.
    ///   - observe: For tests of what is asked of the database.
    ///   - now: Unix time in seconds, for the audit log.
    /// - Throws: `StoreFileError` when the file is something else; the file is then not touched.
    package convenience init(
        path: String,
        durability: StoreDurability = .synced,
        observing observe: StatementObserver? = nil,
        now: @escaping @Sendable () -> Double
    ) throws {
        let backend = try SQLiteBackend(path: path, durability: durability, observing: observe)
        self.init(backend, path: path, now: now)
    }
}
