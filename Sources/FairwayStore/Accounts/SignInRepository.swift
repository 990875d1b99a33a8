package import FairwayCore
import Foundation
import StoreSQL
import TextAnalysis

/// The account was changed while somebody was on the way in, or their sign-in has ended on the way.
package struct SignInOutdated: Error {
    package init() {}
}

/// Where people are signed in, and the letters by which they come in.
package struct SignInRepository: Repository {
    let database: StoreDatabase
    let sightings: Sightings

    /// A session ends so long after it was last used, and so long after it began.
    static let idleSeconds = 14 * 86400.0
    static let maxSeconds = 60 * 86400.0
    /// A session that waits for its second factor.
    static let unconfirmedSeconds = 600.0
    /// When a session was last seen is written no more often.
    static let seenPrecisionSeconds = 300.0

    /// Begins a sign-in of the account as it is now, whatever it was when its owner showed who they are.
    /// - Parameter password: The one that was right, if that was how.
    /// - Returns: the secret for the browser's cookie.
    /// - Throws: `SignInOutdated`.
    package func begin(of account: Account, device: String, password: PasswordHash? = nil) async throws
        -> SecretToken
    {
        let secret = SecretToken()
        try await write(as: "account \(account.id)") { db in
            let now = now()
            guard let account = try AccountRepository.account("id = ?", [account.id], db),
                account.status == .active
            else {
                throw SignInOutdated()
            }
            if let password, try AccountRepository.passwordHash(of: account.id, db) != password {
                throw SignInOutdated()
            }
            let lifetime = account.hasSecondFactor ? Self.unconfirmedSeconds : Self.idleSeconds
            try db.execute(sql: "DELETE FROM sign_in WHERE expires_at < ?", arguments: [now])
            try db.execute(
                sql: """
                    INSERT INTO sign_in (secret_hash, account, is_confirmed, device, created_at, seen_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    SecretToken.hash(secret.text), account.id, !account.hasSecondFactor,
                    TextSafety.cleaned(String(device.prefix(200)), .name), now, now, now + lifetime,
                ]
            )
        }
        return secret
    }

    /// The session of a cookie, nil when it is over.
    package func find(secret: String) async throws -> SignIn? {
        let now = now()
        let found = try await read {
            try Self.signIns("secret_hash = ?1 AND expires_at > ?2", [SecretToken.hash(secret), now], $0)
        }
        .first
        guard let signIn = found, signIn.isAllowed else { return nil }
        if now - signIn.seenAt > Self.seenPrecisionSeconds, signIn.isConfirmed {
            sightings.noteSignIn(signIn.id, at: now)
        }
        return signIn
    }

    /// Someone's sessions, the last used first.
    package func all(of id: Account.ID) async throws -> [SignIn] {
        let now = now()
        return try await read { try Self.signIns("account = ?1 AND expires_at > ?2", [id, now], $0) }
    }

    package func confirm(_ signIn: SignIn) async throws {
        try await write(as: signIn.actor) { db in
            try db.execute(
                sql: "UPDATE sign_in SET is_confirmed = 1, expires_at = ? WHERE id = ?",
                arguments: [now() + Self.idleSeconds, signIn.id]
            )
        }
    }

    /// Ends one of someone's sessions, or with nil all but `kept`: then the devices are not known any more either.
    package func end(_ id: Int64?, of account: Account.ID, keeping kept: Int64? = nil) async throws {
        try await write(as: "account \(account)") { db in
            try db.execute(
                sql: """
                    DELETE FROM sign_in WHERE account = ?1 AND (CAST(?2 AS BIGINT) IS NULL OR id = ?2)
                      AND (CAST(?3 AS BIGINT) IS NULL OR id <> ?3)
                    """,
                arguments: [account, id, kept]
            )
            guard id == nil else { return }
            try db.execute(sql: "DELETE FROM known_device WHERE account = ?", arguments: [account])
        }
    }

    /// Signs someone out everywhere.
    /// - Returns: how many browsers are out.
    package func endAll(of id: Account.ID, by actor: String) async throws -> Int {
        try await write(as: actor) { db in
            try db.execute(sql: "DELETE FROM sign_in WHERE account = ?", arguments: [id])
            return db.changesCount
        }
    }

    /// Lets an organiser act for someone, or with nil for themselves again; the audit log tells.
    package func act(as account: Account?, in signIn: SignIn) async throws {
        try await load(as: signIn.actor) { db in
            try db.execute(
                sql: "UPDATE sign_in SET acting_as = ? WHERE id = ?",
                arguments: [account?.id, signIn.id]
            )
            let subject = account?.id ?? signIn.actingFor?.id ?? signIn.account.id
            let action = account == nil ? "stop acting for" : "act for"
            return ((), AuditSummary(action, "account", rowID: "\(subject)", counts: [:]))
        }
    }

    private static func signIns(
        _ condition: String,
        _ arguments: Arguments,
        _ db: Database
    ) throws -> [SignIn] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, account, acting_as, is_confirmed, device, created_at, seen_at, expires_at FROM sign_in
                WHERE \(condition) ORDER BY seen_at DESC, id DESC
                """,
            arguments: arguments
        ).compactMap { row in
            guard let account = try AccountRepository.account("id = ?", [row[1] as Int64], db) else {
                return nil
            }
            let other: Int64? = row[2]
            return SignIn(
                id: row[0],
                account: account,
                actingFor: try other.flatMap { try AccountRepository.account("id = ?", [$0], db) },
                isConfirmed: row[3],
                device: row[4],
                createdAt: row[5],
                seenAt: row[6],
                expiresAt: row[7]
            )
        }
    }
}
