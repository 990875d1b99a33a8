package import FairwayCore
import StoreSQL

extension PublicationRepository {
    /// A participant's calendar as the latest publication left it, cancelled meetings included, in time order.
    package func calendar(of id: Enterprise.ID) async throws -> [CalendarEntry] {
        let requests = """
            SELECT code FROM meeting_request WHERE requester = ?1
            UNION ALL SELECT code FROM meeting_request WHERE recipient = ?1
            """
        return try await read { db in
            try Self.entries("WHERE c.request IN (\(requests))", [id.code], db)
                .map { $0.owner == id ? $0.entry : $0.mirrored }
        }
    }

    /// Everyone's calendars at once.
    package func calendars() async throws -> [Enterprise.ID: [CalendarEntry]] {
        var result: [Enterprise.ID: [CalendarEntry]] = [:]
        for sided in try await read({ try Self.entries("", [], $0) }) {
            result[sided.owner, default: []].append(sided.entry)
            result[sided.entry.partner, default: []].append(sided.mirrored)
        }
        return result
    }

    private static func entries(
        _ filter: String,
        _ arguments: Arguments,
        _ db: Database
    ) throws -> [SidedEntry] {
        let sql = """
            SELECT c.uid, c.sequence, c.is_cancelled, c.changed_at, c.request, c.slot, c.hall, c.stand, c.table_code,
              c.interpreter, c.date, c.starts, c.ends, c.time_zone, r.requester, r.recipient
            FROM calendar_entry c JOIN meeting_request r ON r.code = c.request \(filter)
            ORDER BY c.date, c.starts, c.slot, c.request
            """
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            let reader = RowReader(row)
            let (uid, sequence, isCancelled) = (reader.text(), reader.integer(), reader.flag())
            let changedAt = reader.number()
            let meeting = ProgrammeRepository.meeting(reader)
            let time = CalendarTime(
                date: try reader.parsed { CivilDate($0) },
                starts: try reader.parsed { ClockTime($0) },
                ends: try reader.parsed { ClockTime($0) },
                timeZone: reader.text()
            )
            let owner: Enterprise.ID = reader.id()
            let entry = CalendarEntry(
                uid: uid,
                sequence: sequence,
                isCancelled: isCancelled,
                changedAt: changedAt,
                slot: meeting.slot,
                time: time,
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
