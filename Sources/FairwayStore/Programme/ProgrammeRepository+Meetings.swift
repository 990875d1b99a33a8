package import FairwayCore
import StoreSQL

/// A meeting with its request and both sides' names.
package struct ScheduledMeeting: Equatable, Sendable {
    package var meeting: Meeting
    package var request: MeetingRequest
    package var requesterName: LocalizedText
    package var recipientName: LocalizedText
    package var interpreterName: LocalizedText?

    /// The other side, seen from one.
    package func partner(of id: Enterprise.ID) -> (id: Enterprise.ID, name: LocalizedText) {
        request.requester == id ? (request.recipient, recipientName) : (request.requester, requesterName)
    }
}

/// How many meetings a hall has in a slot.
package struct GridCount: Equatable, Sendable {
    package var slot: Int
    package var hall: Hall.ID
    package var meetings: Int
}

/// An unplaced request with what the engine says of it and both sides' names.
package struct UnplacedRow: Equatable, Sendable {
    package var request: MeetingRequest
    package var unplaced: UnplacedRequest
    package var requesterName: LocalizedText
    package var recipientName: LocalizedText
}

extension ProgrammeRepository {

    /// An enterprise's meetings of a run in time order.
    package func schedule(of id: Enterprise.ID, run: Run.ID) async throws -> [ScheduledMeeting] {
        try await scheduled("WHERE m.run = ?1 AND m.request IN (\(Self.requestsOfOne))", [run, id.code])
    }

    /// An interpreter's meetings of a run.
    package func schedule(interpreter id: Interpreter.ID, run: Run.ID) async throws -> [ScheduledMeeting] {
        try await scheduled("WHERE m.run = ?1 AND m.interpreter = ?2", [run, id.code])
    }

    /// A day's meetings of a run, in all halls or one.
    package func grid(run: Run.ID, date: CivilDate, hall: Hall.ID?) async throws -> [ScheduledMeeting] {
        let filter = "WHERE m.run = ?1 AND m.slot IN (SELECT number FROM slot WHERE date = ?2)"
        guard let hall else { return try await scheduled(filter, [run, date.description]) }
        return try await scheduled(filter + " AND m.hall = ?3", [run, date.description, hall.code])
    }

    /// The codes of the requests that enterprise `?2` is in, through both indexes.
    static let requestsOfOne = """
        SELECT code FROM meeting_request WHERE requester = ?2
        UNION ALL SELECT code FROM meeting_request WHERE recipient = ?2
        """

    func scheduled(_ filter: String, _ arguments: Arguments) async throws -> [ScheduledMeeting] {
        let sql = """
            SELECT m.request, m.slot, m.hall, m.stand, m.table_code, m.interpreter,
              \(MeetingRequest.table.columns(as: "r")),
              a.name_zh, a.name_ru, a.name_en, b.name_zh, b.name_ru, b.name_en, i.name_zh, i.name_ru, i.name_en
            FROM meeting m JOIN meeting_request r ON r.code = m.request
            JOIN enterprise a ON a.code = r.requester JOIN enterprise b ON b.code = r.recipient
            LEFT JOIN interpreter i ON i.code = m.interpreter
            \(filter) ORDER BY m.slot, m.hall, m.stand, m.table_code
            """
        return try await read { db in
            try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
                let reader = RowReader(row)
                let meeting = Self.meeting(reader)
                return ScheduledMeeting(
                    meeting: meeting,
                    request: try MeetingRequest(reader),
                    requesterName: reader.localized(),
                    recipientName: reader.localized(),
                    interpreterName: meeting.interpreter == nil ? nil : reader.localized()
                )
            }
        }
    }

    /// Meetings of a run by slot and hall, for the overview.
    package func gridCounts(run: Run.ID) async throws -> [GridCount] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql:
                    "SELECT slot, hall, COUNT(*) FROM meeting WHERE run = ? GROUP BY slot, hall ORDER BY slot, hall",
                arguments: [run]
            ).map { GridCount(slot: $0[0], hall: .init($0[1] as String), meetings: $0[2]) }
        }
    }

    /// A part of a run's unplaced requests, the weightiest first, and how many there are in all.
    package func unplaced(run: Run.ID, offset: Int, limit: Int) async throws -> (
        rows: [UnplacedRow], total: Int
    ) {
        let sql = """
            SELECT u.reason, d.detail, \(MeetingRequest.table.columns(as: "r")),
              a.name_zh, a.name_ru, a.name_en, b.name_zh, b.name_ru, b.name_en
            FROM (SELECT * FROM unplaced WHERE run = ? ORDER BY weight DESC, request LIMIT ? OFFSET ?) u
            LEFT JOIN unplaced_detail d ON d.run = u.run AND d.request = u.request
            JOIN meeting_request r ON r.code = u.request
            JOIN enterprise a ON a.code = r.requester JOIN enterprise b ON b.code = r.recipient
            ORDER BY u.weight DESC, u.request
            """
        return try await read { db in
            let total = try Int.fetchOne(
                db,
                sql: "SELECT COUNT(*) FROM unplaced WHERE run = ?",
                arguments: [run]
            )
            let rows = try Row.fetchAll(db, sql: sql, arguments: [run, limit, offset]).map { row in
                let reader = RowReader(row)
                var unplaced = try UnplacedRequest("", reader)
                let request = try MeetingRequest(reader)
                unplaced.request = request.id
                return UnplacedRow(
                    request: request,
                    unplaced: unplaced,
                    requesterName: reader.localized(),
                    recipientName: reader.localized()
                )
            }
            return (rows, total ?? 0)
        }
    }

    /// How many requests of a run each kind of reason keeps out, with one reason of the kind, the most frequent first.
    package func unplacedReasons(run: Run.ID) async throws -> [(reason: UnplacedReason, count: Int)] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT (SELECT reason FROM unplaced WHERE run = ?1 AND kind = u.kind LIMIT 1), COUNT(*)
                    FROM unplaced u WHERE run = ?1 GROUP BY kind ORDER BY COUNT(*) DESC, kind
                    """,
                arguments: [run]
            ).map { (try JSONText.decode(UnplacedReason.self, from: $0[0]), $0[1]) }
        }
    }
}
