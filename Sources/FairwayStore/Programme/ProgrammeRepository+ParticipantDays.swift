package import FairwayCore
import StoreSQL

/// One participant's meetings of a day.
package struct ParticipantDay: Equatable, Sendable {
    package var id: Enterprise.ID
    package var name: LocalizedText
    package var meetings: [ScheduledMeeting]
}

extension ProgrammeRepository {
    /// The meetings of one slot in one hall.
    package func meetings(run: Run.ID, slot: Int, hall: Hall.ID) async throws -> [ScheduledMeeting] {
        try await scheduled("WHERE m.run = ?1 AND m.slot = ?2 AND m.hall = ?3", [run, slot, hall.code])
    }

    /// A page of the participants who have a meeting on the date, by name, and how many there are.
    package func participantDays(
        run: Run.ID,
        date: CivilDate,
        language: Language,
        offset: Int,
        limit: Int
    ) async throws -> (rows: [ParticipantDay], total: Int) {
        let busy = """
            SELECT requester AS one, recipient AS other FROM meeting m JOIN meeting_request ON code = m.request
            WHERE m.run = ?1 AND m.slot IN (SELECT number FROM slot WHERE date = ?2)
            """
        let sql = """
            WITH busy AS MATERIALIZED (\(busy))
            SELECT e.code, e.name_zh, e.name_ru, e.name_en, COUNT(*) OVER () FROM enterprise e
            WHERE e.code IN (SELECT one FROM busy UNION SELECT other FROM busy)
            ORDER BY e.order_\(language), e.code LIMIT ?3 OFFSET ?4
            """
        let people = try await read { db in
            try Row.fetchAll(db, sql: sql, arguments: [run, date.description, limit, offset]).map { row in
                let reader = RowReader(row)
                return (id: Enterprise.ID(reader.text()), name: reader.localized(), total: reader.integer())
            }
        }
        guard let total = people.first?.total else { return ([], 0) }
        let places = people.indices.map { "?\($0 + 3)" }.joined(separator: ", ")
        let meetings = try await scheduled(
            """
            WHERE m.run = ?1 AND m.slot IN (SELECT number FROM slot WHERE date = ?2) AND m.request IN (
              SELECT code FROM meeting_request WHERE requester IN (\(places))
              UNION SELECT code FROM meeting_request WHERE recipient IN (\(places))
            )
            """,
            [run, date.description] + Arguments(people.map(\.id.code))
        )
        var own: [Enterprise.ID: [ScheduledMeeting]] = [:]
        for meeting in meetings {
            own[meeting.request.requester, default: []].append(meeting)
            own[meeting.request.recipient, default: []].append(meeting)
        }
        let rows = people.map { ParticipantDay(id: $0.id, name: $0.name, meetings: own[$0.id] ?? []) }
        return (rows, total)
    }
}
