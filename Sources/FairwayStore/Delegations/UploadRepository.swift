package import FairwayCore
package import Foundation
import StoreSQL

/// A file that waits for its import to be confirmed.
package struct Upload: Equatable, Sendable {
    package var id: String
    /// As the sender calls it.
    package var name: String
    package var bytes: Data
}

/// Files that wait for their import to be confirmed.
package struct UploadRepository: Repository {
    let database: StoreDatabase

    /// So long a file waits, in seconds.
    package static let uploadLife = 3600.0

    /// Keeps a file for an hour in place of the account's last one for the delegation.
    package func keep(_ name: String, _ bytes: Data, for delegation: Delegation.ID, by account: Account)
        async throws -> Upload
    {
        let upload = Upload(id: SecretToken().text, name: name, bytes: bytes)
        try await write(as: "account \(account.id)") { db in
            try db.execute(
                sql: "DELETE FROM upload WHERE expires_at <= ? OR (account = ? AND delegation = ?)",
                arguments: [now(), account.id, delegation.code]
            )
            try db.execute(
                sql: """
                    INSERT INTO upload (id, account, delegation, name, bytes, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [upload.id, account.id, delegation.code, name, bytes, now() + Self.uploadLife]
            )
        }
        return upload
    }

    /// - Returns: nil when it is somebody else's, another delegation's, or too old.
    package func find(_ id: String, for delegation: Delegation.ID, by account: Account) async throws
        -> Upload?
    {
        try await read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT id, name, bytes FROM upload
                    WHERE id = ? AND account = ? AND delegation = ? AND expires_at > ?
                    """,
                arguments: [id, account.id, delegation.code, now()]
            ).map { Upload(id: $0[0], name: $0[1], bytes: $0[2]) }
        }
    }
}
