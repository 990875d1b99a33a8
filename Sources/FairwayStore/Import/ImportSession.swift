import FairwayCore
import StoreSQL

/// One import inside a transaction: checks every row against the store and the rest of the batch, then writes it.
struct ImportSession {
    /// Rows of a table that the import changes.
    struct Change {
        let table: StoredTable
        var rows: [Arguments] = []
    }

    let db: Database
    let batch: ImportBatch
    private(set) var report = ImportReport()
    /// Codes of each table that a row may refer to: stored ones and those taken over so far.
    private var known: [String: Set<String>] = [:]
    private var slots: SlotNumbers
    /// What the import may touch; nil for all there is.
    private var scope: DelegationScope?
    /// Whether changes are kept, to be written again elsewhere.
    private let isPlan: Bool
    private(set) var changes: [Change] = []
    /// Codes of the rows that the batch names, by table: its own, and those they refer to.
    private(set) var touched: [String: Set<String>] = [:]

    init(
        _ db: Database,
        _ batch: ImportBatch,
        within delegation: Delegation.ID? = nil,
        isPlan: Bool = false
    ) throws {
        self.db = db
        self.isPlan = isPlan
        scope = try delegation.map { try DelegationScope($0, db) }
        self.batch = batch
        slots = try SlotNumbers(db, slots: batch.slots)
        for table in ImportReference.Table.allCases {
            let codes = try String.fetchAll(db, sql: "SELECT code FROM \(table.stored.name)")
            known[table.stored.name] = Set(codes)
        }
    }

    mutating func run() throws {
        try takeOver(batch.slots, .slots) { _ in [] }
        try takeOver(batch.halls, .halls) { _ in [] }
        try takeOver(batch.tableSeats, .tables) { [.init("hall", .halls, $0.hall.code)] }
        try takeOver(batch.agencies, .agencies) {
            [.init("economy", .economies, $0.economy.code), .init("region", .regions, $0.region?.code)]
        }
        try takeOver(batch.delegations, .delegations) { [.init("agency", .agencies, $0.agency.code)] }
        let enterprises = scoped(try StoredColumns(db: db, batch: batch).completed(joined(batch.enterprises)))
        for finding in try DuplicateEnterprises(db, shownTo: reader()).findings(in: enterprises) {
            note(finding.source, finding.field, finding.value, .warning, finding.problem)
        }
        try takeOver(enterprises, .enterprises, isComplete: true) {
            [
                .init("economy", .economies, $0.economy.code), .init("region", .regions, $0.region?.code),
                .init("delegation", .delegations, $0.delegation?.code),
            ]
        }
        try takeOver(batch.stands, .stands) {
            [.init("hall", .halls, $0.hall.code), .init("enterprise", .enterprises, $0.enterprise?.code)]
        }
        try takeOver(batch.representatives, .representatives) { [.enterprise($0.enterprise)] }
        try takeOver(batch.products, .products) { [.enterprise($0.enterprise)] }
        try takeOver(batch.demands, .demands) { [.enterprise($0.enterprise)] }
        try takeOver(batch.interpreters, .interpreters) { _ in [] }
        try takeOverRequests()
        for source in batch.refusedRows where batch.tables.indices.contains(source.table) {
            report.counts[batch.tables[source.table].kind, default: .init()].refused += 1
        }
    }

    // MARK: - Requests

    private mutating func takeOverRequests() throws {
        guard !batch.requests.isEmpty else { return }
        let entries = try StoredColumns(db: db, batch: batch).completed(batch.requests)
        var merging = try RequestMerging(db, codes: Set(entries.map(\.value.id.code)))
        var seen: Set<MeetingRequest.ID> = []
        for entry in entries {
            let isSound =
                entry.value.flaw == nil && scope == nil && missing(Self.sides(of: entry.value)) == nil
                && seen.insert(entry.value.id).inserted
            if isSound { merging.add(entry) } else { merging.pass(entry) }
        }
        for merger in merging.mergers { note(merger) }
        report.counts[.requests, default: .init()].merged = merging.mergedCount
        let conflicts = merging.conflicts
        try takeOver(merging.rows, .requests, isComplete: true, refused: { conflicts[$0] }) {
            Self.sides(of: $0)
        }
    }

    private static func sides(of request: MeetingRequest) -> [ImportReference] {
        [.enterprise(request.requester, "requester"), .enterprise(request.recipient, "recipient")]
    }

    private mutating func note(_ merger: RequestMerging.Merger) {
        let row = merger.targetSource.flatMap { $0.table == merger.source.table ? $0.row : nil }
        let problem = Diagnostic.Problem.mergedRequest(
            into: merger.target.code,
            row: row,
            isMutual: merger.isMutual
        )
        note(merger.source, "code", merger.request.id.code, .warning, problem)
    }

    // MARK: - An agency's own

    /// Who reads what is said: the agency of the delegation that is imported into, the organiser of everything else.
    private func reader() throws -> Account.Part? {
        guard let scope else { return .organiser }
        let agency = try String.fetchOne(
            db,
            sql: "SELECT agency FROM delegation WHERE code = ?",
            arguments: [scope.delegation.code]
        )
        return agency.map { Account.Part.agency(Agency.ID($0)) }
    }

    private func joined(_ entries: [Sourced<Enterprise>]) -> [Sourced<Enterprise>] {
        guard let scope else { return entries }
        return entries.map { Sourced(scope.joined($0.value), $0.source) }
    }

