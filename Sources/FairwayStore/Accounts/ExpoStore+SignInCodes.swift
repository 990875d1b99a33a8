package import FairwayCore
import Foundation
import GRDB

/// A way in by mail: a link to confirm and a code to type, either of which works once.
package struct SignInCode: Sendable {
    package var link: SecretToken
    package var digits: String
}

extension ExpoStore {
    package static let codeSeconds = 900.0
    static let mostTries = 5
    /// Codes that someone can be sent in `codeSeconds`.
    static let mostCodes = 3

    /// Makes a code for an account.
    /// - Returns: nil when too many were sent lately.
    package func makeSignInCode(for account: Account) throws -> SignInCode? {
        try write(as: "account \(account.id)") { db in
            let now = now()
            try db.execute(sql: "DELETE FROM sign_in_code WHERE expires_at < ?", arguments: [now])
            let count =
                try Int.fetchOne(
                    db,
                    sql: "SELECT COUNT(*) FROM sign_in_code WHERE account = ?",
                    arguments: [account.id]
                ) ?? 0
            guard count < Self.mostCodes else { return nil }
            let code = SignInCode(link: SecretToken(), digits: SecretToken.digits())
            try db.execute(
                sql: """
                    INSERT INTO sign_in_code (account, link_hash, code_hash, tries, created_at, expires_at)
                    VALUES (?, ?, ?, 0, ?, ?)
                    """,
                arguments: [
                    account.id, SecretToken.hash(code.link.text), SecretToken.hash(code.digits), now,
                    now + Self.codeSeconds,
                ]
            )
            return code
        }
    }

    /// Whose link this is, without using it up.
    package func account(link: String) throws -> Account? {
        let now = now()
        return try read { db in
            try Self.account(
                "id = (SELECT account FROM sign_in_code WHERE link_hash = ?1 AND expires_at > ?2) AND status = 'active'",
                [SecretToken.hash(link), now],
                db
            )
        }
    }

    /// Uses a link up.
    /// - Returns: whose it was; nil when it is none, used or too old.
    package func useSignInLink(_ link: String) throws -> Account? {
        try useCode("link_hash = ?1", [SecretToken.hash(link)])
    }

    /// Uses a code up; a wrong one counts against all codes of the account.
    package func useSignInCode(_ digits: String, email: String) throws -> Account? {
        let email = Self.folded(email)
        if let account = try useCode(
            "code_hash = ?1 AND tries < ?2 AND account = (SELECT id FROM account WHERE email = ?3)",
            [SecretToken.hash(digits), Self.mostTries, email]
        ) {
            return account
        }
        try write(as: "sign-in") { db in
            try db.execute(
                sql:
                    "UPDATE sign_in_code SET tries = tries + 1 WHERE account = (SELECT id FROM account WHERE email = ?)",
                arguments: [email]
            )
        }
        return nil
    }

    private func useCode(_ condition: String, _ arguments: StatementArguments) throws -> Account? {
        try write(as: "sign-in") { db in
            let found = try Int64.fetchOne(
                db,
                sql:
                    "DELETE FROM sign_in_code WHERE \(condition) AND expires_at > \(now()) RETURNING account",
                arguments: arguments
            )
            guard let id = found else { return nil }
            try db.execute(sql: "DELETE FROM sign_in_code WHERE account = ?", arguments: [id])
            return try Self.account("id = ? AND status = 'active'", [id], db)
        }
    }
}
