package import FairwayCore
import GRDB

extension ExpoStore {
    /// The expo's figures as of the end of a date.
    ///
    /// SQLite counts: reading the registrations would take most of the time.
    package func statistics(asOf date: CivilDate) throws -> ExpoStatistics {
        try read { db in
            let counts = DateCounts(db: db, date: date)
            return ExpoStatistics(
                try counts.tally(),
                asOf: date,
                places: try Self.names(
                    "SELECT code, name_zh, name_ru, name_en FROM economy "
                        + "UNION ALL SELECT code, name_zh, name_ru, name_en FROM region WHERE economy IN ('CN', 'RU')",
                    db
                ),
                delegations: try Self.names("SELECT code, name_zh, name_ru, name_en FROM delegation", db)
            )
        }
    }

    private static func names(_ sql: String, _ db: Database) throws -> [String: LocalizedText] {
        var names: [String: LocalizedText] = [:]
        let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql))
        while let row = try cursor.next() {
            let reader = RowReader(row)
            names[reader.text()] = reader.localized()
        }
        return names
    }
}

/// Counts of the enterprises that had registered by the end of a date and are not declined.
private struct DateCounts {
    let db: Database
    let date: CivilDate

    private static let present = "registered_on <= ?1 AND status <> 'declined'"

    func tally() throws -> ExpoStatistics.Tally {
        var tally = ExpoStatistics.Tally()
        tally.totals.enterprises = try count("enterprise", "code IN present")
        tally.totals.exhibitors = try count(
            "enterprise",
            "code IN present AND code IN (SELECT enterprise FROM stand WHERE enterprise IS NOT NULL)"
        )
        tally.totals.products = try count("product", "enterprise IN present")
        tally.totals.demands = try count("demand", "enterprise IN present")
        tally.totals.requests = try count(
            "meeting_request",
            "requester IN present AND recipient IN present"
        )
        tally.economies = try groups("economy", "enterprise WHERE \(Self.present)")
        tally.regions = try groups("region", "enterprise WHERE region IS NOT NULL AND \(Self.present)")
        tally.delegations = try groups(
            "delegation",
            "enterprise WHERE delegation IS NOT NULL AND \(Self.present)"
        )
        for (item, column) in [("sector", \ExpoStatistics.Tally.sectors), ("role", \.roles)] {
            let join = "enterprise_\(item) JOIN enterprise ON code = enterprise WHERE \(Self.present)"
            tally[keyPath: column] = try groups(item, join)
        }
        return tally
    }

    private func count(_ table: String, _ condition: String) throws -> Int {
        let sql = """
            WITH present AS (SELECT code FROM enterprise WHERE \(Self.present))
            SELECT COUNT(*) FROM \(table) WHERE \(condition)
            """
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [date.description]) ?? 0
    }

    private func groups(_ column: String, _ source: String) throws -> [String: Int] {
        let sql = "SELECT \(column), COUNT(*) FROM \(source) GROUP BY 1"
        var groups: [String: Int] = [:]
        let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [date.description])
        while let row = try cursor.next() { groups[row[0]] = row[1] }
        return groups
    }
}
