package import FairwayCore
import StoreSQL

/// A match seen from one side, with the other side's enterprise.
package struct MatchWithPartner: Equatable, Sendable {
    package var match: Match
    package var partner: Enterprise
}

/// The partners that are proposed to enterprises.
package struct MatchRepository: Repository {
    let database: StoreDatabase

    /// Replaces all proposed partners.
    ///
    /// What differs is found before the transaction, and only that is written: others wait for no more.
    package func replace(_ matches: [Match], by actor: String, under right: WriteRight = .one) async throws {
        let sorted = matches.sorted { StoredMatch.precedes($0, $1) }
        let (found, seen) = try await read { db in
            (
                try Self.difference(of: sorted, db),
                try Int64.fetchOne(db, sql: "SELECT MAX(id) FROM audit_log") ?? 0
            )
        }
        try await load(as: actor) { db in
            try right.check(db, now: now())
            let isOld = try Self.haveMatchesChanged(since: seen, db)
            try Self.write(isOld ? Self.difference(of: sorted, db) : found, db)
            try right.check(db, now: now())
            return ((), AuditSummary("replace", "match", counts: ["matches": matches.count]))
        }
    }

    /// An expo that was replaced took its proposals along and says so in one line of its own.
    private static func haveMatchesChanged(since number: Int64, _ db: Database) throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM audit_log WHERE id > ? AND table_name IN ('match', 'expo'))
            """
        return try Bool.fetchOne(db, sql: sql, arguments: [number]) ?? true
    }

    /// - Parameter matches: In the order of the table.
    private static func difference(of matches: [Match], _ db: Database) throws -> MatchDifference {
        var difference = MatchDifference()
        var rest = matches[...]
        let cursor = try Row.fetchCursor(
            db,
            sql: "SELECT seller, buyer, score, reasons FROM match ORDER BY seller, buyer"
        )
        while let row = try cursor.next() {
            let old = StoredMatch(RowReader(row))
            while let match = rest.first, old.comes(after: match) {
                difference.new.append(StoredMatch(match))
                rest.removeFirst()
            }
            guard let match = rest.first, old.isOf(match) else {
                difference.gone.append(old)
                continue
            }
            // One at a time: all of them as text are some thirty megabytes.
            let new = StoredMatch(match)
            if !new.says(old) { difference.changed.append(new) }
            rest.removeFirst()
        }
        difference.new += rest.map { StoredMatch($0) }
        return difference
    }

    private static func write(_ difference: MatchDifference, _ db: Database) throws {
        let removal = try db.cachedStatement(sql: "DELETE FROM match WHERE seller = ? AND buyer = ?")
        for row in difference.gone { try removal.execute(arguments: [row.seller, row.buyer]) }
        let update = try db.cachedStatement(
            sql: "UPDATE match SET score = ?, reasons = ? WHERE seller = ? AND buyer = ?"
        )
        for row in difference.changed {
            try update.execute(arguments: [row.score, row.reasons, row.seller, row.buyer])
        }
        let insertion = try db.cachedStatement(sql: "INSERT INTO match VALUES (?, ?, ?, ?)")
        for row in difference.new {
            try insertion.execute(arguments: [row.seller, row.buyer, row.score, row.reasons])
        }
    }

    /// The partners proposed to an enterprise, whichever side it is on, best first: those that everyone may see.
    package func all(of id: Enterprise.ID, limit: Int) async throws -> [MatchWithPartner] {
        let columns = Enterprise.table.columns(as: "e")
        let sql = """
            SELECT m.seller, m.buyer, m.score, m.reasons, \(columns)
            FROM (SELECT *, buyer AS partner FROM match WHERE seller = ?1
                  UNION ALL SELECT *, seller AS partner FROM match WHERE buyer = ?1) m
            JOIN enterprise e ON e.code = m.partner WHERE e.status = 'approved'
            ORDER BY m.score DESC, m.partner LIMIT ?2
            """
        return try await read { db in
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
    package func exposure() async throws -> MatchExposure {
        try await read { db in
            let ids = try String.fetchAll(db, sql: "SELECT code FROM enterprise WHERE status <> 'declined'")
            let pairs = try Row.fetchAll(db, sql: "SELECT seller, buyer FROM match").map { row in
                let reader = RowReader(row)
                return Match(seller: reader.id(), buyer: reader.id(), score: 0, reasons: [])
            }
            return MatchExposure(pairs, enterprises: ids.map { Enterprise.ID($0) })
        }
    }

    package func count() async throws -> Int {
        try await read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM match") ?? 0 }
    }
}

/// What is to be written so that other proposals stand in the table.
private struct MatchDifference {
    var gone: [StoredMatch] = []
    var changed: [StoredMatch] = []
    var new: [StoredMatch] = []
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

    func isOf(_ match: Match) -> Bool {
        seller.utf8.elementsEqual(match.seller.code.utf8) && buyer.utf8.elementsEqual(match.buyer.code.utf8)
    }

    func comes(after match: Match) -> Bool {
        Self.precedes((match.seller.code, match.buyer.code), (seller, buyer))
    }

    /// Whether the same is said of the same two.
    func says(_ other: StoredMatch) -> Bool {
        score == other.score && reasons.utf8.elementsEqual(other.reasons.utf8)
    }

    static func precedes(_ one: Match, _ other: Match) -> Bool {
        precedes((one.seller.code, one.buyer.code), (other.seller.code, other.buyer.code))
    }

    /// The order of the table: SQLite compares bytes, Swift characters.
    private static func precedes(_ one: (String, String), _ other: (String, String)) -> Bool {
        guard one.0.utf8.elementsEqual(other.0.utf8) else {
            return one.0.utf8.lexicographicallyPrecedes(other.0.utf8)
        }
        return one.1.utf8.lexicographicallyPrecedes(other.1.utf8)
    }
}
