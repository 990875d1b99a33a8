import Foundation
import StoreSQL

/// The key that seals secrets: made, changed, and replaced when it is lost.
package struct SealingKeyRepository: Repository {
    let database: StoreDatabase

    /// What a change of keys did.
    package struct KeyChange: Equatable, Sendable {
        /// The new key's name.
        package var key: String
        package var secondFactors: Int
        package var letters: Int
    }

    /// Where the key file is.
    package var path: String { database.secrets.file.path }

    /// Whether what is sealed can be opened; makes the key when there is none yet.
    /// - Returns: the name of the key in use.
    /// - Throws: `SecretsError`.
    @discardableResult package func check() async throws -> String {
        let id = try await read { try SecretVault.presentID($0) }
        // From the file and not from memory: this is asked to learn whether the file is the right one.
        guard let id else {
            return try await write(as: "key") { SealingKey.name(of: try database.secrets.presentKey($0).id) }
        }
        let keys = try database.secrets.file.read()
        guard keys.contains(where: { $0.id == id }) else {
            throw SecretsError.wrongKey(path: path, needed: SealingKey.name(of: id))
        }
        return SealingKey.name(of: id)
    }

    /// Seals everything with a new key in one transaction and forgets the old one; codes that were sent and not yet used
    /// end, since their hashes cannot be made anew.
    ///
    /// The key file has both keys until the transaction is through, so a crash at any moment leaves a pair that fits.
    /// - Throws: `SecretsError` when the present key is not there; nothing is changed then.
    package func rotate(by actor: String) async throws -> KeyChange {
        let change = try await write(as: actor) { db in
            _ = try database.secrets.presentKey(db)
            let new = SealingKey()
            try database.secrets.file.write([new] + database.secrets.file.read())
            database.secrets.remember([new])
            let change = KeyChange(
                key: SealingKey.name(of: new.id),
                secondFactors: try reseal("account", "totp_sealed", with: new, db) {
                    .secondFactor(account: $0)
                },
                letters: try reseal("mail", "sealed", with: new, db) { .letter($0) }
            )
            try endCodes(db)
            try SecretVault.setPresent(new, db)
            try log("rotate key", change, db)
            return change
        }
        try await forgetOldKeys(by: actor)
        return change
    }

    /// Takes a new key when the old one is lost.
    ///
    /// What only that could open is gone: letters that wait with a code, and authenticators. Second factors stay asked for:
    /// recovery codes need no key, and organisers help the rest.
    package func replaceLost(by actor: String) async throws -> KeyChange {
        let change = try await write(as: actor) { db in
            let new = SealingKey()
            try database.secrets.file.write([new])
            database.secrets.remember([new])
            try db.execute(
                sql: "UPDATE account SET totp_sealed = ? WHERE totp_sealed IS NOT NULL",
                arguments: [Data()]
            )
            let factors = db.changesCount
            try db.execute(sql: "DELETE FROM mail WHERE sealed IS NOT NULL")
            let change = KeyChange(
                key: SealingKey.name(of: new.id),
                secondFactors: factors,
                letters: db.changesCount
            )
            try endCodes(db)
            try SecretVault.setPresent(new, db)
            try log("replace lost key", change, db)
            return change
        }
        try await database.rewrite()
        return change
    }

    private func reseal(
        _ table: String,
        _ column: String,
        with new: SealingKey,
        _ db: Database,
        identity: (Int64) -> SealedIdentity
    ) throws -> Int {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT id, \(column) FROM \(table) WHERE \(column) IS NOT NULL AND length(\(column)) > 0"
        )
        for row in rows {
            let identity = identity(row[0])
            let plain = try database.secrets.open(row[1], as: identity)
            try db.execute(
                sql: "UPDATE \(table) SET \(column) = ? WHERE id = ?",
                arguments: [try new.seal(plain, as: identity), row[0] as Int64]
            )
        }
        return rows.count
    }

    private func endCodes(_ db: Database) throws {
        for table in ["sign_in_code", "registration_code"] { try db.execute(sql: "DELETE FROM \(table)") }
    }

    private func log(_ action: String, _ change: KeyChange, _ db: Database) throws {
        let counts = ["second_factors": change.secondFactors, "letters": change.letters]
        try AuditSummary(action, "sealing_key", rowID: change.key, counts: counts).write(db)
    }

    /// Drops all keys but the present one from the file, and what they sealed from free pages.
    ///
    /// It holds the writer's lock, so that a change of keys that begins meanwhile loses none.
    private func forgetOldKeys(by actor: String) async throws {
        try await write(as: actor) { db in
            guard let id = try SecretVault.presentID(db) else { return }
            try database.secrets.file.write([try database.secrets.key(id)])
        }
        try await database.rewrite()
    }
}
