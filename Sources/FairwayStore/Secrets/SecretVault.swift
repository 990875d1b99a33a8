import Crypto
import Foundation
import StoreSQL
import Synchronization

/// Seals what must be readable again, secrets of second factors and letters that wait, and hashes short codes.
///
/// The database says which key is in use; the key file has it. A key that another process has just brought in is read
/// from the file when it is first met.
final class SecretVault: Sendable {
    let file: KeyFile
    private let known = Mutex<[UInt32: SealingKey]>([:])

    init(database: String) { file = KeyFile(database: database) }

    /// - Throws: `SecretsError` when the key is not there.
    func seal(_ plain: Data, as identity: SealedIdentity, _ db: Database) throws -> Data {
        try presentKey(db).seal(plain, as: identity)
    }

    /// - Throws: `SecretsError` when the key is not there, or the value is not what was sealed for this row.
    func open(_ sealed: Data, as identity: SealedIdentity) throws -> Data {
        guard let id = SealingKey.id(in: sealed) else { throw SecretsError.damagedValue(identity.text) }
        return try key(id).open(sealed, as: identity)
    }

    func hash(ofCode digits: String, for owner: String, _ db: Database) throws -> Data {
        try presentKey(db).hash(ofCode: digits, for: owner)
    }

    /// The key in use.
    ///
    /// At the first use of all it is made; the transaction keeps others from making one too.
    func presentKey(_ db: Database) throws -> SealingKey {
        if let id = try Self.presentID(db) { return try key(id) }
        let made: SealingKey
        if file.exists, let found = try file.read().first {
            made = found
        } else {
            made = SealingKey()
            try file.write([made])
        }
        try Self.setPresent(made, db)
        remember([made])
        return made
    }

    /// - Throws: `SecretsError`.
    func key(_ id: UInt32) throws -> SealingKey {
        if let key = known.withLock({ $0[id] }) { return key }
        remember(try file.read())
        guard let key = known.withLock({ $0[id] }) else {
            throw SecretsError.wrongKey(path: file.path, needed: SealingKey.name(of: id))
        }
        return key
    }

    func remember(_ keys: [SealingKey]) {
        known.withLock { known in
            for key in keys { known[key.id] = key }
        }
    }

    static func presentID(_ db: Database) throws -> UInt32? {
        try Int64.fetchOne(db, sql: "SELECT key FROM sealing_key").map { UInt32(truncatingIfNeeded: $0) }
    }

    static func setPresent(_ key: SealingKey, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM sealing_key")
        try db.execute(sql: "INSERT INTO sealing_key (id, key) VALUES (1, ?)", arguments: [Int64(key.id)])
    }
}
