import FairwayCore
import StoreSQL

/// Finds enterprises that are likely to be registered already under another code: said, never merged.
struct DuplicateEnterprises {
    struct Finding {
        var source: RowSource
        var field: String
        var value: String?
        var problem: Diagnostic.Problem
    }

    private let stored: [Enterprise]

    /// - Parameter part: Whoever is told: a company that is not there for them is named by nothing and changes no answer.
    init(_ db: Database, shownTo part: Account.Part?) throws {
        var leaders: [Delegation.ID: Agency.ID] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT code, agency FROM delegation") {
            let reader = RowReader(row)
            let (id, agency): (Delegation.ID, Agency.ID) = (reader.id(), reader.id())
            leaders[id] = agency
        }
        var stored: [Enterprise] = []
        let cursor = try Row.fetchCursor(db, sql: Enterprise.table.select)
        while let row = try cursor.next() {
            let enterprise = try Enterprise(RowReader(row))
            let leader = enterprise.delegation.flatMap { leaders[$0] }
            if EnterpriseVisibility.shows(enterprise.id, enterprise.status, ledBy: leader, to: part) {
                stored.append(enterprise)
            }
        }
        self.stored = stored
    }

    /// Compares each row with the store and with the rows before it.
    func findings(in entries: [Sourced<Enterprise>]) -> [Finding] {
        guard !entries.isEmpty else { return [] }
        let replaced = Set(entries.map(\.value.id))
        var owners: [EnterpriseKey: Enterprise.ID] = [:]
        for enterprise in stored where !replaced.contains(enterprise.id) {
            for (_, key) in EnterpriseKey.keys(of: enterprise) { owners[key] = enterprise.id }
        }
        var findings: [Finding] = []
        let keysOfEntries = Concurrent.map(entries) { EnterpriseKey.keys(of: $0.value) }
        owners.reserveCapacity(owners.count + keysOfEntries.reduce(0) { $0 + $1.count })
        for (entry, keys) in zip(entries, keysOfEntries) {
            let (id, name) = (entry.value.id, entry.value.name)
            for (language, key) in keys {
                guard let other = owners[key], other != id else { continue }
                let problem = Diagnostic.Problem.duplicateEnterprise(of: other.code)
                findings.append(
                    Finding(
                        source: entry.source,
                        field: "name_\(language)",
                        value: name[language],
                        problem: problem
                    )
                )
                break
            }
            for (_, key) in keys where owners[key] == nil { owners[key] = id }
        }
        return findings
    }
}
