package import FairwayCore
import StoreSQL

extension ProgrammeRepository {
    /// A run's meetings with a member of the delegation on either side, by slot and request.
    package func meetings(run: Run.ID, of id: Delegation.ID) async throws -> [ScheduledMeeting] {
        try await scheduled(
            "WHERE m.run = ?2 AND m.request IN (\(DelegationRepository.requestsOfMembers))",
            [id.code, run]
        )
        .sorted { ($0.meeting.slot, $0.meeting.request) < ($1.meeting.slot, $1.meeting.request) }
    }

    /// Meetings of a run by slot and request, those after a meeting.
    package func meetings(
        run: Run.ID,
        after last: (slot: Int, request: String)?,
        limit: Int
    ) async throws -> [ScheduledMeeting] {
        let page = """
            SELECT request FROM meeting WHERE run = ?1 AND (slot, request) > (?2, ?3) ORDER BY slot, request LIMIT ?4
            """
        return try await scheduled(
            "WHERE m.run = ?1 AND m.request IN (\(page))",
            [run, last?.slot ?? -1, last?.request ?? "", limit]
        ).sorted { ($0.meeting.slot, $0.meeting.request) < ($1.meeting.slot, $1.meeting.request) }
    }
}
