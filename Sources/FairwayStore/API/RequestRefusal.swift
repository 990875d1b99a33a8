package import FairwayCore

/// Why a request cannot be answered so.
package enum RequestRefusal: Error, Equatable {
    case unknownRequest(MeetingRequest.ID)
    /// The status is the other side's to set.
    case otherSide
    /// It was withdrawn or declined.
    case closed(MeetingRequest.Status)
    /// The idempotency key came with another request before.
    case keyReused
    /// The first request of the key has no answer yet.
    case keyTaken
}

/// A key by which a repeated request is known, with what was asked.
package struct IdempotencyKey: Equatable, Sendable {
    package var account: Account.ID
    package var key: String
    /// Everything that makes the request what it is.
    package var request: String

    package init(account: Account.ID, key: String, request: String) {
        self.account = account
        self.key = key
        self.request = request
    }
}
