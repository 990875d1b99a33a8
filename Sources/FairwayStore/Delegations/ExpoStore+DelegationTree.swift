package import FairwayCore
import GRDB

extension ExpoStore {
    /// All delegations, or an agency's, with what is in them; by economy, agency and code.
    package func delegationTree(of agency: Agency.ID? = nil) throws -> [DelegationSummary] {
        try read { db in
            let economies = Self.byID(try self.all(Economy.self, db), \.id)
            let agencies = Self.byID(try self.all(Agency.self, db), \.id)
            let regions = Self.byID(try self.all(Region.self, db), \.id)
            let counts = try Self.delegationCounts(run: try self.publication(db)?.run, db)
            return try self.all(Delegation.self, db).compactMap { delegation -> DelegationSummary? in
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
        let of = "FROM enterprise e %@ WHERE e.delegation IS NOT NULL GROUP BY e.delegation"
        func counts(_ what: String, _ join: String = "", _ arguments: StatementArguments = []) throws
            -> [String: Int]
        {
            let sql = "SELECT e.delegation, COUNT(\(what)) " + of.replacing("%@", with: join)
            let rows = try Row.fetchAll(db, sql: sql, arguments: arguments)
            return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
        }
        let request = "JOIN meeting_request r ON (r.requester = e.code OR r.recipient = e.code)"
        return [
            "members": try counts("*"),
            "representatives": try counts("*", "JOIN representative p ON p.enterprise = e.code"),
            "stands": try counts("*", "JOIN stand s ON s.enterprise = e.code"),
            "accepted": try counts("DISTINCT r.code", request + " AND r.status = 'accepted'"),
            "meetings": try run.map {
                try counts(
                    "DISTINCT r.code",
                    request + " JOIN meeting m ON m.run = ? AND m.request = r.code",
                    [$0]
                )
            } ?? [:],
        ]
    }
}
