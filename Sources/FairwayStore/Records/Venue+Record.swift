import FairwayCore

extension Slot: StoredRow {
    static let record = Record(
        "slot",
        Column("number", \Slot.number),
        Column("date", \.date),
        Column("session", \.session),
        Column("starts", \.starts),
        Column("ends", \.ends),
        make: Slot.init(number:date:session:starts:ends:)
    )
}

extension Hall: StoredRow {
    static let record = Record(
        "hall",
        Column("code", \Hall.id),
        Column("name", \.name),
        make: Hall.init(id:name:)
    )
}

extension MeetingTable: StoredRow {
    static let record = Record(
        "meeting_table",
        Column("code", \MeetingTable.id),
        Column("hall", \.hall),
        Column("unavailable_slots", \.unavailableSlots),
        make: MeetingTable.init(id:hall:unavailableSlots:)
    )
}

extension Stand: StoredRow {
    static let record = Record(
        "stand",
        Column("code", \Stand.id),
        Column("hall", \.hall),
        Column("enterprise", \.enterprise),
        make: Stand.init(id:hall:enterprise:)
    )
}

extension Economy: StoredRow {
    static let record = Record(
        "economy",
        Column("code", \Economy.id),
        Column("name", \.name),
        make: Economy.init(id:name:)
    )
}

extension Region: StoredRow {
    static let record = Record(
        "region",
        Column("code", \Region.id),
        Column("economy", \.economy),
        Column("name", \.name),
        make: Region.init(id:economy:name:)
    )
}

extension Agency: StoredRow {
    static let record = Record(
        "agency",
        Column("code", \Agency.id),
        Column("name", \.name),
        Column("kind", \.kind),
        Column("economy", \.economy),
        Column("region", \.region),
        make: Agency.init(id:name:kind:economy:region:)
    )
}

extension Delegation: StoredRow {
    static let record = Record(
        "delegation",
        Column("code", \Delegation.id),
        Column("name", \.name),
        Column("agency", \.agency),
        make: Delegation.init(id:name:agency:)
    )
}

extension Interpreter: StoredRow {
    static let record = Record(
        "interpreter",
        Column("code", \Interpreter.id),
        Column("name", \.name),
        Column("pairs", \.pairs),
        Column("unavailable_slots", \.unavailableSlots),
        Column("max_consecutive_slots", \.maxConsecutiveSlots),
        make: Interpreter.init(id:name:pairs:unavailableSlots:maxConsecutiveSlots:)
    )
}
