package import FairwayCore
import Foundation
import StoreSQL

extension RequestRepository {
    /// Asks for a meeting in one transaction, or gives the answer to the same key again.
    /// - Parameter answer: What to tell, made of the request; kept under the key.
    /// - Throws: `RequestError`; `RequestRefusal.keyReused`.
    package func create(
        from requester: Enterprise.ID,
        to recipient: Enterprise.ID,
        priority: Int,
        message: String?,
        session: Session?,
        key: IdempotencyKey?,
        seenBy part: Account.Part?,
        by actor: String,
        answer: @escaping @Sendable (MeetingRequest) -> String
    ) async throws -> String {
        try await write(as: actor) { db in
            if let key, let known = try IdempotentAnswerRepository.knownAnswer(key, now: now(), db) {
                return known
            }
            let outcome = try Self.make(
                recipient,
                for: requester,
                priority,
                message,
                session,
                seenBy: part,
                db
            )
            let text = answer(outcome.request)
            if let key { try IdempotentAnswerRepository.keep(text, under: key, now: now(), db) }
            return text
        }
    }

    /// Sets a request's status in the name of someone with a part.
    ///
    /// The recipient's side accepts and declines, the requester's withdraws; sides are whoever has `Right.enterprise` to one.
    /// - Parameter isMutual: With `accepted`: the recipient wants it as much; nil leaves what is said.
    /// - Throws: `RequestRefusal`.
    package func setStatus(
        _ status: MeetingRequest.Status,
        of id: MeetingRequest.ID,
        isMutual: Bool? = nil,
        as part: Account.Part?,
        by actor: String
    ) async throws -> MeetingRequest {
        try await write(as: actor) { db in
            guard var request = try db.one(MeetingRequest.self, id.code) else {
                throw RequestRefusal.unknownRequest(id)
            }
            let side = status == .withdrawn ? request.requester : request.recipient
            guard try Self.isOn(side, part, db) else {
                // That there is such a request is between its sides.
                let isParty =
                    try Self.isOn(request.requester, part, db) || Self.isOn(request.recipient, part, db)
                throw isParty ? RequestRefusal.otherSide : .unknownRequest(id)
            }
            if request.status == status { return request }
            let steps: [MeetingRequest.Status: RequestStep] = [
                .accepted: .accept, .declined: .decline, .withdrawn: .withdraw,
            ]
            guard let step = steps[status] else { throw RequestRefusal.closed(request.status) }
            do {
                try request.take(step, as: side, isMutual: isMutual ?? request.isMutual)
            } catch RequestError.notPossible(let present) {
                throw RequestRefusal.closed(present)
            }
            request = try Self.absorbingOthers(request, db)
            try db.insert([request], sql: MeetingRequest.table.upsert)
            return request
        }
    }

    private static func isOn(_ side: Enterprise.ID, _ part: Account.Part?, _ db: Database) throws -> Bool {
        Right.enterprise.allows(
            part,
            RightObject(enterprise: side, agency: try EnterpriseRepository.agency(leading: side, db))
        )
    }
}
