import FairwayCore
import Foundation
import StoreSQL

/// Letters that wait to be sent, and those that were.
package struct OutboxRepository: Repository {
    let database: StoreDatabase

    /// Puts a letter into the outbox.
    package func post(to recipient: String, subject: String, body: String) async throws {
        try await write(as: "mail") { db in try post(to: recipient, subject, body, db) }
    }

    /// A letter that lets its reader in is sealed until it is sent; the outbox shows it without codes and links.
    func post(to recipient: String, _ subject: String, _ body: String, _ db: Database) throws {
        let shown = Mail.withoutSecrets(body)
        try db.execute(
            sql: "INSERT INTO mail (recipient, subject, body, created_at) VALUES (?, ?, ?, ?)",
            arguments: [recipient, subject, shown, now()]
        )
        guard shown != body else { return }
        let id = db.lastInsertedRowID
        let sealed = try database.secrets.seal(Data(body.utf8), as: .letter(id), db)
        try db.execute(sql: "UPDATE mail SET sealed = ? WHERE id = ?", arguments: [sealed, id])
    }

    /// The newest letters first, or with `isWaiting` those to be sent, oldest first; those that were sent without what let
    /// their reader in.
    /// - Throws: `SecretsError` when a waiting letter cannot be opened.
    package func letters(isWaiting: Bool, limit: Int) async throws -> [Mail] {
        try await letters(isWaiting: isWaiting, limit: limit, isOpened: true)
    }

    /// The newest letters first, all without what lets their readers in; needs no key.
    package func shown(limit: Int) async throws -> [Mail] {
        try await letters(isWaiting: false, limit: limit, isOpened: false)
    }

    private func letters(isWaiting: Bool, limit: Int, isOpened: Bool) async throws -> [Mail] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, recipient, subject, body, created_at, sent_at, sealed FROM mail
                    WHERE \(isWaiting ? "sent_at IS NULL ORDER BY id" : "TRUE ORDER BY id DESC") LIMIT ?
                    """,
                arguments: [limit]
            ).map { row in
                let (id, sealed): (Int64, Data?) = (row[0], row[6])
                let whole = isOpened ? try sealed.map { try database.secrets.open($0, as: .letter(id)) } : nil
                return Mail(
                    id: id,
                    recipient: row[1],
                    subject: row[2],
                    body: whole.map { String(decoding: $0, as: UTF8.self) } ?? row[3],
                    createdAt: row[4],
                    sentAt: row[5]
                )
            }
        }
    }

    /// Notes that a letter went; what let its reader in is wiped.
    package func markSent(_ id: Int64) async throws {
        try await write(as: "mail") { db in
            try db.execute(
                sql: "UPDATE mail SET sent_at = ?, sealed = NULL WHERE id = ?",
                arguments: [now(), id]
            )
        }
    }
}
