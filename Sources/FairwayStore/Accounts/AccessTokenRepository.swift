package import FairwayCore
import Foundation
import StoreSQL
import TextAnalysis

/// The tokens by which programs act for their owners.
package struct AccessTokenRepository: Repository {
    let database: StoreDatabase
    let sightings: Sightings

    /// How often it is written that a token was used.
    private static let usePrecisionSeconds = 300.0

    /// Makes a token.
    /// - Returns: the secret, which is not kept, and the token as it is stored.
    package func make(
        of account: Account,
        name: String,
        scopes: [AccessScope],
        days: Int,
        by actor: String
    ) async throws -> (secret: String, token: AccessToken) {
        let secret = AccessToken.prefix + SecretToken().text
        let token = try await write(as: actor) { db in
            let now = now()
            try db.execute(
                sql: """
                    INSERT INTO access_token (secret_hash, account, name, scopes, created_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    SecretToken.hash(secret), account.id, Self.tokenName(name),
                    JSONText.codes(scopes.map(\.rawValue)), now, now + Double(days) * 86400,
                ]
            )
            guard let made = try Self.accessTokens("id = ?", [db.lastInsertedRowID], db).first else {
                throw StoreError.damaged("access token")
            }
            return made
        }
        return (secret, token)
    }

    /// A name that turns and hides nothing in the list; one that has nothing else is written out.
    private static func tokenName(_ name: String) -> String {
        let cleaned = TextSafety.cleaned(name, .name)
        return cleaned.isEmpty ? TextSafety.writtenOut(name) : cleaned
    }

    /// The token with this secret; nil when there is none, it is over, or its account is disabled.
    package func find(secret: String) async throws -> AccessToken? {
        let now = now()
        let found = try await read {
            try Self.accessTokens(
                "secret_hash = ?1 AND expires_at > ?2",
                [SecretToken.hash(secret), now],
                $0
            )
        }
        guard let token = found.first, token.account.status == .active else { return nil }
        if now - (token.usedAt ?? 0) > Self.usePrecisionSeconds { sightings.noteToken(token.id, at: now) }
        return token
    }

    /// Someone's tokens, the newest first, those that are over too.
    package func all(of id: Account.ID) async throws -> [AccessToken] {
        try await read { try Self.accessTokens("account = ?", [id], $0) }
    }

    /// Ends a token of someone's.
    package func revoke(_ id: Int64, of account: Account.ID, by actor: String) async throws {
        try await write(as: actor) { db in
            try db.execute(
                sql: "DELETE FROM access_token WHERE id = ? AND account = ?",
                arguments: [id, account]
            )
        }
    }

    private static func accessTokens(
        _ condition: String,
        _ arguments: Arguments,
        _ db: Database
    ) throws -> [AccessToken] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, account, name, scopes, created_at, expires_at, used_at FROM access_token
                WHERE \(condition) ORDER BY id DESC
                """,
            arguments: arguments
        ).compactMap { row in
            guard let account = try AccountRepository.account("id = ?", [row[1] as Int64], db) else {
                return nil
            }
            return AccessToken(
                id: row[0],
                account: account,
                name: row[2],
                // A scope that this version does not know gives nothing.
                scopes: try JSONText.strings(in: row[3]).compactMap { AccessScope(rawValue: $0) },
                createdAt: row[4],
                expiresAt: row[5],
                usedAt: row[6]
            )
        }
    }
}
