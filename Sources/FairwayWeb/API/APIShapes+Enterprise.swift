import FairwayCore
import FairwayStore

/// An enterprise as one reader may see it.
struct EnterpriseView: Sendable {
    var enterprise: Enterprise
    var hall: Hall.ID?
    var stand: Stand.ID?
    /// Whether what only the enterprise's own side plans with is shown.
    var isOwn = false
}

extension APIShapes {
    static let enterprise = APIShape<EnterpriseView>(
        "Enterprise",
        [
            .code("id") { $0.enterprise.id.code },
            .localized("name") { $0.enterprise.name },
            .localized("about") { $0.enterprise.about },
            .code("economy", "ISO 3166-1 alpha-2.") { $0.enterprise.economy.code },
            .text("region", "ISO 3166-2.") { $0.enterprise.region?.code },
            .field("roles", .list(.choice(roles), most: nil, isUnique: false)) {
                .strings($0.enterprise.roles.map(\.rawValue))
            },
            .codes("sectors") { $0.enterprise.sectors.map(\.code) },
            .codes("languages") { $0.enterprise.languages.map(\.code) },
            .field("reach", reach.schema) { reach.json($0.enterprise.reach) },
            .text("delegation") { $0.enterprise.delegation?.code },
            .text("website") { $0.enterprise.website },
            .text("hall") { $0.hall?.code },
            .text("stand", "Null for a buyer who comes to meet.") { $0.stand?.code },
            .choice("status", Enterprise.Status.allCases.map(\.rawValue)) { $0.enterprise.status.rawValue },
            .code("registeredOn") { $0.enterprise.registeredOn.description },
            .field(
                "parallelMeetings",
                .nullable(.integer(1...most)),
                "Meetings it can hold at a time; null for those whom it does not concern, like the two below."
            ) { .optional($0.isOwn ? $0.enterprise.parallelMeetings : nil) { .integer($0) } },
            .field("maxMeetings", .nullable(.integer(0...most)), "Over the whole expo; null without a limit.")
            {
                .optional($0.isOwn ? $0.enterprise.maxMeetings : nil) { .integer($0) }
            },
            .field("unavailableSlots", .nullable(slots)) {
                .optional($0.isOwn ? $0.enterprise.unavailableSlots : nil) { .array($0.map { .integer($0) }) }
            },
        ]
    )

    static let roles = Enterprise.Role.allCases.map(\.rawValue)

    private static let reach = APIShape<Reach>(
        "Reach",
        [
            .field("chains", .nullable(.integer(0...most))) { .optional($0.chains) { .integer($0) } },
            .field("stores", .nullable(.integer(0...most))) { .optional($0.stores) { .integer($0) } },
            .field("distributors", .nullable(.integer(0...most))) {
                .optional($0.distributors) { .integer($0) }
            },
        ]
    )

    // MARK: - What comes in

    /// Fields of an enterprise that its own side changes.
    static let enterpriseChange = APISchema.named(
        "EnterpriseChange",
        .object([
            .optional("name", textChange(.line, most: 200)),
            .optional("about", textChange(.lines, most: 2000)),
            .optional("website", .nullable(.string(.webAddress, length: 1...200))),
            .optional("languages", .list(.string(.languageTag, length: 2...3), most: 20, isUnique: true)),
            .optional("parallelMeetings", .integer(1...20)),
            .optional("maxMeetings", .nullable(.integer(1...1000))),
            .optional("unavailableSlots", APISchema.slots, "Numbers of the expo's slots."),
        ])
    )

    private static func textChange(_ form: APISchema.Form, most: Int) -> APISchema {
        .object(
            Language.allCases.map {
                .optional($0.rawValue, .nullable(.string(form, length: 1...most)))
            }
        )
    }

    static let newRequest = APISchema.named(
        "NewMeetingRequest",
        .object([
            .required("recipient", .code, "The code of the enterprise to meet."),
            .required("priority", .integer(1...5), "From 1 (would be nice) to 5 (must meet)."),
            .optional("message", .nullable(.string(.lines, length: 1...1000))),
            .optional("session", .nullable(.choice(Session.allCases.map(\.rawValue)))),
        ])
    )

    static let requestChange = APISchema.named(
        "MeetingRequestChange",
        .object([
            .required(
                "status",
                .choice(["accepted", "declined", "withdrawn"]),
                "The recipient's side accepts and declines, the requester's withdraws."
            ),
            .optional("isMutual", .boolean, "With accepted: the recipient wants it as much."),
        ])
    )
}
