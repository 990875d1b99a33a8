import FairwayCore
import StoreSQL

/// Answers kept under a key, for requests that come again.
package struct IdempotentAnswerRepository: Repository {
    let database: StoreDatabase

    /// How long a repeated request gets its first answer again.
    private static let answerSeconds = 86400.0

    /// Takes a key for a request that begins now.
    /// - Returns: the answer that the same request was given before; nil when it is the first.
    /// - Throws: `RequestRefusal.keyReused`, `.keyTaken`.
    package func take(_ key: IdempotencyKey) async throws -> String? {
        try await write(as: "account \(key.account)") { db in
            if let known = try Self.knownAnswer(key, now: now(), db) { return known }
            try Self.keep("", under: key, now: now(), db)
            return nil
        }
    }

    /// Keeps the answer of a request whose key was taken.
    package func keep(_ answer: String, under key: IdempotencyKey) async throws {
        try await write(as: "account \(key.account)") { db in
            try db.execute(
                sql: "UPDATE idempotent_answer SET answer = ? WHERE account = ? AND key = ?",
                arguments: [answer, key.account, key.key]
            )
        }
    }

    /// Lets a key go whose request was refused.
    package func release(_ key: IdempotencyKey) async throws {
        try await write(as: "account \(key.account)") { db in
            try db.execute(
                sql: "DELETE FROM idempotent_answer WHERE account = ? AND key = ? AND answer = ''",
                arguments: [key.account, key.key]
            )
        }
    }

    static func knownAnswer(_ key: IdempotencyKey, now: Double, _ db: Database) throws -> String? {
        try dropOldAnswers(now: now, db)
        let row = try Row.fetchOne(
            db,
            sql: "SELECT request_hash, answer FROM idempotent_answer WHERE account = ? AND key = ?",
            arguments: [key.account, key.key]
        )
        guard let row else { return nil }
        guard row[0] == SecretToken.hash(key.request) else { throw RequestRefusal.keyReused }
        let answer: String = row[1]
        guard !answer.isEmpty else { throw RequestRefusal.keyTaken }
        return answer
    }

    static func keep(_ answer: String, under key: IdempotencyKey, now: Double, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO idempotent_answer VALUES (?, ?, ?, ?, ?)",
            arguments: [key.account, key.key, SecretToken.hash(key.request), answer, now]
        )
    }

    static func dropOldAnswers(now: Double, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM idempotent_answer WHERE created_at < ?",
            arguments: [now - answerSeconds]
        )
    }

    // MARK: - Erasure

    /// Blanks the answers that tell of a person; their keys stay taken, so that nothing is done twice.
    static func blankAnswers(naming person: Representative, _ db: Database) throws {
        let names = Language.allCases.compactMap { person.name[$0] }
        try blankAnswers(with: names + [person.id.code, person.email, person.phone].compactMap { $0 }, db)
    }

    static func blankAnswers(with texts: [String], _ db: Database) throws {
        for text in texts where !text.isEmpty {
            let isNamed = ["answer", "LOWER(answer)"].map { db.dialect.contains($0, "?1") }
            try db.execute(
                sql: "UPDATE idempotent_answer SET answer = '' WHERE \(isNamed.joined(separator: " OR "))",
                arguments: [text]
            )
        }
    }
}
