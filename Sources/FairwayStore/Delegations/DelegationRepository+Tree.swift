package import FairwayCore
import StoreSQL

extension DelegationRepository {
    /// All delegations, or an agency's, with what is in them; by economy, agency and code.
    package func tree(of agency: Agency.ID? = nil) async throws -> [DelegationSummary] {
        try await read { db in
            let economies = Self.byID(try db.all(Economy.self), \.id)
            let agencies = Self.byID(try db.all(Agency.self), \.id)
            let regions = Self.byID(try db.all(Region.self), \.id)
            let counts = try Self.delegationCounts(run: try PublicationRepository.latest(db)?.run, db)
            return try db.all(Delegation.self).compactMap { delegation -> DelegationSummary? in
                guard agency == nil || delegation.agency == agency,
                    let leader = agencies[delegation.agency], let economy = economies[leader.economy]
                else { return nil }
                func count(_ name: String) -> Int { counts[name]?[delegation.id.code] ?? 0 }
                return DelegationSummary(
                    delegation: delegation,
                    agency: leader,
                    economy: economy,
                    region: leader.region.flatMap { regions[$0] },
                    members: count("members"),
                    representatives: count("representatives"),
                    stands: count("stands"),
                    acceptedRequests: count("accepted"),
                    meetings: count("meetings")
                )
            }.sorted {
                ($0.economy.id, $0.agency.id, $0.delegation.id)
                    < ($1.economy.id, $1.agency.id, $1.delegation.id)
            }
        }
    }

    private static func byID<Key: Hashable, Value>(_ values: [Value], _ key: (Value) -> Key) -> [Key: Value] {
        Dictionary(values.map { (key($0), $0) }) { first, _ in first }
    }

    /// Name of a count → delegation → count.
    private static func delegationCounts(run: Run.ID?, _ db: Database) throws -> [String: [String: Int]] {
        func counts(_ join: String = "") throws -> [String: Int] {
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT e.delegation, COUNT(*) FROM enterprise e \(join)
                    WHERE e.delegation IS NOT NULL GROUP BY e.delegation
                    """
            )
            return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
        }
        let (accepted, meetings) = try requestCounts(run: run, db)
        return [
            "members": try counts(),
            "representatives": try counts("JOIN representative p ON p.enterprise = e.code"),
            "stands": try counts("JOIN stand s ON s.enterprise = e.code"),
            "accepted": accepted, "meetings": meetings,
        ]
    }

    /// Accepted requests and meetings by delegation.
    ///
    /// Counted for each pair of delegations first: a request between members of one counts once.
    private static func requestCounts(run: Run.ID?, _ db: Database) throws -> (
        accepted: [String: Int], meetings: [String: Int]
    ) {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT one, other, SUM(is_accepted), SUM(is_placed) FROM (
                  SELECT a.delegation AS one, b.delegation AS other, CASE r.status WHEN 'accepted' THEN 1 ELSE 0 END AS is_accepted,
                    CASE WHEN m.request IS NOT NULL THEN 1 ELSE 0 END AS is_placed
                  FROM meeting_request r JOIN enterprise a ON a.code = r.requester
                  JOIN enterprise b ON b.code = r.recipient
                  LEFT JOIN meeting m ON m.run = ? AND m.request = r.code
                ) pairs WHERE one IS NOT NULL OR other IS NOT NULL GROUP BY one, other
                """,
            arguments: [run ?? -1]
        )
        var counts: (accepted: [String: Int], meetings: [String: Int]) = ([:], [:])
        for row in rows {
            let sides: Set<String> = Set([row[0] as String?, row[1] as String?].compactMap { $0 })
            for delegation in sides {
                counts.accepted[delegation, default: 0] += row[2]
                counts.meetings[delegation, default: 0] += row[3]
            }
        }
        return counts
    }
}
