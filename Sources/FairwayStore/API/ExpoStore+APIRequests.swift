package import FairwayCore
import Foundation
import GRDB

extension ExpoStore {
    /// How long a repeated request gets its first answer again.
    private static let answerSeconds = 86400.0

    /// Asks for a meeting in one transaction, or gives the answer to the same key again.
    /// - Parameter answer: What to tell, made of the new request; kept under the key.
    /// - Throws: `RequestRefusal`.
    package func apiCreateRequest(
        from requester: Enterprise.ID,
        to recipient: Enterprise.ID,
        priority: Int,
        message: String?,
        session: Session?,
        key: IdempotencyKey?,
        by actor: String,
        answer: (MeetingRequest) -> String
    ) throws -> String {
        try write(as: actor) { db in
            if let key, let known = try Self.knownAnswer(key, now: now(), db) { return known }
            try self.checkSides(requester, recipient, db)
            let request = MeetingRequest(
                id: try Self.newRequestID(db),
                requester: requester,
                recipient: recipient,
                priority: priority,
                message: message,
                status: .pending,
                session: session
            )
            try Self.insert([request], db)
            let text = answer(request)
            if let key { try Self.keep(text, under: key, now: now(), db) }
            return text
        }
    }

    private func checkSides(_ requester: Enterprise.ID, _ recipient: Enterprise.ID, _ db: Database) throws {
        guard requester != recipient else { throw RequestRefusal.ownEnterprise }
        guard let asking = try one(Enterprise.self, requester.code, db), asking.status != .declined else {
            throw RequestRefusal.requesterDeclined
        }
        guard let asked = try one(Enterprise.self, recipient.code, db), asked.status != .declined else {
            throw RequestRefusal.unknownRecipient(recipient)
        }
        let open = try String.fetchOne(
            db,
            sql: """
                SELECT code FROM meeting_request WHERE status IN ('pending', 'accepted')
                  AND (requester = ?1 AND recipient = ?2 OR requester = ?2 AND recipient = ?1)
                """,
            arguments: [requester.code, recipient.code]
        )
        if let open { throw RequestRefusal.exists(.init(open)) }
    }

    /// Sets a request's status in the name of someone with a part.
    ///
    /// The recipient's side accepts and declines, the requester's withdraws; sides are whoever has `Right.enterprise` to one.
    /// - Throws: `RequestRefusal`.
    package func apiSetStatus(
        _ status: MeetingRequest.Status,
        of id: MeetingRequest.ID,
        as part: Account.Part?,
        by actor: String
    ) throws -> MeetingRequest {
        try write(as: actor) { db in
            guard var request = try self.one(MeetingRequest.self, id.code, db) else {
                throw RequestRefusal.unknownRequest(id)
            }
            let side = status == .withdrawn ? request.requester : request.recipient
            guard try Self.isOn(side, part, db) else { throw RequestRefusal.otherSide }
            if request.status == status { return request }
            guard status != .pending, request.status == .pending || request.status == .accepted else {
                throw RequestRefusal.closed(request.status)
            }
            request.status = status
            try Self.insert([request], db, sql: MeetingRequest.table.upsert)
            return request
        }
    }

    private static func isOn(_ side: Enterprise.ID, _ part: Account.Part?, _ db: Database) throws -> Bool {
        let agency = try String.fetchOne(
            db,
            sql:
                "SELECT agency FROM delegation WHERE code = (SELECT delegation FROM enterprise WHERE code = ?)",
            arguments: [side.code]
        )
        return Right.enterprise.allows(
            part,
            RightObject(enterprise: side, agency: agency.map { Agency.ID($0) })
        )
    }

    /// `N000001` and on: no organiser's own code begins so by chance and is skipped if one does.
    private static func newRequestID(_ db: Database) throws -> MeetingRequest.ID {
        let last =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT MAX(CAST(SUBSTR(code, 2) AS INTEGER)) FROM meeting_request
                    WHERE code GLOB 'N[0-9][0-9][0-9][0-9][0-9][0-9]*' AND code NOT GLOB 'N*[^0-9]*' AND LENGTH(code) < 16
                    """
            ) ?? 0
        let digits = String(last + 1)
        return .init("N" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits)
    }

    // MARK: - Answers kept under a key

    private static func knownAnswer(_ key: IdempotencyKey, now: Double, _ db: Database) throws -> String? {
        try db.execute(
            sql: "DELETE FROM idempotent_answer WHERE created_at < ?",
            arguments: [now - answerSeconds]
        )
        let row = try Row.fetchOne(
            db,
            sql: "SELECT request_hash, answer FROM idempotent_answer WHERE account = ? AND key = ?",
            arguments: [key.account, key.key]
        )
        guard let row else { return nil }
        guard row[0] == SecretToken.hash(key.request) else { throw RequestRefusal.keyReused }
        return row[1]
    }

    private static func keep(_ answer: String, under key: IdempotencyKey, now: Double, _ db: Database) throws
    {
        try db.execute(
            sql: "INSERT INTO idempotent_answer VALUES (?, ?, ?, ?, ?)",
            arguments: [key.account, key.key, SecretToken.hash(key.request), answer, now]
        )
    }
}
