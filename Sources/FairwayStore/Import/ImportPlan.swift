import FairwayCore
import StoreSQL

/// An import that is worked out: what it says of each row, and the rows that are left to be written.
struct ImportPlan {
    private(set) var report: ImportReport
    private let changes: [ImportSession.Change]
    /// The rows that the plan was made from, by table: its own, and those they refer to.
    private let touched: [String: Set<String>]
    private let changeNumber: Int64

    /// Works it out on a private copy; the store's writer is not needed.
    init(of batch: ImportBatch, within delegation: Delegation.ID?, in backend: any StoreBackend) throws {
        let copy = try backend.copy(of: StoredTables.all.map(\.name), countedBy: "audit_log")
        changeNumber = copy.changeNumber
        (report, changes, touched) = try copy.write { db in
            var session = try ImportSession(db, batch, within: delegation, isPlan: true)
            try session.run()
            return (session.report, session.changes, session.touched)
        }
    }

    /// Whether someone has changed since what the plan was made from.
    func isStale(_ db: Database) throws -> Bool {
        let lines = try Row.fetchCursor(
            db,
            sql: "SELECT table_name, row_id, action FROM audit_log WHERE id > ?",
            arguments: [changeNumber]
        )
        while let line = try lines.next() {
            let (table, row, action): (String, String, String) = (line[0], line[1], line[2])
            if ["insert", "update", "delete"].contains(action) {
                guard let rows = touched[table] else { continue }
                // Requests merge with others of the same two, whatever their codes.
                if rows.contains(row) || table == MeetingRequest.table.name { return true }
            } else if StoredTables.all.contains(where: { $0.name == table }) {
                // One line for many rows.
                return true
            }
        }
        return false
    }

    /// Writes the rows, into the transaction of `db`.
    mutating func write(_ db: Database) throws {
        for change in changes {
            let statement = try db.cachedStatement(sql: change.table.upsert)
            for row in change.rows { try statement.execute(arguments: row) }
        }
        report.isApplied = true
    }
}
