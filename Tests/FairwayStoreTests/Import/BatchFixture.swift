import FairwayCore
@testable import FairwayStore

/// Builds batches as a reader of files would: one table a kind, rows counted from 2.
struct BatchFixture {
    private(set) var batch = ImportBatch()

    /// - Parameter fields: The columns of the file.
    mutating func table(_ kind: SourceTable.Kind, fields: [String], _ titles: [String: String] = [:]) -> Int {
        let headers = Dictionary(uniqueKeysWithValues: fields.map { ($0, titles[$0] ?? $0) })
        batch.tables.append(
            SourceTable(
                file: "\(kind.rawValue).csv",
                kind: kind,
                headers: headers,
                columns: headers.values.sorted()
            )
        )
        return batch.tables.count - 1
    }

    mutating func add(_ enterprises: [Enterprise], fields: [String] = Enterprise.table.columns) {
        let titles = ["code": "Код", "name_ru": "Название", "economy": "Страна"]
        let table = table(.enterprises, fields: fields, titles)
        batch.enterprises += Self.sourced(enterprises, table)
    }

    mutating func add(_ products: [Product]) {
        let table = table(.products, fields: Product.table.columns)
        batch.products += Self.sourced(products, table)
    }

    mutating func add(_ requests: [MeetingRequest]) {
        let table = table(.requests, fields: MeetingRequest.table.columns)
        batch.requests += Self.sourced(requests, table)
    }

    mutating func add(_ slots: [Slot]) {
        let table = table(.slots, fields: Slot.table.columns)
        batch.slots += Self.sourced(slots, table)
    }

    mutating func add(_ tables: [MeetingTable]) {
        let table = table(.tables, fields: MeetingTable.table.columns)
        batch.tableSeats += Self.sourced(tables, table)
    }

    mutating func add(_ interpreters: [Interpreter]) {
        let table = table(.interpreters, fields: Interpreter.table.columns)
        batch.interpreters += Self.sourced(interpreters, table)
    }

    /// Says of a row, from 2, that its date of registration is an empty cell.
    mutating func leaveUndated(row: Int) {
        batch.undated.insert(RowSource(table: batch.tables.count - 1, row: row))
    }

    /// Rows of the last table, from 2, that the reader refused.
    mutating func refuse(rows: [Int]) {
        batch.refusedRows += rows.map { RowSource(table: batch.tables.count - 1, row: $0) }
    }

    private static func sourced<Value: Sendable>(_ values: [Value], _ table: Int) -> [Sourced<Value>] {
        values.enumerated().map { Sourced($0.element, RowSource(table: table, row: $0.offset + 2)) }
    }

    static func enterprise(
        _ id: Enterprise.ID,
        _ name: String,
        economy: Economy.ID = "RU",
        region: Region.ID? = nil
    ) throws -> Enterprise {
        Enterprise(
            id: id,
            name: LocalizedText(ru: name),
            economy: economy,
            region: region,
            roles: [.distributor],
            sectors: ["S04"],
            languages: [LanguageTag(.ru)],
            registeredOn: try ExpoFixture.date(5)
        )
    }
}
