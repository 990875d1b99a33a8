package import FairwayCore
import StoreSQL
import TextAnalysis

/// Why a step of a request is not taken.
package enum RequestError: WordedError, Equatable {
    case obstacle(RequestObstacle)
    /// The request is not in a state, or not on a side, that allows the step.
    case notPossible(MeetingRequest.Status)
    case noSuchRequest
    case noSuchEnterprise
    case noSuchPerson

    package func words(in language: Language) -> String {
        switch self {
        case .obstacle(let obstacle): obstacle.words(in: language)
        case .notPossible(let status):
            language.pick(
                zh: "该申请目前“\(status.displayName(in: language))”，无法这样操作。",
                ru: "Заявка сейчас «\(status.displayName(in: language))», так поступить нельзя.",
                en: "The request is “\(status.displayName(in: language))” now; this cannot be done."
            )
        case .noSuchEnterprise:
            language.pick(zh: "没有这家企业。", ru: "Такого предприятия нет.", en: "There is no such enterprise.")
        case .noSuchPerson:
            language.pick(
                zh: "该企业没有这位代表。",
                ru: "У этой компании нет такого представителя.",
                en: "The company has no such representative."
            )
        case .noSuchRequest:
            language.pick(zh: "没有这个申请。", ru: "Такой заявки нет.", en: "There is no such request.")
        }
    }
}

/// What a side does with a request.
package enum RequestStep: String, Sendable, CaseIterable {
    case accept
    case decline
    case withdraw
}

/// What came of asking.
package enum RequestOutcome: Equatable, Sendable {
    /// The other side is to answer.
    case asked(MeetingRequest)
    /// The other side had asked already: its request is accepted, and wanted by both.
    case agreed(MeetingRequest)

    package var request: MeetingRequest {
        switch self {
        case .asked(let request), .agreed(let request): request
        }
    }
}

/// A request with the other side, seen from one.
package struct RequestWithPartner: Equatable, Sendable {
    package var request: MeetingRequest
    package var partner: Enterprise
    package var isOwn: Bool
}

