package import FairwayCore
import GRDB

extension ExpoStore {
    /// The expo's figures as of the end of a date.
    package func statistics(asOf date: CivilDate) throws -> ExpoStatistics {
        try read { db in
            var data = ExpoData(expo: nil)
            data.economies = try self.all(Economy.self, db)
            data.regions = try self.all(Region.self, db, suffix: " WHERE economy IN ('CN', 'RU')")
            data.delegations = try self.all(Delegation.self, db)
            data.enterprises = try Self.countedEnterprises(db)
            data.stands = try self.all(Stand.self, db)
            var statistics = ExpoStatistics(data: data, asOf: date)
            // What is only counted is counted by SQLite: reading it would take most of the time.
            let present = "SELECT code FROM enterprise WHERE registered_on <= ?1 AND status <> 'declined'"
            func count(_ table: String, _ condition: String) throws -> Int {
                try Int.fetchOne(
                    db,
                    sql: "WITH present AS (\(present)) SELECT COUNT(*) FROM \(table) WHERE \(condition)",
                    arguments: [date.description]
                ) ?? 0
            }
            statistics.totals.products = try count("product", "enterprise IN present")
            statistics.totals.demands = try count("demand", "enterprise IN present")
            statistics.totals.requests = try count(
                "meeting_request",
                "requester IN present AND recipient IN present"
            )
            return statistics
        }
    }

    /// Enterprises with what the figures count them by, and nothing else.
    private static func countedEnterprises(_ db: Database) throws -> [Enterprise] {
        let cursor = try Row.fetchCursor(
            db,
            sql: "SELECT code, economy, region, roles, sectors, delegation, status, registered_on FROM enterprise"
        )
        var enterprises: [Enterprise] = []
        while let row = try cursor.next() {
            let reader = RowReader(row)
            enterprises.append(
                Enterprise(
                    id: reader.id(),
                    name: LocalizedText(),
                    economy: reader.id(),
                    region: reader.optionalID(),
                    roles: try reader.codes { Enterprise.Role(rawValue: $0) },
                    sectors: try reader.codes { Sector.ID($0) },
                    delegation: reader.optionalID(),
                    status: try reader.parsed { Enterprise.Status(rawValue: $0) },
                    registeredOn: try reader.parsed { CivilDate($0) }
                )
            )
        }
        return enterprises
    }
}
