/// What an agency may use for its delegation; nil is no limit.
package struct DelegationQuota: Equatable, Sendable {
    package var stands: Int?
    /// Meetings of the published programme with a member on either side.
    package var meetings: Int?
    package var interpreterHours: Int?

    package init(stands: Int? = nil, meetings: Int? = nil, interpreterHours: Int? = nil) {
        self.stands = stands
        self.meetings = meetings
        self.interpreterHours = interpreterHours
    }

    /// No quota is larger.
    package static let largest = 100_000
}

/// What a delegation has used of its quota.
package struct DelegationUse: Equatable, Sendable {
    package var stands: Int
    /// A meeting between two members counts once.
    package var meetings: Int
    package var interpreterMinutes: Int
    package var acceptedRequests: Int

    package init(
        stands: Int = 0,
        meetings: Int = 0,
        interpreterMinutes: Int = 0,
        acceptedRequests: Int = 0
    ) {
        self.stands = stands
        self.meetings = meetings
        self.interpreterMinutes = interpreterMinutes
        self.acceptedRequests = acceptedRequests
    }

    /// Accepted requests that the quota of meetings leaves no room for.
    package func requestsBeyond(_ quota: DelegationQuota) -> Int {
        quota.meetings.map { max(0, acceptedRequests - $0) } ?? 0
    }
}
