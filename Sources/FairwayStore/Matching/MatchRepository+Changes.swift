package import FairwayCore
import StoreSQL

/// Whose profiles have changed.
package enum ChangedProfiles: Equatable, Sendable {
    case these(Set<Enterprise.ID>)
    /// So many, or in such a way, that only a whole run of the matching does justice to it.
    case all
}

extension MatchRepository {
    /// More than these are weighed anew by a whole run.
    private static let mostChanges = 200

    /// Whose profile, products or demands have changed after a number that `changeNumber()` gave.
    package func changedProfiles(since number: Int64) async throws -> ChangedProfiles {
        let rows = try await read { db in
            let (before, after) = (
                db.dialect.member("enterprise", of: "before"), db.dialect.member("enterprise", of: "after")
            )
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT action, table_name,
                      CASE table_name WHEN 'enterprise' THEN row_id ELSE COALESCE(\(after), \(before)) END
                    FROM audit_log
                    WHERE id > ? AND table_name IN ('product', 'demand', 'enterprise', 'interpreter', 'expo')
                    LIMIT \(Self.mostChanges * 5)
                    """,
                arguments: [number]
            ).map { ($0[0] as String, $0[1] as String, $0[2] as String?) }
        }
        var changed: Set<Enterprise.ID> = []
        for (action, table, code) in rows {
            // Another interpreter changes who can talk to whom; a new or lost enterprise, everybody's choice.
            let isWhole =
                ["interpreter", "expo"].contains(table) || (table == "enterprise" && action != "update")
            guard !isWhole, let code, code != "*" else { return .all }
            changed.insert(Enterprise.ID(code))
        }
        return changed.count > Self.mostChanges ? .all : .these(changed)
    }

    /// Whether the proposals were made anew after a number that `changeNumber()` gave, but by somebody else.
    package func areReplaced(since number: Int64, except actor: String) async throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM audit_log
              WHERE id > ? AND table_name = 'match' AND action = 'replace' AND actor <> ?)
            """
        return try await read { try Bool.fetchOne($0, sql: sql, arguments: [number, actor]) ?? false }
    }

    /// Brings the proposals up to date with a changed profile, in one transaction.
    package func apply(_ change: MatchBoard.Change, by actor: String, under right: WriteRight = .one)
        async throws
    {
        try await load(as: actor) { db in
            try right.check(db, now: now())
            let removal = try db.cachedStatement(sql: "DELETE FROM match WHERE seller = ? AND buyer = ?")
            for pair in change.removed {
                try removal.execute(arguments: [pair.seller.code, pair.buyer.code])
            }
            let insertion = try db.cachedStatement(
                sql: """
                    INSERT INTO match (seller, buyer, score, reasons) VALUES (?, ?, ?, ?)
                    ON CONFLICT (seller, buyer) DO UPDATE SET score = excluded.score, reasons = excluded.reasons
                    """
            )
            for match in change.matches {
                try insertion.execute(arguments: [
                    match.seller.code, match.buyer.code, match.score, JSONText.encode(match.reasons),
                ])
            }
            try right.check(db, now: now())
            let counts = ["removed": change.removed.count, "matches": change.matches.count]
            return ((), AuditSummary("update", "match", counts: counts))
        }
    }
}
