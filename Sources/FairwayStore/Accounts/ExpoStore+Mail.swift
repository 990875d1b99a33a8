import FairwayCore
import GRDB

extension ExpoStore {
    /// Puts a letter into the outbox.
    package func post(to recipient: String, subject: String, body: String) throws {
        try write(as: "mail") { db in try Self.post(to: recipient, subject, body, now: now(), db) }
    }

    static func post(to recipient: String, _ subject: String, _ body: String, now: Double, _ db: Database)
        throws
    {
        try db.execute(
            sql: "INSERT INTO mail (recipient, subject, body, created_at) VALUES (?, ?, ?, ?)",
            arguments: [recipient, subject, body, now]
        )
    }

    /// The newest letters first, or with `isWaiting` those to be sent, oldest first.
    package func mail(isWaiting: Bool, limit: Int) throws -> [Mail] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, recipient, subject, body, created_at, sent_at FROM mail
                    WHERE \(isWaiting ? "sent_at IS NULL ORDER BY id" : "TRUE ORDER BY id DESC") LIMIT ?
                    """,
                arguments: [limit]
            ).map {
                Mail(
                    id: $0[0],
                    recipient: $0[1],
                    subject: $0[2],
                    body: $0[3],
                    createdAt: $0[4],
                    sentAt: $0[5]
                )
            }
        }
    }

    package func markSent(_ id: Int64) throws {
        try write(as: "mail") { db in
            try db.execute(sql: "UPDATE mail SET sent_at = ? WHERE id = ?", arguments: [now(), id])
        }
    }
}
