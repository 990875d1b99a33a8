package import FairwayCore
import Foundation
import StoreSQL

/// A way in by mail: a link to confirm and a code to type, either of which works once.
package struct SignInCode: Sendable {
    package var link: SecretToken
    package var digits: String
}

extension SignInRepository {
    package static let codeSeconds = 900.0
    /// Wrong codes after which one that was sent is spoilt.
    static let maxTries = 5
    /// Codes of an account, or to a registration, that work at once: more than the limits on letters let go while one works,
    /// so that no letter is held back here in silence.
    static let maxCodes = 50

    /// Makes a code to sign in with.
    /// - Parameter browser: A secret of the browser that asks. The code works there only, so a stranger's guesses do not
    ///   count against it; the link works anywhere.
    /// - Returns: nil when too many were sent lately.
    package func makeCode(for account: Account, browser: String) async throws -> SignInCode? {
        let code = SignInCode(link: SecretToken(), digits: SecretToken.digits())
        let asker = SecretToken.hash(browser)
        let isMade = try await write(as: "account \(account.id)") {
            try insert(code.digits, link: code.link, .signIn, of: account.id, asker: asker, $0)
        }
        return isMade ? code : nil
    }

    /// Makes a code by which someone who is signed in shows that the mailbox is theirs.
    /// - Returns: its digits; nil when too many were sent lately.
    package func makeProofCode(for signIn: SignIn) async throws -> String? {
        let digits = SecretToken.digits()
        let isMade = try await write(as: signIn.actor) {
            try insert(digits, link: nil, .proof, of: signIn.account.id, asker: Self.asker(signIn), $0)
        }
        return isMade ? digits : nil
    }

    private enum Purpose: String {
        case signIn
        case proof
    }

    private static func asker(_ signIn: SignIn) -> Data { SecretToken.hash("sign-in \(signIn.id)") }

    private func insert(
        _ digits: String,
        link: SecretToken?,
        _ purpose: Purpose,
        of id: Account.ID,
        asker: Data,
        _ db: Database
    ) throws -> Bool {
        let now = now()
        try db.execute(sql: "DELETE FROM sign_in_code WHERE expires_at < ?", arguments: [now])
        let count = try Int.fetchOne(
            db,
            sql: "SELECT COUNT(*) FROM sign_in_code WHERE account = ? AND purpose = ?",
            arguments: [id, purpose.rawValue]
        )
        guard count ?? 0 < Self.maxCodes else { return false }
        try db.execute(
            sql: """
                INSERT INTO sign_in_code
                  (account, purpose, asker_hash, link_hash, code_hash, tries, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, 0, ?, ?)
                """,
            arguments: [
                id, purpose.rawValue, asker, link.map { SecretToken.hash($0.text) },
                try codeHash(digits, purpose, of: id, db), now, now + Self.codeSeconds,
            ]
        )
        return true
    }

    private func codeHash(_ digits: String, _ purpose: Purpose, of id: Account.ID, _ db: Database) throws
        -> Data
    {
        try database.secrets.hash(ofCode: digits, for: "\(purpose.rawValue) \(id)", db)
    }

    /// Whose link this is, without using it up.
    package func account(link: String) async throws -> Account? {
        let now = now()
        return try await read { db in
            try AccountRepository.account(
                "id = (SELECT account FROM sign_in_code WHERE link_hash = ?1 AND expires_at > ?2) AND status = 'active'",
                [SecretToken.hash(link), now],
                db
            )
        }
    }

    /// Uses a link up.
    /// - Returns: whose it was; nil when it is none, used or too old.
    package func useLink(_ link: String) async throws -> Account? {
        try await write(as: "sign-in") { db in
            let id = try Int64.fetchOne(
                db,
                sql: "SELECT account FROM sign_in_code WHERE link_hash = ? AND expires_at > ?",
                arguments: [SecretToken.hash(link), now()]
            )
            return try id.flatMap { try enter($0, .signIn, db) }
        }
    }

    /// Uses a code up; a wrong one counts against those that this browser asked for.
    package func useCode(_ digits: String, email: String, browser: String) async throws -> Account? {
        try await write(as: "sign-in") { db in
            guard let account = try AccountRepository.account("email = ?", [EmailAddress.folded(email)], db),
                try isRight(digits, .signIn, of: account.id, asker: SecretToken.hash(browser), db)
            else { return nil }
            return try enter(account.id, .signIn, db)
        }
    }

    /// Uses up a code that shows whose the mailbox is.
    package func useProofCode(_ digits: String, of signIn: SignIn) async throws -> Bool {
        try await write(as: signIn.actor) { db in
            guard try isRight(digits, .proof, of: signIn.account.id, asker: Self.asker(signIn), db) else {
                return false
            }
            return try enter(signIn.account.id, .proof, db) != nil
        }
    }

    private func isRight(
        _ digits: String,
        _ purpose: Purpose,
        of id: Account.ID,
        asker: Data,
        _ db: Database
    ) throws -> Bool {
        let asked = "account = ? AND purpose = ? AND asker_hash = ?"
        let hash = try codeHash(digits, purpose, of: id, db)
        let found = try Int64.fetchOne(
            db,
            sql:
                "SELECT id FROM sign_in_code WHERE \(asked) AND code_hash = ? AND tries < ? AND expires_at > ?",
            arguments: [id, purpose.rawValue, asker, hash, Self.maxTries, now()]
        )
        guard found == nil else { return true }
        try db.execute(
            sql: "UPDATE sign_in_code SET tries = tries + 1 WHERE \(asked)",
            arguments: [id, purpose.rawValue, asker]
        )
        return false
    }

    private func enter(_ id: Account.ID, _ purpose: Purpose, _ db: Database) throws -> Account? {
        try db.execute(
            sql: "DELETE FROM sign_in_code WHERE account = ? AND purpose = ?",
            arguments: [id, purpose.rawValue]
        )
        return try AccountRepository.account("id = ? AND status = 'active'", [id], db)
    }
}
