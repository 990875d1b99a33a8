import FairwayCore
import FairwayStore

/// A delegation with what it may use and what it has used.
struct DelegationView: Sendable {
    var summary: DelegationSummary
    var quota: DelegationQuota
    var use: DelegationUse
}

/// A request of a delegation's member with what became of it.
struct ResultView: Sendable {
    var request: MeetingRequest
    var member: Enterprise?
    var partner: Enterprise?
    var meeting: Meeting?
    var outcome: Outcome?
}

extension APIShapes {
    static let delegationSummary = APIShape<DelegationSummary>(
        "DelegationSummary",
        [
            .code("id") { $0.delegation.id.code }, .localized("name") { $0.delegation.name },
            .code("agency") { $0.agency.id.code }, .localized("agencyName") { $0.agency.name },
            .choice("agencyKind", Agency.Kind.allCases.map(\.rawValue)) { $0.agency.kind.rawValue },
            .code("economy", "The agency's, ISO 3166-1.") { $0.economy.id.code },
            .text("region", "The agency's, ISO 3166-2.") { $0.region?.id.code },
            .integer("members") { $0.members }, .integer("representatives") { $0.representatives },
            .integer("stands") { $0.stands }, .integer("acceptedRequests") { $0.acceptedRequests },
            .integer("meetings", "In the published programme.") { $0.meetings },
        ]
    )

    static let quota = APIShape<DelegationQuota>(
        "Quota",
        [
            limit("stands") { $0.stands }, limit("meetings") { $0.meetings },
            limit("interpreterHours") { $0.interpreterHours },
        ]
    )

    private static func limit(_ name: String, _ value: @escaping @Sendable (DelegationQuota) -> Int?)
        -> APIShape<DelegationQuota>.Field
    {
        .field(name, .nullable(.integer(0...DelegationQuota.largest)), "Null is no limit.") {
            .optional(value($0)) { .integer($0) }
        }
    }

    private static let use = APIShape<DelegationUse>(
        "QuotaUse",
        [
            .integer("stands") { $0.stands },
            .integer("meetings", "One between two members counts once.") { $0.meetings },
            .integer("interpreterMinutes") { $0.interpreterMinutes },
            .integer("acceptedRequests") { $0.acceptedRequests },
        ]
    )

    static let delegationView = APIShape<DelegationView>(
        "DelegationBoard",
        [
            .field("summary", delegationSummary.schema) { delegationSummary.json($0.summary) },
            .field("quota", quota.schema) { quota.json($0.quota) },
            .field("use", use.schema) { use.json($0.use) },
            .integer("requestsBeyondQuota", "Accepted ones that the quota of meetings leaves no room for.") {
                $0.use.requestsBeyond($0.quota)
            },
        ]
    )

    static let tasks = MemberProgress.ToDo.allCases.map(\.rawValue)

    static let member = APIShape<MemberProgress>(
        "Member",
        [
            .code("enterprise") { $0.enterprise.id.code }, .localized("name") { $0.enterprise.name },
            .choice("status", Enterprise.Status.allCases.map(\.rawValue)) { $0.enterprise.status.rawValue },
            .field("tasks", .list(.choice(tasks), most: nil, isUnique: false), "What is still to do.") {
                .strings($0.tasks.map(\.rawValue))
            },
            .field(
                "gaps",
                .list(.choice(MemberProgress.Gap.allCases.map(\.rawValue)), most: nil, isUnique: false),
                "What the profile lacks."
            ) { .strings($0.gaps.map(\.rawValue)) },
            .integer("representatives") { $0.representatives.count }, .integer("stands") { $0.stands },
            .integer("products") { $0.products }, .integer("demands") { $0.demands },
            .integer("sent") { $0.sent }, .integer("received") { $0.received },
            .integer("waiting", "Received and not answered.") { $0.waiting },
            .integer("accepted") { $0.accepted },
            .integer("meetings", "In the published programme.") { $0.meetings },
            .field("seenAt", .nullable(time), "When it first looked at the published programme.") {
                .optional($0.seenAt) { .time($0) }
            },
        ]
    )

    static let newMember = APISchema.named(
        "NewMember",
        .object([
            .required("name", texts(.line, most: MemberForm.longestName), "In one language at least."),
            .optional("about", texts(.lines, most: MemberForm.longestAbout)),
            .required("economy", .code), .optional("region", .nullable(.code)),
            .required("roles", .list(.choice(roles), most: 8, isUnique: true)),
            .optional("sectors", .list(.choice(Sector.all.map(\.id.code)), most: 40, isUnique: true)),
            .optional(
                "languages",
                .list(.choice(MemberForm.offeredLanguages.map(\.code)), most: 40, isUnique: true)
            ),
            .optional("website", .nullable(.string(.line, length: 1...300))),
            .optional("contact", .nullable(contact)),
            .optional("evenIfDuplicate", .boolean, "Somebody has looked: it is another one of the name."),
        ])
    )

    private static let contact = APISchema.object([
        .required("name", texts(.line, most: MemberForm.longestName)),
        .optional("email", .nullable(.string(.line, length: 1...254))),
        .optional("phone", .nullable(.string(.line, length: 1...60))),
        .optional("invite", .boolean, "Whether the person gets an account and a letter that says so."),
        .optional("letterLanguage", .choice(languages)),
    ])

    /// Texts in up to three languages as they come in.
    static func texts(_ form: APISchema.Form, most: Int) -> APISchema {
        .object(languages.map { .optional($0, .nullable(.string(form, length: 0...most))) })
    }

    // MARK: - Letters and results

    static let sentLetter = APIShape<SentLetter>(
        "Letter",
        [
            .integer("id") { Int($0.id) }, .field("sentAt", time) { .time($0.at) },
            .code("subject") { $0.subject }, .integer("recipients") { $0.recipients },
        ]
    )

    static let newLetter = APISchema.named(
        "NewLetter",
        .object([
            .required("subject", texts(.line, most: LetterForm.longestSubject)),
            .required("body", texts(.lines, most: LetterForm.longestBody)),
            .optional("task", .nullable(.choice(tasks)), "To those only who still have this to do."),
        ])
    )

    static let result = APIShape<ResultView>(
        "Result",
        [
            .code("request") { $0.request.id.code },
            .choice("direction", ["sent", "received"]) {
                $0.member?.id == $0.request.requester ? "sent" : "received"
            },
            .text("member") { $0.member?.id.code },
            .localized("memberName") { $0.member?.name ?? LocalizedText() },
            .text("partner") { $0.partner?.id.code },
            .localized("partnerName") { $0.partner?.name ?? LocalizedText() },
            .text("partnerEconomy") { $0.partner?.economy.code },
            .choice("status", MeetingRequest.Status.allCases.map(\.rawValue)) { $0.request.status.rawValue },
            .integer("priority") { $0.request.priority },
            .field("slot", .nullable(.integer(0...most)), "Of its meeting in the published programme.") {
                .optional($0.meeting?.slot) { .integer($0) }
            },
            .text("hall") { $0.meeting?.place.hall.code },
            .field("outcome", .nullable(.choice(Outcome.Kind.allCases.map(\.rawValue)))) {
                .optional($0.outcome) { .string($0.kind.rawValue) }
            },
            .text("note") { $0.outcome?.note },
        ]
    )
}
