package import FairwayCore
import GRDB

extension ExpoStore {
    /// A participant's calendar, cancelled meetings included, in time order.
    ///
    /// With a publication's number, as it was after that publication; without, as it is now.
    package func calendar(of id: Enterprise.ID, publication: Int? = nil) throws -> [CalendarEntry] {
        let requests = """
            SELECT code FROM meeting_request WHERE requester = ?1
            UNION ALL SELECT code FROM meeting_request WHERE recipient = ?1
            """
        return try read { db in
            let now = try self.entries("WHERE c.request IN (\(requests))", [id.code], db)
                .map { $0.owner == id ? $0.entry : $0.mirrored }
            guard let publication else { return now }
            return try self.history(of: now, until: publication, db)
        }
    }

    /// Everyone's calendars at once.
    package func calendars() throws -> [Enterprise.ID: [CalendarEntry]] {
        var result: [Enterprise.ID: [CalendarEntry]] = [:]
        for sided in try read({ try self.entries("", [], $0) }) {
            result[sided.owner, default: []].append(sided.entry)
            result[sided.entry.partner, default: []].append(sided.mirrored)
        }
        return result
    }

    private func entries(
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

    /// The entries as a publication left them, replayed from the runs that were published until then.
    private func history(of entries: [CalendarEntry], until last: Int, _ db: Database) throws
        -> [CalendarEntry]
    {
        let publications = try publications(db).reversed().filter { $0.number <= last }
        let statement = try db.cachedStatement(
            sql: """
                SELECT request, slot, hall, stand, table_code, interpreter FROM meeting
                WHERE run = ? AND request = ?
                """
        )
        return try entries.compactMap { entry in
            var state: CalendarEntry?
            for publication in publications {
                let row = try Row.fetchOne(statement, arguments: [publication.run, entry.request.code])
                let meeting = row.map { Self.meeting(RowReader($0)) }
                state = Self.next(after: state, meeting: meeting, at: publication.publishedAt, like: entry)
            }
            return state
        }
        .sorted { ($0.slot, $0.request) < ($1.slot, $1.request) }
    }

    /// What a publication makes of an entry: the rule of `publish`, in words of the model.
    private static func next(
        after old: CalendarEntry?,
        meeting: Meeting?,
        at time: Double,
        like template: CalendarEntry
    ) -> CalendarEntry? {
        guard let meeting else {
            guard var cancelled = old, !cancelled.isCancelled else { return old }
            cancelled.isCancelled = true
            cancelled.sequence += 1
            cancelled.changedAt = time
            return cancelled
        }
        let isSame =
            old.map {
                !$0.isCancelled && $0.slot == meeting.slot && $0.place == meeting.place
                    && $0.interpreter == meeting.interpreter
            } ?? false
        if isSame { return old }
        var entry = template
        entry.sequence = old.map { $0.sequence + 1 } ?? 0
        entry.isCancelled = false
        entry.changedAt = time
        entry.slot = meeting.slot
        entry.place = meeting.place
        entry.interpreter = meeting.interpreter
        return entry
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
