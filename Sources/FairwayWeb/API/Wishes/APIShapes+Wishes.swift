import FairwayCore
import FairwayStore

/// Another enterprise, seen by one: what it may do about it and what it has said of it.
struct PartnerView: Sendable {
    var profile: EnterpriseProfile
    var obstacle: RequestObstacle?
    var preference: Preference?
    /// Whose names the viewer may read.
    var people: [Representative]
    var preferences: [Representative.ID: Preference]
}

extension APIShapes {
    static let preferences = Preference.allCases.map(\.rawValue)
    private static let preferenceOrNull = APISchema.nullable(.choice(preferences))

    static let statedPreference = APIShape<StatedPreference>(
        "Preference",
        [
            .code("enterprise", "The other.") { $0.other.code },
            .text("person", "A representative of the other; null for all of it.") { $0.person?.code },
            .choice("preference", preferences) { $0.preference.rawValue },
        ]
    )

    static let preferenceChange = APISchema.named(
        "PreferenceChange",
        .object([
            .required("preference", .nullable(.choice(preferences)), "Null takes it back."),
            .optional("person", .nullable(.code), "A representative of the other; null for all of it."),
        ])
    )

    static let partner = APIShape<PartnerView>(
        "Partner",
        [
            .code("enterprise") { $0.profile.enterprise.id.code },
            .localized("name") { $0.profile.enterprise.name },
            .field("canAsk", .boolean, "Whether a request may be made.") { .bool($0.obstacle == nil) },
            .field("obstacle", .nullable(.choice(obstacles)), "The one reason why not.") {
                .optional($0.obstacle) { .string($0.name) }
            },
            .field("why", .nullable(localized.schema), "The reason as a sentence.") {
                .optional($0.obstacle) { localized.json($0.sentence) }
            },
            .text("request", "The request that is there already.") { $0.obstacle?.request?.code },
            .field("preference", preferenceOrNull) { .optional($0.preference) { .string($0.rawValue) } },
            .field(
                "people",
                .list(person.schema, most: nil, isUnique: false),
                "Those who released their names; all, once the other has asked or agreed to meet."
            ) { view in
                .array(view.people.map { person.json(($0, view.preferences[$0.id])) })
            },
        ]
    )

    private static let person = APIShape<(person: Representative, preference: Preference?)>(
        "PartnersPerson",
        [
            .code("id") { $0.person.id.code }, .localized("name") { $0.person.name },
            .localized("position") { $0.person.position },
            .field("preference", preferenceOrNull) { .optional($0.preference) { .string($0.rawValue) } },
        ]
    )

    /// Which of the expo's slots an enterprise can meet in.
    static let freeSlots = APIShape<(free: [Int], unavailable: [Int])>(
        "FreeSlots",
        [
            .field("free", slots, "Numbers of the expo's slots, in time order.") {
                .array($0.free.map { .integer($0) })
            },
            .field("unavailable", slots) { .array($0.unavailable.map { .integer($0) }) },
        ]
    )

    static let freeSlotsChange = APISchema.named(
        "FreeSlotsChange",
        .object([.required("free", APISchema.slots, "All slots that are not named stay empty.")])
    )

    // MARK: - Rules

    static let requestRules = APIShape<RequestRules>(
        "RequestRules",
        [
            .field("isOpen", .boolean, "Whether requests are taken.") { .bool($0.isOpen) },
            .field("withinDelegation", .boolean, "Whether members of one delegation may meet.") {
                .bool($0.withinDelegation)
            },
            .field(
                "limits",
                .object(roles.map { .required($0, .nullable(.integer(0...RequestRulesPage.highestLimit))) }),
                "The most open requests by role; null is no limit, and of several roles the most generous counts."
            ) { rules in
                .object(
                    Enterprise.Role.allCases.map { role in
                        .init(
                            name: role.rawValue,
                            value: .optional(rules.limits[role]) { .integer($0) }
                        )
                    }
                )
            },
            .field(
                "barred",
                .list(rolePair.schema, most: nil, isUnique: false),
                "Pairs of roles that do not meet."
            ) { .array($0.barred.map(rolePair.json)) },
        ]
    )

    private static let rolePair = APIShape<RequestRules.Pair>(
        "RolePair",
        [
            .choice("one", roles) { $0.one.rawValue },
            .choice("other", roles, "May be the same.") { $0.other.rawValue },
        ]
    )

    static let requestRulesChange = APISchema.named(
        "RequestRulesChange",
        .object([
            .required("isOpen", .boolean), .required("withinDelegation", .boolean),
            .optional(
                "limits",
                .object(
                    roles.map { .optional($0, .nullable(.integer(0...RequestRulesPage.highestLimit))) }
                ),
                "What is not named has no limit."
            ),
            .optional(
                "barred",
                .list(rolePair.schema, most: 64, isUnique: true),
                "Pairs of roles that do not meet; in no order."
            ),
        ])
    )

    static let obstacles = [
        "requestsClosed", "notApproved", "partnerNotApproved", "oneself", "alreadyAsked", "askedByThem",
        "ownNoThanks", "partnerTakesNone", "barred", "sameDelegation", "limitReached",
    ]
}
