package import FairwayCore
import StoreSQL

extension ExpoStore {
    /// A run's meetings with a member of the delegation on either side, by slot and request.
    package func apiMeetings(run: Run.ID, of id: Delegation.ID) throws -> [ScheduledMeeting] {
        try scheduled("WHERE m.run = ?2 AND m.request IN (\(Self.requestsOfMembers))", [id.code, run])
            .sorted { ($0.meeting.slot, $0.meeting.request) < ($1.meeting.slot, $1.meeting.request) }
    }
}
