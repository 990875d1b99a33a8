import FairwayCore

/// Builds batches as a reader of files would: one table a kind, rows counted from 2.
struct BatchFixture {
    private(set) var batch = ImportBatch()

    mutating func table(_ kind: SourceTable.Kind, _ headers: [String: String] = [:]) -> Int {
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

    mutating func add(_ enterprises: [Enterprise]) {
        let table = table(.enterprises, ["code": "Код", "name_ru": "Название", "economy": "Страна"])
        batch.enterprises += Self.sourced(enterprises, table)
    }

    mutating func add(_ products: [Product]) {
        let table = table(.products)
        batch.products += Self.sourced(products, table)
    }

    mutating func add(_ requests: [MeetingRequest]) {
        let table = table(.requests)
        batch.requests += Self.sourced(requests, table)
    }

    mutating func add(_ slots: [Slot]) {
        let table = table(.slots)
        batch.slots += Self.sourced(slots, table)
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
