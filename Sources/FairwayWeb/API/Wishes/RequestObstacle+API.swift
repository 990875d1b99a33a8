import FairwayCore

extension RequestObstacle {
    /// Stable, whatever the words for people.
    var name: String {
        switch self {
        case .requestsClosed: "requestsClosed"
        case .notApproved: "notApproved"
        case .partnerNotApproved: "partnerNotApproved"
        case .oneself: "oneself"
        case .alreadyAsked: "alreadyAsked"
        case .askedByThem: "askedByThem"
        case .askedForSession: "askedForSession"
        case .ownNoThanks: "ownNoThanks"
        case .partnerTakesNone: "partnerTakesNone"
        case .barred: "barred"
        case .sameDelegation: "sameDelegation"
        case .limitReached: "limitReached"
        }
    }

    var request: MeetingRequest.ID? {
        switch self {
        case .alreadyAsked(let id, _), .askedByThem(let id), .askedForSession(let id, _): id
        default: nil
        }
    }

    var sentence: LocalizedText {
        LocalizedText(zh: words(in: .zh), ru: words(in: .ru), en: words(in: .en))
    }
}
