import FairwayCore
import GRDB

/// One import inside its transaction: checks every row against the store and the rest of the batch, then writes it.
struct ImportSession {
    let db: Database
    let batch: ImportBatch
    private(set) var report = ImportReport()
    /// Codes of each table that a row may refer to: stored ones and those taken over so far.
    private var known: [String: Set<String>] = [:]

    init(_ db: Database, _ batch: ImportBatch) throws {
        self.db = db
        self.batch = batch
        for table in [
            Hall.table, Economy.table, Region.table, Agency.table, Delegation.table, Enterprise.table,
        ] {
            known[table.name] = Set(try String.fetchAll(db, sql: "SELECT code FROM \(table.name)"))
        }
    }

    /// A reference a row makes: the field, the table it points into, the code.
    struct Reference {
        var field: String
        var table: StoredTable
        var code: String?
    }

    mutating func run() throws {
        try takeOver(batch.slots, kind: .slots) { _ in [] }
        try takeOver(batch.halls, kind: .halls) { _ in [] }
        try takeOver(batch.tableSeats, kind: .tables) {
            [.init(field: "hall", table: Hall.table, code: $0.hall.code)]
        }
        try takeOver(batch.agencies, kind: .agencies) {
            [
                .init(field: "economy", table: Economy.table, code: $0.economy.code),
                .init(field: "region", table: Region.table, code: $0.region?.code),
            ]
        }
        try takeOver(batch.delegations, kind: .delegations) {
            [.init(field: "agency", table: Agency.table, code: $0.agency.code)]
        }
        try reportDuplicates()
        try takeOver(batch.enterprises, kind: .enterprises) {
            [
                .init(field: "economy", table: Economy.table, code: $0.economy.code),
                .init(field: "region", table: Region.table, code: $0.region?.code),
                .init(field: "delegation", table: Delegation.table, code: $0.delegation?.code),
            ]
        }
        try takeOver(batch.stands, kind: .stands) {
            [
                .init(field: "hall", table: Hall.table, code: $0.hall.code),
                .init(field: "enterprise", table: Enterprise.table, code: $0.enterprise?.code),
            ]
        }
        try takeOver(batch.representatives, kind: .representatives) { [Self.enterprise($0.enterprise)] }
        try takeOver(batch.products, kind: .products) { [Self.enterprise($0.enterprise)] }
        try takeOver(batch.demands, kind: .demands) { [Self.enterprise($0.enterprise)] }
        try takeOver(batch.interpreters, kind: .interpreters) { _ in [] }
        try takeOverRequests()
    }

    private static func enterprise(_ id: Enterprise.ID, field: String = "enterprise") -> Reference {
        Reference(field: field, table: Enterprise.table, code: id.code)
    }

    private mutating func takeOverRequests() throws {
        var sound: [Sourced<MeetingRequest>] = []
        for entry in batch.requests {
            if entry.value.requester == entry.value.recipient {
                refuse(
                    entry.source,
                    .requests,
                    "recipient",
                    entry.value.recipient.code,
                    .samePartyOnBothSides
                )
            } else {
                sound.append(entry)
            }
        }
        try takeOver(sound, kind: .requests) {
            [
                Self.enterprise($0.requester, field: "requester"),
                Self.enterprise($0.recipient, field: "recipient"),
            ]
        }
    }

    // MARK: - One table

    private mutating func takeOver<Value: StoredRow>(
        _ entries: [Sourced<Value>],
        kind: SourceTable.Kind,
        references: (Value) -> [Reference]
    ) throws {
        guard !entries.isEmpty else { return }
        let table = Value.table
        let stored = try storedValues(table)
        let statement = try db.makeStatement(sql: table.upsert)
        var firstRows: [String: RowSource] = [:]
        for entry in entries {
            let values = entry.value.values.map { $0?.databaseValue ?? .null }
            let key = String(describing: values[0].storage.value ?? "")
            if let first = firstRows[key] {
                let isSameFile = first.table == entry.source.table
                refuse(
                    entry.source,
                    kind,
                    "code",
                    key,
                    .duplicateIdentifier(firstRow: isSameFile ? first.row : nil)
                )
                continue
            }
            if let missing = references(entry.value).first(where: { !exists($0) }) {
                refuse(
                    entry.source,
                    kind,
                    missing.field,
                    missing.code,
                    .unknownReference(table: missing.table.name)
                )
                continue
            }
            firstRows[key] = entry.source
            known[table.name]?.insert(key)
            if let old = stored[key] {
                if old == values {
                    report.counts[kind, default: .init()].unchanged += 1
                    continue
                }
                report.counts[kind, default: .init()].updated += 1
            } else {
                report.counts[kind, default: .init()].inserted += 1
            }
            try statement.execute(arguments: StatementArguments(values))
        }
    }

    private func storedValues(_ table: StoredTable) throws -> [String: [DatabaseValue]] {
        var stored: [String: [DatabaseValue]] = [:]
        let cursor = try Row.fetchCursor(db, sql: table.select)
        while let row = try cursor.next() {
            let values = Array(row.databaseValues)
            stored[String(describing: values[0].storage.value ?? "")] = values
        }
        return stored
    }

    private func exists(_ reference: Reference) -> Bool {
        guard let code = reference.code else { return true }
        return known[reference.table.name]?.contains(code) ?? false
    }

    // MARK: - Findings

    private mutating func refuse(
        _ source: RowSource,
        _ kind: SourceTable.Kind,
        _ field: String,
        _ value: String?,
        _ problem: Diagnostic.Problem
    ) {
        report.counts[kind, default: .init()].refused += 1
        report.refusedRows.append(source)
        report.diagnostics.append(diagnostic(source, field, value, .error, problem))
    }

    private func diagnostic(
        _ source: RowSource,
        _ field: String,
        _ value: String?,
        _ severity: Diagnostic.Severity,
        _ problem: Diagnostic.Problem
    ) -> Diagnostic {
        let table = batch.tables.indices.contains(source.table) ? batch.tables[source.table] : nil
        return Diagnostic(
            file: table?.file ?? "",
            row: source.row,
            column: table?.headers[field] ?? field,
            value: value,
            severity: severity,
            problem: problem
        )
    }

    /// The same name in the same region under another code: said, never merged.
    private mutating func reportDuplicates() throws {
        guard !batch.enterprises.isEmpty else { return }
        let replaced = Set(batch.enterprises.map(\.value.id))
        var owners: [EnterpriseKey: Enterprise.ID] = [:]
        let cursor = try Row.fetchCursor(db, sql: Enterprise.table.select)
        while let row = try cursor.next() {
            let enterprise = try Enterprise(RowReader(row))
            guard !replaced.contains(enterprise.id) else { continue }
            for key in EnterpriseKey.keys(of: enterprise) { owners[key] = enterprise.id }
        }
        for entry in batch.enterprises {
            let keys = EnterpriseKey.keys(of: entry.value)
            if let other = keys.lazy.compactMap({ owners[$0] }).first, other != entry.value.id {
                report.diagnostics.append(
                    diagnostic(
                        entry.source,
                        "name",
                        entry.value.name.text(in: .en),
                        .warning,
                        .duplicateEnterprise(of: other.code)
                    )
                )
            }
            for key in keys where owners[key] == nil { owners[key] = entry.value.id }
        }
    }
}
