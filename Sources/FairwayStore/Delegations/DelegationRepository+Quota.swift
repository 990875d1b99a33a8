package import FairwayCore
import StoreSQL

extension DelegationRepository {
    package func quota(of id: Delegation.ID) async throws -> DelegationQuota {
        try await read { try Self.quota(of: id, $0) }
    }

    private static func quota(of id: Delegation.ID, _ db: Database) throws -> DelegationQuota {
        try Row.fetchOne(
            db,
            sql: "SELECT stands, meetings, interpreter_hours FROM delegation_quota WHERE delegation = ?",
            arguments: [id.code]
        ).map { DelegationQuota(stands: $0[0], meetings: $0[1], interpreterHours: $0[2]) }
            ?? DelegationQuota()
    }

    /// - Parameter isCurrent: Whether the quota as it is now is the one that the change was made for.
    /// - Throws: `StaleVersion` when it is not.
    package func setQuota(
        _ quota: DelegationQuota,
        of id: Delegation.ID,
        by actor: String,
        if isCurrent: (@Sendable (DelegationQuota) -> Bool)? = nil
    ) async throws {
        try await write(as: actor) { db in
            if let isCurrent, !isCurrent(try Self.quota(of: id, db)) { throw StaleVersion() }
            try db.execute(
                sql: """
                    INSERT INTO delegation_quota (delegation, stands, meetings, interpreter_hours)
                    VALUES (?, ?, ?, ?) ON CONFLICT (delegation) DO UPDATE SET stands = excluded.stands,
                      meetings = excluded.meetings, interpreter_hours = excluded.interpreter_hours
                    """,
                arguments: [id.code, quota.stands, quota.meetings, quota.interpreterHours]
            )
        }
    }

    /// What the delegation uses as of the latest publication.
    package func use(of id: Delegation.ID) async throws -> DelegationUse {
        try await read { db in
            func count(_ sql: String, _ arguments: Arguments) throws -> Int {
                try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
            }
            let run = try PublicationRepository.latest(db)?.run
            var use = DelegationUse()
            use.stands = try count(
                "SELECT COUNT(*) FROM stand WHERE enterprise IN (\(Self.members))",
                [id.code]
            )
            use.acceptedRequests = try count(
                "SELECT COUNT(*) FROM meeting_request WHERE status = 'accepted' AND code IN (\(Self.requestsOfMembers))",
                [id.code]
            )
            guard let run else { return use }
            let ofMembers = "run = ?2 AND request IN (\(Self.requestsOfMembers))"
            use.meetings = try count("SELECT COUNT(*) FROM meeting WHERE \(ofMembers)", [id.code, run])
            use.interpreterMinutes = try Self.interpreterMinutes(
                "\(ofMembers) AND interpreter IS NOT NULL",
                [id.code, run],
                db
            )
            return use
        }
    }

    private static func interpreterMinutes(
        _ condition: String,
        _ arguments: Arguments,
        _ db: Database
    ) throws -> Int {
        try Row.fetchAll(
            db,
            sql: """
                SELECT s.starts, s.ends, COUNT(*) FROM meeting m JOIN slot s ON s.number = m.slot
                WHERE \(condition) GROUP BY s.starts, s.ends
                """,
            arguments: arguments
        ).reduce(0) { sum, row in
            guard let starts = ClockTime(row[0]), let ends = ClockTime(row[1]) else { return sum }
            return sum + (ends.minutesAfterMidnight - starts.minutesAfterMidnight) * (row[2] as Int)
        }
    }

    /// The codes of the enterprises of delegation `?1`.
    static let members = "SELECT code FROM enterprise WHERE delegation = ?1"

    /// The codes of the requests with a member of delegation `?1` on either side.
    static let requestsOfMembers = """
        SELECT code FROM meeting_request WHERE requester IN (\(members))
        UNION SELECT code FROM meeting_request WHERE recipient IN (\(members))
        """
}