/// Who asked whom for a meeting, and what came of it.
package struct RequestRepository: Repository {
    let database: StoreDatabase

    package func rules() async throws -> RequestRules { try await read { try Self.rules($0) } }

    /// - Parameter isCurrent: Whether the rules as they are now are those that the change was made for.
    /// - Throws: `StaleVersion` when they are not.
    package func setRules(
        _ rules: RequestRules,
        by actor: String,
        if isCurrent: (@Sendable (RequestRules) -> Bool)? = nil
    ) async throws {
        try await write(as: actor) { db in
            if let isCurrent, !isCurrent(try Self.rules(db)) { throw StaleVersion() }
            try db.execute(
                sql:
                    "INSERT INTO request_rules VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET rules = excluded.rules",
                arguments: [JSONText.encode(rules)]
            )
        }
    }

    private static func rules(_ db: Database) throws -> RequestRules {
        try String.fetchOne(db, sql: "SELECT rules FROM request_rules")
            .map { try JSONText.decode(RequestRules.self, from: $0) } ?? RequestRules()
    }

    /// An enterprise's requests on either side by code, those after `last`.
    package func list(
        of id: Enterprise.ID,
        status: MeetingRequest.Status?,
        after last: String?,
        limit: Int
    ) async throws -> [MeetingRequest] {
        let sql =
            MeetingRequest.table.select + """
                 WHERE code IN (SELECT code FROM meeting_request WHERE requester = ?1
                  UNION ALL SELECT code FROM meeting_request WHERE recipient = ?1)
                AND code > ?2 AND (CAST(?3 AS TEXT) IS NULL OR status = ?3) ORDER BY code LIMIT ?4
                """
        return try await read { try $0.rows(sql, [id.code, last ?? "", status?.rawValue, limit]) }
    }

    package func all(of id: Enterprise.ID) async throws -> [MeetingRequest] {
        let sql = MeetingRequest.table.select + " WHERE requester = ?1 OR recipient = ?1 ORDER BY code"
        return try await read { try $0.rows(sql, [id.code]) }
    }

    /// Everything between an enterprise and others, those that wait for it first.
    package func withPartners(of id: Enterprise.ID) async throws -> [RequestWithPartner] {
        let request = MeetingRequest.table.columns(as: "r")
        let partner = Enterprise.table.columns(as: "e")
        let sql = """
            SELECT \(request), \(partner) FROM (
              SELECT *, recipient AS partner FROM meeting_request WHERE requester = ?1
              UNION ALL SELECT *, requester AS partner FROM meeting_request WHERE recipient = ?1
            ) r JOIN enterprise e ON e.code = r.partner
            ORDER BY r.status <> 'pending', r.recipient <> ?1, r.priority DESC, r.code
            """
        return try await read { db in
            try Row.fetchAll(db, sql: sql, arguments: [id.code]).map { row in
                let found = try MeetingRequest(RowReader(row))
                return RequestWithPartner(
                    request: found,
                    partner: try Enterprise(RowReader(row, from: MeetingRequest.table.columns.count)),
                    isOwn: found.requester == id
                )
            }
        }
    }

    /// Why `one` cannot ask each of `others`; nothing for those it can.
    package func obstacles(from one: Enterprise.ID, to others: [Enterprise.ID]) async throws -> [Enterprise
        .ID:
        RequestObstacle]
    {
        try await read { db in
            var found: [Enterprise.ID: RequestObstacle] = [:]
            for other in others { found[other] = try Self.facts(one, other, db)?.obstacle }
            return found
        }
    }

    private static func facts(_ one: Enterprise.ID, _ other: Enterprise.ID, _ db: Database) throws
        -> RequestFacts?
    {
        guard let requester = try db.one(Enterprise.self, one.code),
            let recipient = try db.one(Enterprise.self, other.code)
        else { return nil }
        let between: [MeetingRequest] = try db.rows(
            MeetingRequest.table.select
                + " WHERE (requester = ?1 AND recipient = ?2) OR (requester = ?2 AND recipient = ?1) ORDER BY code",
            [one.code, other.code]
        )
        let open = """
            SELECT COUNT(*) FROM meeting_request WHERE requester = ? AND status IN ('pending', 'accepted')
            """
        func isRefusing(_ side: Enterprise.ID, _ other: Enterprise.ID) throws -> Bool {
            try PreferenceRepository.refuses(side, other, db)
        }
        return RequestFacts(
            requester: requester,
            recipient: recipient,
            rules: try Self.rules(db),
            between: between,
            openCount: try Int.fetchOne(db, sql: open, arguments: [one.code]) ?? 0,
            hasNoThanks: try isRefusing(one, other),
            isRefused: try isRefusing(other, one)
        )
    }

    /// Asks for a meeting; where the other side waits for an answer to its own request, accepts that as mutual.
    /// - Parameter part: Who asks: what they cannot see cannot be asked.
    /// - Throws: `RequestError.noSuchEnterprise`; `RequestError.obstacle` when something stands in the way.
    package func ask(
        _ recipient: Enterprise.ID,
        for requester: Enterprise.ID,
        priority: Int,
        message: String?,
        session: Session? = nil,
        seenBy part: Account.Part?,
        by actor: String
    ) async throws -> RequestOutcome {
        try await write(as: actor) { db in
            try Self.make(recipient, for: requester, priority, message, session, seenBy: part, db)
        }
    }

    /// The one place where a request begins, whoever asks.
    static func make(
        _ recipient: Enterprise.ID,
        for requester: Enterprise.ID,
        _ priority: Int,
        _ message: String?,
        _ session: Session?,
        seenBy part: Account.Part?,
        _ db: Database
    ) throws -> RequestOutcome {
        _ = try EnterpriseRepository.shown(recipient, to: part, db)
        guard let facts = try facts(requester, recipient, db) else { throw RequestError.noSuchEnterprise }
        var request = MeetingRequest(
            id: try newRequestID(db),
            requester: requester,
            recipient: recipient,
            priority: min(max(priority, 1), 5),
            message: message.map { TextSafety.cleaned($0, .text) },
            status: .pending,
            session: session
        )
        switch facts.obstacle {
        case nil:
            try db.insert([request], sql: MeetingRequest.table.insert)
            return .asked(request)
        case .askedByThem(let id):
            // A "no, thanks" of one's own is taken away first, as for any other request.
            if facts.hasNoThanks { throw RequestError.obstacle(.ownNoThanks) }
            request = try agreed(facts.between.first { $0.id == id }, with: request)
            try db.insert([request], sql: MeetingRequest.table.upsert)
            return .agreed(request)
        case let obstacle?:
            throw RequestError.obstacle(obstacle)
        }
    }

    private static func agreed(_ theirs: MeetingRequest?, with own: MeetingRequest) throws -> MeetingRequest {
        guard let theirs else { throw RequestError.noSuchRequest }
        do throws(SessionConflict) {
            return try theirs.merged(with: own)
        } catch {
            throw RequestError.obstacle(.askedForSession(theirs.id, error.earlier))
        }
    }

    /// Takes what else is open between the two into a request that was just accepted, and closes it: a store of before, or
    /// an import, may hold a request in each direction.
    ///
    /// One for another half of the day stays.
    static func absorbingOthers(_ request: MeetingRequest, _ db: Database) throws -> MeetingRequest {
        guard request.status == .accepted else { return request }
        let others: [MeetingRequest] = try db.rows(
            MeetingRequest.table.select
                + """
                 WHERE status IN ('pending', 'accepted') AND code <> ?3
                AND ((requester = ?1 AND recipient = ?2) OR (requester = ?2 AND recipient = ?1)) ORDER BY code
                """,
            [request.requester.code, request.recipient.code, request.id.code]
        )
        var merged = request
        for var other in others {
            guard let both = try? merged.merged(with: other) else { continue }
            merged = both
            other.status = .withdrawn
            try db.insert([other], sql: MeetingRequest.table.upsert)
        }
        return merged
    }

    /// `R000001` and on, after the greatest there is.
    private static func newRequestID(_ db: Database) throws -> MeetingRequest.ID {
        let last =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT MAX(CAST(SUBSTR(code, 2) AS BIGINT)) FROM meeting_request
                    WHERE code >= 'R0' AND code < 'R:' AND LTRIM(SUBSTR(code, 2), '0123456789') = ''
                      AND LENGTH(code) < 16
                    """
            ) ?? 0
        let digits = String(last + 1)
        return .init("R" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits)
    }

    /// Takes a step with a request, as one of its sides.
    /// - Parameter isMutual: With `accept`: this side wants it as much.
    /// - Throws: `RequestError`.
    package func take(
        _ step: RequestStep,
        with id: MeetingRequest.ID,
        as side: Enterprise.ID,
        isMutual: Bool = false,
        by actor: String
    ) async throws -> MeetingRequest {
        try await write(as: actor) { db in
            guard var request = try db.one(MeetingRequest.self, id.code),
                [request.requester, request.recipient].contains(side)
            else { throw RequestError.noSuchRequest }
            try request.take(step, as: side, isMutual: isMutual)
            request = try Self.absorbingOthers(request, db)
            try db.insert([request], sql: MeetingRequest.table.upsert)
            return request
        }
    }
}

extension MeetingRequest {
    /// - Throws: `RequestError.notPossible` when the side or the status does not allow the step.
    mutating func take(_ step: RequestStep, as side: Enterprise.ID, isMutual: Bool) throws {
        guard status == .pending || status == .accepted else { throw RequestError.notPossible(status) }
        switch step {
        case .accept where recipient == side && status == .pending:
            status = .accepted
            self.isMutual = isMutual
        case .decline where recipient == side: status = .declined
        case .withdraw where requester == side: status = .withdrawn
        default: throw RequestError.notPossible(status)
        }
    }
}
