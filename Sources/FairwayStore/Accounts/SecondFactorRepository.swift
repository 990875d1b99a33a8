package import FairwayCore
package import Foundation
import StoreSQL

/// A second factor that somebody without it asked to remove, and when that happens unless it is cancelled.
package struct FactorRemoval: Equatable, Sendable {
    /// Unix times in seconds.
    package var askedAt: Double
    package var dueAt: Double
}

/// Authenticators and recovery codes, and the removal of a factor that waits a day.
package struct SecondFactorRepository: Repository {
    let database: StoreDatabase

    private var accounts: AccountRepository { AccountRepository(database: database) }

    /// How long the removal of a second factor waits when it is asked for without the factor.
    package static let removalSeconds = 86_400.0

    /// Takes an authenticator in use once its first code is right; the old one counts until then.
    /// - Parameter notice: Tells the person by letter.
    /// - Returns: new recovery codes, which are not kept; nil when the code is wrong, and nothing is changed.
    package func set(
        _ secret: Data,
        firstCode: String,
        of id: Account.ID,
        notice: LetterText?,
        by actor: String
    ) async throws -> [RecoveryCode]? {
        guard let step = SecondFactor.step(of: firstCode, secret, now: now(), after: nil) else { return nil }
        return try await write(as: actor) { db in
            try write(secret, step: step, of: id, db)
            try db.execute(sql: "DELETE FROM factor_removal WHERE account = ?", arguments: [id])
            try AuditSummary("set second factor", "account", rowID: "\(id)", counts: [:]).write(db)
            try accounts.tell(id, notice, db)
            return try makeRecoveryCodes(of: id, db)
        }
    }

    /// Sets an authenticator's secret as it is.
    package func set(_ secret: Data, of id: Account.ID, by actor: String) async throws {
        try await write(as: actor) { db in try write(secret, step: nil, of: id, db) }
    }

    private func write(_ secret: Data, step: Int64?, of id: Account.ID, _ db: Database) throws {
        let sealed = try database.secrets.seal(secret, as: .secondFactor(account: id), db)
        try db.execute(
            sql: "UPDATE account SET totp_sealed = ?, totp_step = ? WHERE id = ?",
            arguments: [sealed, step, id]
        )
    }

    /// Takes the second factor off, with its recovery codes.
    /// - Parameter action: As the audit log names it.
    package func remove(
        of id: Account.ID,
        as action: String = "remove second factor",
        notice: LetterText?,
        by actor: String
    ) async throws {
        try await write(as: actor) { try remove(of: id, as: action, notice, $0) }
    }

    private func remove(
        of id: Account.ID,
        as action: String,
        _ notice: LetterText?,
        _ db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE account SET totp_sealed = NULL, totp_step = NULL WHERE id = ?",
            arguments: [id]
        )
        for table in ["recovery_code", "factor_removal"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE account = ?", arguments: [id])
        }
        try AuditSummary(action, "account", rowID: "\(id)", counts: [:]).write(db)
        try accounts.tell(id, notice, db)
    }

    /// Takes the second factor off for somebody who lost everything, and ends every way in: who has the rest is not known.
    package func reset(of id: Account.ID, notice: LetterText?, by actor: String) async throws {
        try await write(as: actor) { db in
            try AccountRepository.endAccess(of: id, db)
            try remove(of: id, as: "reset second factor", notice, db)
        }
    }

    /// Whether this is the authenticator's code of now, not used before, or a recovery code, which it uses up.
    /// - Throws: `SecretsError` when the authenticator's secret cannot be opened.
    package func use(_ text: String, of id: Account.ID) async throws -> Bool {
        try await write(as: "account \(id)") { db in
            if let code = RecoveryCode(text) { return try use(code, of: id, db) }
            let row = try Row.fetchOne(
                db,
                sql: "SELECT totp_sealed, totp_step FROM account WHERE id = ? AND totp_sealed IS NOT NULL",
                arguments: [id]
            )
            // Empty when the key was lost: recovery codes alone count.
            guard let row, let sealed: Data = row[0], !sealed.isEmpty else { return false }
            let secret = try database.secrets.open(sealed, as: .secondFactor(account: id))
            let digits = text.filter { !$0.isWhitespace }
            guard let step = SecondFactor.step(of: digits, secret, now: now(), after: row[1]) else {
                return false
            }
            try db.execute(sql: "UPDATE account SET totp_step = ? WHERE id = ?", arguments: [step, id])
            // Who has it does not need it taken off; who asked for that may have been somebody else.
            try db.execute(sql: "DELETE FROM factor_removal WHERE account = ?", arguments: [id])
            return true
        }
    }

    // MARK: - Recovery codes

    /// Makes recovery codes anew; the old ones end.
    package func makeRecoveryCodes(of id: Account.ID, notice: LetterText?, by actor: String) async throws
        -> [RecoveryCode]
    {
        try await write(as: actor) { db in
            try AuditSummary("make recovery codes", "account", rowID: "\(id)", counts: [:]).write(db)
            try accounts.tell(id, notice, db)
            return try makeRecoveryCodes(of: id, db)
        }
    }

    private func makeRecoveryCodes(of id: Account.ID, _ db: Database) throws -> [RecoveryCode] {
        try db.execute(sql: "DELETE FROM recovery_code WHERE account = ?", arguments: [id])
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode() }
        for code in codes {
            try db.execute(
                sql: "INSERT INTO recovery_code (account, code_hash) VALUES (?, ?)",
                arguments: [id, code.hash]
            )
        }
        return codes
    }

    private func use(_ code: RecoveryCode, of id: Account.ID, _ db: Database) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM recovery_code WHERE account = ? AND code_hash = ?",
            arguments: [id, code.hash]
        )
        guard db.changesCount == 1 else { return false }
        try AuditSummary("use recovery code", "account", rowID: "\(id)", counts: [:]).write(db)
        return true
    }

    /// How many codes someone has left.
    package func recoveryCodeCount(of id: Account.ID) async throws -> Int {
        try await read { db in
            try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM recovery_code WHERE account = ?", arguments: [id])
                ?? 0
        }
    }

    // MARK: - Removal without the factor

    /// Asks for the removal; asked again it is due when it was.
    package func askForRemoval(of id: Account.ID, notice: LetterText?, by actor: String) async throws {
        try await write(as: actor) { db in
            let now = now()
            guard try Self.removal(of: id, db) == nil else { return }
            try db.execute(
                sql: "INSERT INTO factor_removal (account, asked_at, due_at) VALUES (?, ?, ?)",
                arguments: [id, now, now + Self.removalSeconds]
            )
            try AuditSummary("ask to remove second factor", "account", rowID: "\(id)", counts: [:]).write(db)
            try accounts.tell(id, notice, db)
        }
    }

    package func removal(of id: Account.ID) async throws -> FactorRemoval? {
        try await read { try Self.removal(of: id, $0) }
    }

    private static func removal(of id: Account.ID, _ db: Database) throws -> FactorRemoval? {
        try Row.fetchOne(
            db,
            sql: "SELECT asked_at, due_at FROM factor_removal WHERE account = ?",
            arguments: [id]
        ).map { FactorRemoval(askedAt: $0[0], dueAt: $0[1]) }
    }

    /// Anyone who is signed in as the person can stop it.
    package func cancelRemoval(of id: Account.ID, by actor: String) async throws {
        try await write(as: actor) { db in
            try db.execute(sql: "DELETE FROM factor_removal WHERE account = ?", arguments: [id])
            guard db.changesCount == 1 else { return }
            try AuditSummary("cancel removal of second factor", "account", rowID: "\(id)", counts: [:]).write(
                db
            )
        }
    }

    /// Removes the factor if that was asked for and nobody cancelled it in time.
    /// - Returns: whether it was removed now.
    @discardableResult package func settleRemoval(of id: Account.ID, notice: LetterText?) async throws -> Bool
    {
        guard let removal = try await removal(of: id), removal.dueAt <= now() else { return false }
        return try await write(as: "account \(id)") { db in
            guard let removal = try Self.removal(of: id, db), removal.dueAt <= now() else {
                return false
            }
            try remove(of: id, as: "remove second factor", notice, db)
            return true
        }
    }

    /// Whether this is the code of now of an authenticator with this secret.
    package func isCode(_ code: String, of secret: Data) -> Bool {
        SecondFactor.step(of: code, secret, now: now(), after: nil) != nil
    }
}
