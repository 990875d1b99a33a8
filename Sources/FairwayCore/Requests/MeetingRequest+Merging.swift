/// Two open requests of the same two enterprises ask for different halves of the day.
package struct SessionConflict: Error, Equatable {
    /// What the earlier one asks for.
    package var earlier: Session
    package var later: Session

    package init(earlier: Session, later: Session) {
        self.earlier = earlier
        self.later = later
    }
}

extension MeetingRequest {
    /// Whether it waits for an answer or is agreed.
    package var isOpen: Bool { status == .pending || status == .accepted }

    /// One request for two open ones between the same two enterprises: it keeps the earlier one's identifier and direction,
    /// and takes the higher priority, both messages and whichever session is asked for.
    ///
    /// Who asks while the other side asks, too, has said yes: the request is accepted and mutual. The same direction twice
    /// is one wish said twice.
    /// - Throws: `SessionConflict` when they ask for different halves of the day: one meeting cannot be both.
    package func merged(with later: MeetingRequest) throws(SessionConflict) -> MeetingRequest {
        if let own = session, let other = later.session, own != other {
            throw SessionConflict(earlier: own, later: other)
        }
        var merged = self
        merged.priority = max(priority, later.priority)
        merged.message = Self.both(message, later.message)
        merged.session = session ?? later.session
        let isReturned = requester == later.recipient
        if isReturned || later.status == .accepted { merged.status = .accepted }
        merged.isMutual = isMutual || later.isMutual || isReturned
        return merged
    }

    /// Merging the same again adds nothing, so that a file can be imported twice.
    private static func both(_ one: String?, _ other: String?) -> String? {
        guard let one, !one.isEmpty else { return other }
        guard let other, !other.isEmpty, one != other, !one.hasSuffix("\n" + other) else { return one }
        return one + "\n" + other
    }
}

/// Two enterprises, whoever asks.
package struct EnterprisePair: Hashable, Sendable {
    private let one: Enterprise.ID
    private let other: Enterprise.ID

    package init(_ request: MeetingRequest) {
        (one, other) =
            request.requester < request.recipient
            ? (request.requester, request.recipient) : (request.recipient, request.requester)
    }
}
