import FairwayCore
import StoreSQL

extension Slot: StoredRow {
    static let table = StoredTable("slot", "number date session starts ends")

    var values: [(any SQLValueConvertible)?] {
        [number, date.description, session.rawValue, starts.description, ends.description]
    }

    init(_ row: RowReader) throws {
        self.init(
            number: row.integer(),
            date: try row.parsed { CivilDate($0) },
            session: try row.parsed { Session(rawValue: $0) },
            starts: try row.parsed { ClockTime($0) },
            ends: try row.parsed { ClockTime($0) }
        )
    }
}

extension Hall: StoredRow {
    static let table = StoredTable("hall", "code name_zh name_ru name_en")

    var values: [(any SQLValueConvertible)?] { [id.code] + name.columns }

    init(_ row: RowReader) throws {
        self.init(id: row.id(), name: row.localized())
    }
}

extension MeetingTable: StoredRow {
    static let table = StoredTable("meeting_table", "code hall unavailable_slots")

    var values: [(any SQLValueConvertible)?] {
        [id.code, hall.code, JSONText.integers(unavailableSlots)]
    }

    init(_ row: RowReader) throws {
        self.init(id: row.id(), hall: row.id(), unavailableSlots: try row.integers())
    }
}

extension Stand: StoredRow {
    static let table = StoredTable("stand", "code hall enterprise")

    var values: [(any SQLValueConvertible)?] { [id.code, hall.code, enterprise?.code] }

    init(_ row: RowReader) throws {
        self.init(id: row.id(), hall: row.id(), enterprise: row.optionalID())
    }
}

extension Economy: StoredRow {
    static let table = StoredTable("economy", "code name_zh name_ru name_en")

    var values: [(any SQLValueConvertible)?] { [id.code] + name.columns }

    init(_ row: RowReader) throws {
        self.init(id: row.id(), name: row.localized())
    }
}

extension Region: StoredRow {
    static let table = StoredTable("region", "code economy name_zh name_ru name_en")

    var values: [(any SQLValueConvertible)?] { [id.code, economy.code] + name.columns }

    init(_ row: RowReader) throws {
        self.init(id: row.id(), economy: row.id(), name: row.localized())
    }
}

extension Agency: StoredRow {
    static let table = StoredTable("agency", "code name_zh name_ru name_en kind economy region")

    var values: [(any SQLValueConvertible)?] {
        [id.code] + name.columns + [kind.rawValue, economy.code, region?.code]
    }

    init(_ row: RowReader) throws {
        self.init(
            id: row.id(),
            name: row.localized(),
            kind: try row.parsed { Kind(rawValue: $0) },
            economy: row.id(),
            region: row.optionalID()
        )
    }
}

extension Delegation: StoredRow {
    static let table = StoredTable("delegation", "code name_zh name_ru name_en agency")

    var values: [(any SQLValueConvertible)?] { [id.code] + name.columns + [agency.code] }

    init(_ row: RowReader) throws {
        self.init(id: row.id(), name: row.localized(), agency: row.id())
    }
}

extension Interpreter: StoredRow {
    static let table = StoredTable(
        "interpreter",
        "code name_zh name_ru name_en pairs unavailable_slots max_consecutive_slots"
    )

    var values: [(any SQLValueConvertible)?] {
        [id.code] + name.columns
            + [
                JSONText.codes(pairs.map(\.description)), JSONText.integers(unavailableSlots),
                maxConsecutiveSlots,
            ]
    }

    init(_ row: RowReader) throws {
        self.init(
            id: row.id(),
            name: row.localized(),
            pairs: try row.codes(Self.pair),
            unavailableSlots: try row.integers(),
            maxConsecutiveSlots: row.optionalInteger()
        )
    }

    /// Reads `ru-zh`.
    private static func pair(_ text: String) -> LanguagePair? {
        let tags = text.split(separator: "-").compactMap { LanguageTag(String($0)) }
        return tags.count == 2 ? LanguagePair(tags[0], tags[1]) : nil
    }
}
