extension Schema {
    /// Version 2: an entry keeps date, start, end and time zone of its publication, so that slots imported anew or another
    /// time zone of the expo move no calendar before the next publication, and raise SEQUENCE then.
    static let calendarTimes: [String] =
        ["insert", "update", "delete"].map { "DROP TRIGGER calendar_entry_\($0)_is_logged" }
        + ["date", "starts", "ends", "time_zone"].map {
            "ALTER TABLE calendar_entry ADD COLUMN \($0) TEXT NOT NULL DEFAULT ''"
        }
        + [
            """
            UPDATE calendar_entry SET (date, starts, ends) = (
                SELECT date, starts, ends FROM slot WHERE number = calendar_entry.slot
              ), time_zone = COALESCE((SELECT time_zone FROM expo), 'Etc/UTC')
            """
        ]
        + AuditTriggers.triggers(
            table: StoredTables.calendarEntry.name,
            keys: ["request"],
            columns: StoredTables.calendarEntry.columns
        )
}
