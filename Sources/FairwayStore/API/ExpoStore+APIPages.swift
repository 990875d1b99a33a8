package import FairwayCore
import StoreSQL

extension ExpoStore {
    /// Enterprises of a query by code, those after `last`: a page that later registrations do not shift.
    package func apiEnterprises(_ query: EnterpriseQuery, after last: String?, limit: Int) throws
        -> [EnterpriseRow]
    {
        try read { db in
            let filter = EnterpriseFilter(query, db.dialect)
            let sql = """
                SELECT \(Enterprise.table.columns(as: "e")), s.hall, s.code, 0, 0, 0 FROM enterprise e
                LEFT JOIN stand s ON s.code = (SELECT MIN(code) FROM stand WHERE enterprise = e.code)
                WHERE \(filter.condition) AND e.code > ? ORDER BY e.code LIMIT ?
                """
            return try Row.fetchAll(db, sql: sql, arguments: filter.arguments + [last ?? "", limit])
                .map(Self.enterpriseRow)
        }
    }

    /// Meetings of a run by slot and request, those after a meeting.
    package func apiMeetings(
        run: Run.ID,
        after last: (slot: Int, request: String)?,
        limit: Int
    ) throws -> [ScheduledMeeting] {
        let page = """
            SELECT request FROM meeting WHERE run = ?1 AND (slot, request) > (?2, ?3) ORDER BY slot, request LIMIT ?4
            """
        return try scheduled(
            "WHERE m.run = ?1 AND m.request IN (\(page))",
            [run, last?.slot ?? -1, last?.request ?? "", limit]
        ).sorted { ($0.meeting.slot, $0.meeting.request) < ($1.meeting.slot, $1.meeting.request) }
    }

    /// Changes an enterprise in one transaction, unless it is no longer what the change was made for.
    /// - Parameters:
    ///   - isCurrent: Whether the enterprise as it is now is the one that was read.
    ///   - change: Throws when the change does not fit.
    /// - Returns: nil when it is not current; the enterprise afterwards otherwise.
    package func apiChange(
        _ id: Enterprise.ID,
        by actor: String,
        isCurrent: (Enterprise) -> Bool,
        change: (inout Enterprise, _ slots: Set<Int>) throws -> Void
    ) throws -> Enterprise? {
        try write(as: actor) { db in
            guard var enterprise = try self.one(Enterprise.self, id.code, db) else {
                throw RequestError.noSuchEnterprise
            }
            guard isCurrent(enterprise) else { return nil }
            let before = enterprise
            try change(&enterprise, try Int.fetchSet(db, sql: "SELECT number FROM slot"))
            if enterprise != before {
                try Self.insert([enterprise], db, sql: Enterprise.table.upsert)
            }
            return enterprise
        }
    }
}
