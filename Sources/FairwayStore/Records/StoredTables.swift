import FairwayCore

/// The tables of the store, in the order in which they refer to each other.
enum StoredTables {
    /// Those that mirror a type of the model.
    static let all: [StoredTable] = [
        StoredTable("expo", ["id", "name_zh", "name_ru", "name_en", "time_zone", "calendar_domain"]),
        Slot.table, Hall.table, MeetingTable.table, Economy.table, Region.table, Agency.table,
        Delegation.table, Enterprise.table, Stand.table, Representative.table, Product.table, Demand.table,
        Interpreter.table, MeetingRequest.table, Outcome.table,
    ]
}
