package import FairwayCore
import GRDB

extension ExpoStore {
    /// Makes a run the programme that participants see, and moves everyone's calendar on to it, in one transaction.
    package func publish(_ id: Run.ID, by actor: String) throws -> Publication {
        let summary = AuditSummary(action: "publish", table: "publication", rowID: "*", after: "run \(id)")
        return try write(as: actor, summary: summary) { db in
            guard try self.runs(" WHERE id = ?", [id], db).first != nil else {
                throw StoreError.noSuchRun(id)
            }
            guard let domain = try String.fetchOne(db, sql: "SELECT calendar_domain FROM expo") else {
                throw StoreError.noExpo
            }
            let number = (try Int.fetchOne(db, sql: "SELECT MAX(number) FROM publication") ?? 0) + 1
            try db.execute(
                sql: "INSERT INTO publication SELECT ?, ?, at, actor FROM audit_context",
                arguments: [number, id]
            )
            try Self.moveCalendars(to: id, domain: domain, db)
            guard let publication = try self.publication(db) else { throw StoreError.noSuchRun(id) }
            return publication
        }
    }

    /// What changed gets a higher sequence; what is gone is cancelled; what is new starts at 0.
    private static func moveCalendars(to run: Run.ID, domain: String, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE calendar_entry SET is_cancelled = 1, sequence = sequence + 1,
                  changed_at = (SELECT at FROM audit_context)
                WHERE is_cancelled = 0 AND request NOT IN (SELECT request FROM meeting WHERE run = ?)
                """,
            arguments: [run]
        )
        try db.execute(
            sql: """
                INSERT INTO calendar_entry
                SELECT m.request, m.request || '@' || ?2, 0, 0, c.at, m.slot, m.hall, m.stand, m.table_code,
                  m.interpreter
                FROM meeting m, audit_context c WHERE m.run = ?1
                ON CONFLICT (request) DO UPDATE SET
                  sequence = sequence + 1, is_cancelled = 0, changed_at = excluded.changed_at, slot = excluded.slot,
                  hall = excluded.hall, stand = excluded.stand, table_code = excluded.table_code,
                  interpreter = excluded.interpreter
                WHERE is_cancelled OR slot <> excluded.slot OR hall <> excluded.hall OR stand IS NOT excluded.stand
                  OR table_code IS NOT excluded.table_code OR interpreter IS NOT excluded.interpreter
                """,
            arguments: [run, domain]
        )
    }

    /// The latest publication.
    package func publication() throws -> Publication? {
        try read { try self.publication($0) }
    }

    private func publication(_ db: Database) throws -> Publication? {
        let row = try Row.fetchOne(
            db,
            sql:
                "SELECT number, run, published_at, published_by FROM publication ORDER BY number DESC LIMIT 1"
        )
        return row.map { Publication(number: $0[0], run: $0[1], publishedAt: $0[2], publishedBy: $0[3]) }
    }

    /// A participant's calendar, cancelled meetings included, in time order.
    package func calendar(of id: Enterprise.ID) throws -> [CalendarEntry] {
        try read { try self.calendarEntries("WHERE r.requester = ?1 OR r.recipient = ?1", [id.code], $0) }
            .map { $0.owner == id ? $0.entry : $0.mirrored }
    }

    /// Everyone's calendars at once.
    package func calendars() throws -> [Enterprise.ID: [CalendarEntry]] {
        var result: [Enterprise.ID: [CalendarEntry]] = [:]
        for sided in try read({ try self.calendarEntries("", [], $0) }) {
            result[sided.owner, default: []].append(sided.entry)
            result[sided.entry.partner, default: []].append(sided.mirrored)
        }
        return result
    }

    private func calendarEntries(
        _ filter: String,
        _ arguments: StatementArguments,
        _ db: Database
    ) throws -> [SidedEntry] {
        let sql = """
            SELECT c.uid, c.sequence, c.is_cancelled, c.changed_at, c.request, c.slot, c.hall, c.stand, c.table_code,
              c.interpreter, r.requester, r.recipient
            FROM calendar_entry c JOIN meeting_request r ON r.code = c.request \(filter) ORDER BY c.slot, c.request
            """
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            let reader = RowReader(row)
            let (uid, sequence, isCancelled) = (reader.text(), reader.integer(), reader.flag())
            let changedAt = reader.number()
            let meeting = Self.meeting(reader)
            let owner: Enterprise.ID = reader.id()
            let entry = CalendarEntry(
                uid: uid,
                sequence: sequence,
                isCancelled: isCancelled,
                changedAt: changedAt,
                slot: meeting.slot,
                place: meeting.place,
                interpreter: meeting.interpreter,
                request: meeting.request,
                partner: reader.id()
            )
            return SidedEntry(owner: owner, entry: entry)
        }
    }
}

/// An entry from the requester's side.
private struct SidedEntry {
    var owner: Enterprise.ID
    var entry: CalendarEntry

    /// The same entry from the other side.
    var mirrored: CalendarEntry {
        var mirrored = entry
        mirrored.partner = owner
        return mirrored
    }
}

extension ExpoStore {
    /// The expo's figures as of the end of a date.
    package func statistics(asOf date: CivilDate) throws -> ExpoStatistics {
        try read { db in
            var data = ExpoData(expo: nil)
            data.economies = try self.all(Economy.self, db)
            data.regions = try self.all(Region.self, db)
            data.delegations = try self.all(Delegation.self, db)
            data.enterprises = try self.all(Enterprise.self, db)
            data.stands = try self.all(Stand.self, db)
            data.products = try self.all(Product.self, db)
            data.demands = try self.all(Demand.self, db)
            data.requests = try self.all(MeetingRequest.self, db)
            return ExpoStatistics(data: data, asOf: date)
        }
    }
}
