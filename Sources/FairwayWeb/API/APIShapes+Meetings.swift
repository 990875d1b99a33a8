import FairwayCore
import FairwayStore

extension APIShapes {
    static let request = APIShape<MeetingRequest>(
        "MeetingRequest",
        [
            .code("id") { $0.id.code }, .code("requester") { $0.requester.code },
            .code("recipient") { $0.recipient.code },
            .integer("priority", "From 1 (would be nice) to 5 (must meet).") { $0.priority },
            .text("message") { $0.message },
            .choice("status", MeetingRequest.Status.allCases.map(\.rawValue)) { $0.status.rawValue },
            .field("isMutual", .boolean, "The recipient wants it as much: it counts double.") {
                .bool($0.isMutual)
            },
            .field("session", .nullable(.choice(Session.allCases.map(\.rawValue)))) {
                .optional($0.session) { .string($0.rawValue) }
            },
        ]
    )

    static let meeting = APIShape<ScheduledMeeting>(
        "Meeting",
        [
            .code("request") { $0.request.id.code },
            .code("requester") { $0.request.requester.code },
            .localized("requesterName") { $0.requesterName },
            .code("recipient") { $0.request.recipient.code },
            .localized("recipientName") { $0.recipientName },
            .integer("slot") { $0.meeting.slot },
            .code("hall") { $0.meeting.place.hall.code },
            .text("stand") { $0.meeting.place.stand?.code }, .text("table") { $0.meeting.place.table?.code },
            .text("interpreter") { $0.meeting.interpreter?.code },
        ]
    )

    static let unplaced = APIShape<UnplacedView>(
        "UnplacedRequest",
        [
            .code("request") { $0.row.request.id.code },
            .code("requester") { $0.row.request.requester.code },
            .localized("requesterName") { $0.row.requesterName },
            .code("recipient") { $0.row.request.recipient.code },
            .localized("recipientName") { $0.row.recipientName },
            .integer("weight", "What placing it is worth.") { $0.row.request.weight },
            .code("reason", "Why it is not placed: the name of the reason.") { $0.row.unplaced.reason.name },
            .localized("reasonSentence") { view in
                view.names.said { view.row.unplaced.reasonWords(in: $0, names: $1) }
            },
            .localized(
                "remedy",
                "The smallest change that would place it; null in all languages: none is known."
            ) { view in view.names.said { view.row.unplaced.remedyWords(in: $0, names: $1) } },
            .codes("rivals", "Requests whose meetings would have to give way.") {
                $0.row.unplaced.rivals.map(\.code)
            },
        ]
    )

    static let match = APIShape<MatchWithPartner>(
        "Match",
        [
            .code("partner") { $0.partner.id.code }, .localized("partnerName") { $0.partner.name },
            .code("seller") { $0.match.seller.code }, .code("buyer") { $0.match.buyer.code },
            .field("score", .number, "From 0 to 1.") { .number($0.match.score) },
            .codes("reasons", "The names of the reasons, the strongest first.") {
                $0.match.reasons.map(\.name)
            },
        ]
    )

    static let publication = APIShape<Publication>(
        "Publication",
        [.integer("number") { $0.number }, .integer("run") { Int($0.run) }]
    )

    static let statistics = APIShape<ExpoStatistics>(
        "Statistics",
        [
            .code("asOf") { $0.asOf.description },
            .field("totals", totals.schema) { totals.json($0.totals) },
            counts("byEconomy") { $0.byEconomy },
            counts("byChineseRegion") { $0.byChineseRegion },
            counts("byRussianRegion") { $0.byRussianRegion },
            counts("bySector") { $0.bySector },
            counts("byRole") { $0.byRole },
            counts("byDelegation") { $0.byDelegation },
        ]
    )

    private static let totals = APIShape<ExpoStatistics.Totals>(
        "Totals",
        [
            .integer("enterprises") { $0.enterprises }, .integer("exhibitors") { $0.exhibitors },
            .integer("buyers") { $0.buyers }, .integer("economies") { $0.economies },
            .integer("chineseRegions") { $0.chineseRegions },
            .integer("russianRegions") { $0.russianRegions },
            .integer("delegations") { $0.delegations }, .integer("products") { $0.products },
            .integer("demands") { $0.demands }, .integer("requests") { $0.requests },
        ]
    )

    private static let count = APIShape<ExpoStatistics.Count>(
        "Count",
        [.code("id") { $0.code }, .localized("name") { $0.name }, .integer("enterprises") { $0.enterprises }]
    )

    private static func counts(
        _ name: String,
        _ value: @escaping @Sendable (ExpoStatistics) -> [ExpoStatistics.Count]
    ) -> APIShape<ExpoStatistics>.Field {
        .field(name, .list(count.schema, most: nil, isUnique: false)) { .array(value($0).map(count.json)) }
    }
}

extension UnplacedReason {
    /// Stable, whatever the words for people.
    fileprivate var name: String {
        switch self {
        case .noCommonSlot: "noCommonSlot"
        case .noCommonSlotInSession: "noCommonSlotInSession"
        case .noInterpreterAvailable: "noInterpreterAvailable"
        case .interpretersTaken: "interpretersTaken"
        case .interpretersResting: "interpretersResting"
        case .limitReached: "limitReached"
        case .participantFull: "participantFull"
        case .noFreeSlotInCommon: "noFreeSlotInCommon"
        case .noTableFree: "noTableFree"
        case .walkTooLong: "walkTooLong"
        case .predecessorUnplaced: "predecessorUnplaced"
        case .predecessorTooLate: "predecessorTooLate"
        case .hindered: "hindered"
        case .leftOut: "leftOut"
        }
    }
}

extension MatchReason {
    fileprivate var name: String {
        switch self {
        case .offerMeetsDemand: "offerMeetsDemand"
        case .roleFit: "roleFit"
        case .targetRegion: "targetRegion"
        case .commonLanguage: "commonLanguage"
        case .interpreterNeeded: "interpreterNeeded"
        case .commonSector: "commonSector"
        case .similarMeaning: "similarMeaning"
        case .missing(.noInterpreter): "missingInterpreter"
        case .missing(.languageNotStated): "missingLanguage"
        case .missing(.elsewhere): "missingPlace"
        case .missing(.chapterOnly): "missingHeading"
        case .missing(.noOfferForDemand): "missingOffer"
        }
    }
}
