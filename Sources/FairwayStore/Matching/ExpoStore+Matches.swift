package import FairwayCore
import GRDB

/// A match seen from one side, with the other side's enterprise.
package struct MatchWithPartner: Equatable, Sendable {
    package var match: Match
    package var partner: Enterprise
}

extension ExpoStore {
    /// Replaces all proposed partners.
    ///
    /// Rows are made before the transaction, and only those that differ are written: others wait for no more than that.
    package func replaceMatches(_ matches: [Match], by actor: String) throws {
        let rows = StoredMatch.sorted(matches)
        try load(as: actor) { db in
            try Self.replaceMatches(rows, db)
            return ((), AuditSummary("replace", "match", counts: ["matches": matches.count]))
        }
    }

    /// - Parameter rows: As `StoredMatch.sorted` makes them, which is the order of the table.
    private static func replaceMatches(_ rows: [StoredMatch], _ db: Database) throws {
        var gone: [StoredMatch] = []
        var (changed, new): ([Int], [Int]) = ([], [])
        var next = 0
        let cursor = try Row.fetchCursor(
            db,
            sql: "SELECT seller, buyer, score, reasons FROM match ORDER BY seller, buyer"
        )
        while let row = try cursor.next() {
            let old = StoredMatch(RowReader(row))
            while next < rows.count, rows[next].precedes(old) {
                new.append(next)
                next += 1
            }
            guard next < rows.count, !old.precedes(rows[next]) else {
                gone.append(old)
                continue
            }
            if !rows[next].says(old) { changed.append(next) }
            next += 1
        }
        new += Array(next..<max(next, rows.count))
        let removal = try db.cachedStatement(sql: "DELETE FROM match WHERE seller = ? AND buyer = ?")
        for row in gone { try removal.execute(arguments: [row.seller, row.buyer]) }
        let update = try db.cachedStatement(
            sql: "UPDATE match SET score = ?, reasons = ? WHERE seller = ? AND buyer = ?"
        )
        for row in changed.lazy.map({ rows[$0] }) {
            try update.execute(arguments: [row.score, row.reasons, row.seller, row.buyer])
        }
        let insertion = try db.cachedStatement(sql: "INSERT INTO match VALUES (?, ?, ?, ?)")
        for row in new.lazy.map({ rows[$0] }) {
            try insertion.execute(arguments: [row.seller, row.buyer, row.score, row.reasons])
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

/// A proposal as its table has it.
private struct StoredMatch {
    let seller: String
    let buyer: String
    let score: Double
    let reasons: String

    init(_ match: Match) {
        seller = match.seller.code
        buyer = match.buyer.code
        score = match.score
        reasons = JSONText.encode(match.reasons)
    }

    init(_ row: RowReader) {
        seller = row.text()
        buyer = row.text()
        score = row.number()
        reasons = row.text()
    }

    /// In the order of the table: SQLite compares bytes, Swift characters.
    static func sorted(_ matches: [Match]) -> [StoredMatch] {
        matches.map { StoredMatch($0) }.sorted { $0.precedes($1) }
    }

    /// Whether the same is said of the same two.
    func says(_ other: StoredMatch) -> Bool {
        score == other.score && reasons.utf8.elementsEqual(other.reasons.utf8)
    }

    func precedes(_ other: StoredMatch) -> Bool {
        guard seller.utf8.elementsEqual(other.seller.utf8) else {
            return seller.utf8.lexicographicallyPrecedes(other.seller.utf8)
        }
        return buyer.utf8.lexicographicallyPrecedes(other.buyer.utf8)
    }
}
