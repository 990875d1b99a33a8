/// A side's wish to meet another.
package struct MeetingRequest: Equatable, Sendable, Codable {
    package typealias ID = Identifier<MeetingRequest>

    package enum Status: String, Sendable, Codable, CaseIterable {
        case pending
        case accepted
        case declined
        case withdrawn
    }

    package static let priorityRange = 1...5

    package var id: ID
    package var requester: Enterprise.ID
    package var recipient: Enterprise.ID
    /// 1 (would be nice) … 5 (must meet).
    package var priority: Int
    package var message: String?
    package var status: Status
    /// The recipient wants it as much as the requester: counts double in the programme.
    package var isMutual: Bool
    package var session: Session?

    package init(
        id: ID,
        requester: Enterprise.ID,
        recipient: Enterprise.ID,
        priority: Int,
        message: String? = nil,
        status: Status,
        isMutual: Bool = false,
        session: Session? = nil
    ) {
        self.id = id
        self.requester = requester
        self.recipient = recipient
        self.priority = priority
        self.message = message
        self.status = status
        self.isMutual = isMutual
        self.session = session
    }

    /// What placing the request is worth: its priority, doubled when mutual (1 … 10).
    package var weight: Int { priority * (isMutual ? 2 : 1) }
}
