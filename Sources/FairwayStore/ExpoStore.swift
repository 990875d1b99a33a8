import FairwayCore
import Foundation
package import StoreSQL

/// An expo in a database: where its repositories are.
///
/// Every read is a snapshot, every write one transaction that the audit log records.
package final class ExpoStore: Sendable {
    package let path: String
    let database: StoreDatabase
    let nameMemory = NameMemory()
    let noted = Sightings()

    /// `now` is Unix time in seconds, for the audit log.
    /// - Parameter path: The database's file, beside which the key lies.
    package init(_ backend: any StoreBackend, path: String, now: @escaping @Sendable () -> Double) {
        self.path = path
        database = StoreDatabase(
            backend,
            secrets: SecretVault(database: path),
            now: now,
            following: SearchIndexRepository.indexSmallChange
        )
    }

    /// Unix time in seconds.
    package var currentTime: Double { now() }

    var now: @Sendable () -> Double { database.now }
    var backend: any StoreBackend { database.backend }
    var waitingWriters: Int { database.waitingWriters }

    // MARK: - The database as a whole

    /// Copies the store as of one moment while others write; the copy has its name only when it is whole.
    /// - Parameter progress: From 0 to 1.
    package func backUp(to path: String, progress: @escaping (Double) -> Void) throws {
        try backend.backUp(to: path, progress: progress)
    }

    /// Tidies up and closes; the store cannot be used after that.
    package func compact() throws { try backend.close() }
}
