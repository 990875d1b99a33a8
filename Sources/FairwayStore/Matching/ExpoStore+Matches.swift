package import FairwayCore
import GRDB

/// A match seen from one side, with the other side's enterprise.
package struct MatchWithPartner: Equatable, Sendable {
    package var match: Match
    package var partner: Enterprise
}

extension ExpoStore {
    /// Replaces all proposed partners.
    package func replaceMatches(_ matches: [Match], by actor: String) throws {
        try load(as: actor) { db in
            try db.execute(sql: "DELETE FROM match")
            let statement = try db.makeStatement(sql: "INSERT INTO match VALUES (?, ?, ?, ?)")
            for match in matches.sorted(by: { ($0.seller, $0.buyer) < ($1.seller, $1.buyer) }) {
                try statement.execute(arguments: [
                    match.seller.code, match.buyer.code, match.score, JSONText.encode(match.reasons),
                ])
            }
            return ((), AuditSummary("replace", "match", counts: ["matches": matches.count]))
        }
    }

    /// The partners proposed to an enterprise, whichever side it is on, best first: those that everyone may see.
    package func matches(of id: Enterprise.ID, limit: Int) throws -> [MatchWithPartner] {
        let columns = Enterprise.table.columns(as: "e")
        let sql = """
            SELECT m.seller, m.buyer, m.score, m.reasons, \(columns)
            FROM (SELECT *, buyer AS partner FROM match WHERE seller = ?1
                  UNION ALL SELECT *, seller AS partner FROM match WHERE buyer = ?1) m
            JOIN enterprise e ON e.code = m.partner WHERE e.status = 'approved'
            ORDER BY m.score DESC, m.partner LIMIT ?2
            """
        return try read { db in
            try Row.fetchAll(db, sql: sql, arguments: [id.code, limit]).map { row in
                let reader = RowReader(row)
                return MatchWithPartner(
                    match: Match(
                        seller: reader.id(),
                        buyer: reader.id(),
                        score: reader.number(),
                        reasons: try JSONText.decode([MatchReason].self, from: reader.text())
                    ),
                    partner: try Enterprise(RowReader(row, from: 4))
                )
            }
        }
    }

    /// How often each enterprise that has not been declined is shown by the stored matches.
    package func matchExposure() throws -> MatchExposure {
        try read { db in
            let ids = try String.fetchAll(db, sql: "SELECT code FROM enterprise WHERE status <> 'declined'")
            let pairs = try Row.fetchAll(db, sql: "SELECT seller, buyer FROM match").map { row in
                let reader = RowReader(row)
                return Match(seller: reader.id(), buyer: reader.id(), score: 0, reasons: [])
            }
            return MatchExposure(pairs, enterprises: ids.map { Enterprise.ID($0) })
        }
    }

    package func matchCount() throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM match") ?? 0 }
    }
}