    private mutating func scoped(_ entries: [Sourced<Enterprise>]) -> [Sourced<Enterprise>] {
        guard let scope else { return entries }
        return entries.map { entry in
            var enterprise = entry.value
            let status = scope.status(of: enterprise.id)
            if enterprise.status != status {
                note(entry.source, "status", enterprise.status.rawValue, .warning, .organisersStatus)
                enterprise.status = status
            }
            return Sourced(enterprise, entry.source)
        }
    }

    // MARK: - One table

    /// - Parameters:
    ///   - isComplete: Columns that the files lack are filled from the store already.
    ///   - refused: What was found wrong with a row before.
    private mutating func takeOver<Value: StoredRow>(
        _ entries: [Sourced<Value>],
        _ kind: SourceTable.Kind,
        isComplete: Bool = false,
        refused: (RowSource) -> ImportFlaw? = { _ in nil },
        references: (Value) -> [ImportReference]
    ) throws {
        guard !entries.isEmpty else { return }
        let entries = isComplete ? entries : try StoredColumns(db: db, batch: batch).completed(entries)
        let stored = try storedValues(Value.table)
        let statement = try db.makeStatement(sql: Value.table.upsert)
        var firstRows: [String: RowSource] = [:]
        firstRows.reserveCapacity(entries.count)
        var count = report.counts[kind] ?? .init()
        var change = Change(table: Value.table)
        // In pieces, so that the prepared rows of a large table are not all in memory at once.
        for start in stride(from: 0, to: entries.count, by: 8192) {
            let piece = entries[start..<min(entries.count, start + 8192)]
            for (entry, row) in zip(piece, Concurrent.map(piece) { PreparedRow($0.value) }) {
                let references = references(entry.value)
                if isPlan { touch(row.key, Value.table, references) }
                let problem =
                    duplicate(of: firstRows[row.key], entry.source, Value.table.columns[0], row.key)
                    ?? refused(entry.source) ?? entry.value.flaw
                    ?? scope?.flaw(of: entry.value, replacing: stored[row.key]) ?? missing(references)
                    ?? slots.flaw(of: entry.value, replacing: stored[row.key], in: table(of: entry.source))
                if let problem {
                    refuse(entry.source, problem, &count)
                    continue
                }
                let old = stored[row.key]
                let isChanged = old != row.values
                if isChanged, let problem = try write(row, with: statement, column: Value.table.columns[0]) {
                    refuse(entry.source, problem, &count)
                    continue
                }
                if isChanged, isPlan { change.rows.append(row.arguments) }
                if isChanged, report.changes.count < ImportReport.maxChanges {
                    report.changes.append(row.change(from: old, of: Value.table, kind))
                }
                firstRows[row.key] = entry.source
                take(entry.value, as: row.key)
                if old == nil {
                    count.inserted += 1
                } else if isChanged {
                    count.updated += 1
                } else {
                    count.unchanged += 1
                }
            }
        }
        report.counts[kind] = count
        if !change.rows.isEmpty { changes.append(change) }
    }

    /// From now on other rows may refer to it.
    private mutating func take<Value: StoredRow>(_ value: Value, as key: String) {
        known[Value.table.name]?.insert(key)
        scope?.take(value)
        slots.take(value)
    }

    private mutating func touch(_ key: String, _ table: StoredTable, _ references: [ImportReference]) {
        touched[table.name, default: []].insert(key)
        for reference in references {
            if let code = reference.code { touched[reference.table.stored.name, default: []].insert(code) }
        }
    }

    /// - Returns: What a rule of the schema that no check here knows has against the row.
    private func write(_ row: PreparedRow, with statement: Statement, column: String) throws -> ImportFlaw? {
        do {
            try statement.execute(arguments: row.arguments)
            return nil
        } catch let error as SQLError where error.kind == .constraint {
            return ImportFlaw(column, row.key, .invalidText)
        }
    }

    private func storedValues(_ table: StoredTable) throws -> [String: [SQLValue]] {
        var stored: [String: [SQLValue]] = [:]
        let cursor = try Row.fetchCursor(db, sql: table.select)
        while let row = try cursor.next() {
            let values = row.values
            stored[PreparedRow.key(values)] = values
        }
        return stored
    }

    // MARK: - Findings

    private func table(of source: RowSource) -> SourceTable? {
        batch.tables.indices.contains(source.table) ? batch.tables[source.table] : nil
    }

    private func duplicate(
        of first: RowSource?,
        _ source: RowSource,
        _ field: String,
        _ key: String
    ) -> ImportFlaw? {
        guard let first else { return nil }
        let row = first.table == source.table ? first.row : nil
        return ImportFlaw(field, key, .duplicateIdentifier(firstRow: row))
    }

    private func missing(_ references: [ImportReference]) -> ImportFlaw? {
        for reference in references {
            guard let code = reference.code,
                known[reference.table.stored.name]?.contains(code) != true
            else { continue }
            return ImportFlaw(
                reference.field,
                code,
                .unknownReference(table: reference.table.rawValue)
            )
        }
        return nil
    }

    private mutating func refuse(
        _ source: RowSource,
        _ flaw: ImportFlaw,
        _ count: inout ImportReport.Count
    ) {
        count.refused += 1
        report.refusedRows.append(source)
        note(source, flaw.field, flaw.value, .error, flaw.problem)
    }

    private mutating func note(
        _ source: RowSource,
        _ field: String,
        _ value: String?,
        _ severity: Diagnostic.Severity,
        _ problem: Diagnostic.Problem
    ) {
        let table = table(of: source)
        report.diagnostics.append(
            Diagnostic(
                file: table?.file ?? "",
                row: source.row,
                column: table?.headers[field] ?? field,
                value: value,
                severity: severity,
                problem: problem
            )
        )
    }
}
