import FairwayCore
import StoreSQL

/// Counts the enterprises that had registered by the end of a date and are not declined, and what they registered.
struct DateCounts {
    let db: Database
    let date: CivilDate

    func tally() throws -> ExpoStatistics.Tally {
        var tally = ExpoStatistics.Tally()
        let present = try countEnterprises(&tally)
        let exhibitors = try Set(
            rows("SELECT enterprise FROM stand WHERE enterprise IS NOT NULL") { $0.text() }
        )
        tally.totals.enterprises = present.count
        tally.totals.exhibitors = present.count { exhibitors.contains($0) }
        tally.totals.products = try count("product", of: present)
        tally.totals.demands = try count("demand", of: present)
        let pairs = try rows("SELECT requester, recipient FROM meeting_request") { ($0.text(), $0.text()) }
        tally.totals.requests = pairs.count { present.contains($0) && present.contains($1) }
        return tally
    }

    /// - Returns: the codes of those present.
    private func countEnterprises(_ tally: inout ExpoStatistics.Tally) throws -> Set<String> {
        var present: Set<String> = []
        // There are far fewer different lists than enterprises, so each is parsed once.
        var sectorLists: [String: Int] = [:]
        var roleLists: [String: Int] = [:]
        let cursor = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT code, economy, region, delegation, sectors, roles FROM enterprise
                    WHERE registered_on <= ? AND status <> 'declined'
                    """
            ),
            arguments: [date.description]
        )
        while let row = try cursor.next() {
            let reader = RowReader(row)
            present.insert(reader.text())
            tally.economies[reader.text(), default: 0] += 1
            if let region = reader.optionalText() { tally.regions[region, default: 0] += 1 }
            if let delegation = reader.optionalText() { tally.delegations[delegation, default: 0] += 1 }
            sectorLists[reader.text(), default: 0] += 1
            roleLists[reader.text(), default: 0] += 1
        }
        tally.sectors = try Self.counts(of: sectorLists)
        tally.roles = try Self.counts(of: roleLists)
        return present
    }

    private static func counts(of lists: [String: Int]) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for (list, number) in lists {
            for item in try JSONText.strings(in: list) { counts[item, default: 0] += number }
        }
        return counts
    }

    private func count(_ table: String, of present: Set<String>) throws -> Int {
        try rows("SELECT enterprise, COUNT(*) FROM \(table) GROUP BY enterprise") {
            ($0.text(), $0.integer())
        }
        .reduce(0) { present.contains($1.0) ? $0 + $1.1 : $0 }
    }

    private func rows<Value>(_ sql: String, _ read: (RowReader) -> Value) throws -> [Value] {
        let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql))
        var values: [Value] = []
        while let row = try cursor.next() { values.append(read(RowReader(row))) }
        return values
    }
}
