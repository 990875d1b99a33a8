package import FairwayCore
import Foundation
import StoreSQL

/// Browsers in which someone was wholly signed in once: they keep a way to try passwords whatever others do (OWASP, Slow Down
/// Online Guessing Attacks with Device Cookies).
///
/// The cookie is 256 random bits and stored as a hash, so there is nothing to forge, and a row that is deleted ends it.
package struct KnownDeviceRepository: Repository {
    let database: StoreDatabase

    package static let deviceSeconds = 180 * 86400.0
    /// Devices of an account; the one that was used last the longest ago is forgotten for another.
    static let maxDevices = 20

    package func contains(_ secret: String, of id: Account.ID) async throws -> Bool {
        let now = now()
        return try await read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM known_device WHERE secret_hash = ? AND account = ? AND expires_at > ?)
                    """,
                arguments: [SecretToken.hash(secret), id, now]
            ) ?? false
        }
    }

    /// Notes a browser in which someone has just wholly signed in.
    /// - Parameter old: The browser's cookie until now; whoever else it is known for stays known.
    /// - Returns: the secret for its cookie, always another: one that was planted or copied is worth nothing any more.
    package func remember(of id: Account.ID, replacing old: String?) async throws -> SecretToken {
        let secret = SecretToken()
        try await write(as: "account \(id)") { db in
            let now = now()
            let hash = SecretToken.hash(secret.text)
            try db.execute(sql: "DELETE FROM known_device WHERE expires_at < ?", arguments: [now])
            if let old {
                let oldHash = SecretToken.hash(old)
                try db.execute(
                    sql: "DELETE FROM known_device WHERE secret_hash = ? AND account = ?",
                    arguments: [oldHash, id]
                )
                try db.execute(
                    sql: "UPDATE known_device SET secret_hash = ? WHERE secret_hash = ?",
                    arguments: [hash, oldHash]
                )
            }
            try db.execute(
                sql:
                    "INSERT INTO known_device (secret_hash, account, created_at, expires_at) VALUES (?, ?, ?, ?)",
                arguments: [hash, id, now, now + Self.deviceSeconds]
            )
            try Self.forgetOldDevices(of: id, db)
        }
        return secret
    }

    private static func forgetOldDevices(of id: Account.ID, _ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM known_device WHERE account = ?1 AND secret_hash NOT IN
                  (SELECT secret_hash FROM known_device WHERE account = ?1 ORDER BY created_at DESC, secret_hash LIMIT ?2)
                """,
            arguments: [id, maxDevices]
        )
    }
}
