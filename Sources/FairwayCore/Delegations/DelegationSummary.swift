/// A delegation in the expo's tree: organiser, economy, agency, delegation.
package struct DelegationSummary: Equatable, Sendable {
    package var delegation: Delegation
    package var agency: Agency
    package var economy: Economy
    package var region: Region?
    package var members: Int
    package var representatives: Int
    package var stands: Int
    package var acceptedRequests: Int
    /// Of the published programme.
    package var meetings: Int

    package init(
        delegation: Delegation,
        agency: Agency,
        economy: Economy,
        region: Region?,
        members: Int = 0,
        representatives: Int = 0,
        stands: Int = 0,
        acceptedRequests: Int = 0,
        meetings: Int = 0
    ) {
        self.delegation = delegation
        self.agency = agency
        self.economy = economy
        self.region = region
        self.members = members
        self.representatives = representatives
        self.stands = stands
        self.acceptedRequests = acceptedRequests
        self.meetings = meetings
    }
}
