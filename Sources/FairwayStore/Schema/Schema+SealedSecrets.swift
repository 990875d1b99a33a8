import Foundation
import GRDB

extension Schema {
    static func registerSealedSecrets(in migrator: inout DatabaseMigrator, _ secrets: SecretVault) {
        migrator.registerMigration("17: sealed secrets, recovery codes and known devices") { db in
            for statement in sealedSecrets { try db.execute(sql: statement) }
            try sealSecondFactors(secrets, db)
            try sealLetters(secrets, db)
            try db.execute(sql: "ALTER TABLE account DROP COLUMN totp_secret")
            let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            try db.execute(sql: "PRAGMA user_version = \(max(version, 17))")
        }
    }

    /// Version 17: what must be readable again is sealed; recovery codes, devices that are known, and second factors that
    /// are asked to be removed.
    ///
    /// Codes that were sent are dropped: a quarter of an hour later they would be over, and their hashes had no key.
    private static let sealedSecrets = [
        "CREATE TABLE sealing_key (id INTEGER PRIMARY KEY CHECK (id = 1), key INTEGER NOT NULL) STRICT",
        // Empty: a second factor is asked for, and no authenticator counts.
        "ALTER TABLE account ADD COLUMN totp_sealed BLOB",
        // The text with its codes and links, until it is sent; `body` is without them.
        "ALTER TABLE mail ADD COLUMN sealed BLOB",
        "DROP TABLE sign_in_code",
        """
        CREATE TABLE sign_in_code (
          id INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
          purpose TEXT NOT NULL CHECK (purpose IN ('signIn', 'proof')),
          asker_hash BLOB NOT NULL, link_hash BLOB UNIQUE, code_hash BLOB NOT NULL, tries INTEGER NOT NULL,
          created_at REAL NOT NULL, expires_at REAL NOT NULL
        ) STRICT
        """,
        "CREATE INDEX sign_in_code_by_account ON sign_in_code (account)",
        "CREATE INDEX sign_in_code_by_asker ON sign_in_code (asker_hash)",
        "DELETE FROM registration_code",
        """
        CREATE TABLE recovery_code (
          account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE, code_hash BLOB NOT NULL,
          PRIMARY KEY (account, code_hash)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE factor_removal (
          account INTEGER PRIMARY KEY REFERENCES account ON DELETE CASCADE,
          asked_at REAL NOT NULL, due_at REAL NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE known_device (
          secret_hash BLOB NOT NULL, account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
          created_at REAL NOT NULL, expires_at REAL NOT NULL, PRIMARY KEY (secret_hash, account)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX known_device_by_account ON known_device (account)",
        // Of disabled accounts nothing comes back to life.
        "DELETE FROM access_token WHERE account IN (SELECT id FROM account WHERE status = 'disabled')",
    ]

    private static func sealSecondFactors(_ secrets: SecretVault, _ db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT id, totp_secret FROM account WHERE totp_secret IS NOT NULL"
        )
        for row in rows {
            let id: Int64 = row[0]
            let sealed = try secrets.seal(row[1], as: .secondFactor(account: id), db)
            try db.execute(sql: "UPDATE account SET totp_sealed = ? WHERE id = ?", arguments: [sealed, id])
        }
    }

    private static func sealLetters(_ secrets: SecretVault, _ db: Database) throws {
        for row in try Row.fetchAll(db, sql: "SELECT id, body, sent_at IS NULL FROM mail") {
            let (id, body): (Int64, String) = (row[0], row[1])
            let shown = Mail.withoutSecrets(body)
            guard shown != body else { continue }
            let isWaiting: Bool = row[2]
            let sealed = isWaiting ? try secrets.seal(Data(body.utf8), as: .letter(id), db) : nil
            try db.execute(
                sql: "UPDATE mail SET body = ?, sealed = ? WHERE id = ?",
                arguments: [shown, sealed, id]
            )
        }
    }
}
