package import FairwayCore
import StoreSQL

/// The figures of an expo.
package struct StatisticsRepository: Repository {
    let database: StoreDatabase

    /// The expo's figures as of the end of a date.
    ///
    /// Reads single columns only: the front page waits for it after each change.
    package func figures(asOf date: CivilDate) async throws -> ExpoStatistics {
        try await read { db in
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
