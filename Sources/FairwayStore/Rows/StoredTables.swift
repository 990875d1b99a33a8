import FairwayCore

/// The tables of the store, in the order in which they refer to each other.
enum StoredTables {
    /// Those that mirror a type of the model.
    static let all: [StoredTable] = [
        StoredTable("expo", "id name_zh name_ru name_en time_zone calendar_domain"),
        Slot.table, Hall.table, MeetingTable.table, Economy.table, Region.table, Agency.table,
        Delegation.table, Enterprise.table, Stand.table, Representative.table, Product.table, Demand.table,
        Interpreter.table, MeetingRequest.table, Outcome.table,
    ]

    /// As of version 2.
    static let calendarEntry = StoredTable(
        "calendar_entry",
        "request uid sequence is_cancelled changed_at slot hall stand table_code interpreter date starts ends time_zone"
    )

    /// Those that a programme makes, with the keys that the audit log names, as of version 1.
    static let derived: [(table: StoredTable, keys: [String])] = [
        (StoredTable("match", "seller buyer score reasons"), ["seller", "buyer"]),
        (
            StoredTable(
                "run",
                "id started_at seed time_limit_seconds elapsed_seconds status placed_weight placed breaks "
                    + "idle_slots hall_changes worst_share bound_weight bound_breaks"
            ), ["id"]
        ),
        (
            StoredTable("meeting", "run request slot hall stand table_code interpreter"), ["run", "request"]
        ),
        (StoredTable("unplaced", "run request weight kind reason"), ["run", "request"]),
        (StoredTable("publication", "number run published_at published_by"), ["number"]),
        (
            StoredTable(
                "calendar_entry",
                "request uid sequence is_cancelled changed_at slot hall stand table_code interpreter"
            ), ["request"]
        ),
    ]

    /// What the engine says of a programme, with the keys that the audit log names.
    static let explanation: [(table: StoredTable, keys: [String])] = [
        (StoredTable("unplaced_detail", "run request detail"), ["run", "request"]),
        (StoredTable("run_explanation", "run scarcities worst_served"), ["run"]),
    ]
}
