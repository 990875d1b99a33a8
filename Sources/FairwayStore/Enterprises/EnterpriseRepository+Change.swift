package import FairwayCore
import StoreSQL

extension EnterpriseRepository {
    /// Enterprises of a query by code, those after `last`: a page that later registrations do not shift.
    package func list(_ query: EnterpriseQuery, after last: String?, limit: Int) async throws
        -> [EnterpriseRow]
    {
        try await read { db in
            let filter = EnterpriseFilter(query, db.dialect)
            let sql = """
                SELECT \(Enterprise.table.columns(as: "e")), s.hall, s.code, 0, 0, 0 FROM enterprise e
                LEFT JOIN stand s ON s.code = (SELECT MIN(code) FROM stand WHERE enterprise = e.code)
                WHERE \(filter.condition) AND e.code > ? ORDER BY e.code LIMIT ?
                """
            return try Row.fetchAll(db, sql: sql, arguments: filter.arguments + [last ?? "", limit])
                .map(Self.row)
        }
    }

    /// Changes an enterprise in one transaction, unless it is no longer what the change was made for.
    /// - Parameters:
    ///   - isCurrent: Whether the enterprise as it is now is the one that was read.
    ///   - change: Throws when the change does not fit.
    /// - Returns: nil when it is not current; the enterprise afterwards otherwise.
    package func change(
        _ id: Enterprise.ID,
        by actor: String,
        isCurrent: @escaping @Sendable (Enterprise) -> Bool,
        change: @escaping @Sendable (inout Enterprise, _ slots: Set<Int>) throws -> Void
    ) async throws -> Enterprise? {
        try await write(as: actor) { db in
            guard var enterprise = try db.one(Enterprise.self, id.code) else {
                throw RequestError.noSuchEnterprise
            }
            guard isCurrent(enterprise) else { return nil }
            let before = enterprise
            try change(&enterprise, try Int.fetchSet(db, sql: "SELECT number FROM slot"))
            if enterprise != before {
                try db.insert([enterprise], sql: Enterprise.table.upsert)
            }
            return enterprise
        }
    }

    /// Says when an enterprise is not free.
    /// - Parameter isCurrent: Whether the slots as they are now are those that the change was made for.
    /// - Throws: `StaleVersion` when they are not.
    package func setUnavailable(
        _ slots: [Int],
        of id: Enterprise.ID,
        by actor: String,
        if isCurrent: (@Sendable ([Int]) -> Bool)? = nil
    ) async throws {
        try await write(as: actor) { db in
            if let isCurrent {
                let present = try db.one(Enterprise.self, id.code)?.unavailableSlots ?? []
                guard isCurrent(present) else { throw StaleVersion() }
            }
            try db.execute(
                sql: "UPDATE enterprise SET unavailable_slots = ? WHERE code = ?",
                arguments: [JSONText.integers(slots.sorted()), id.code]
            )
        }
    }
}
