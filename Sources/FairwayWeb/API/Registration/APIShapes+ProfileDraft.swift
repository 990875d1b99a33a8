import FairwayCore

/// A profile as it goes out and comes in.
extension APIShapes {
    static let profileDraft = APIShape<ProfileDraft>(
        "Profile",
        [
            .localized("name") { $0.name }, .localized("about") { $0.about },
            typed("economy", "ISO 3166-1 alpha-2.") { $0.economy },
            typed("region", "ISO 3166-2.") { $0.region },
            .codes("roles") { $0.roles }, .codes("sectors") { $0.sectors },
            .codes("languages") { $0.languages }, typed("website") { $0.website },
            number("chains") { $0.chains }, number("stores") { $0.stores },
            number("distributors") { $0.distributors },
            .field("people", .list(profilePerson.schema, most: nil, isUnique: false)) {
                .array($0.people.map(profilePerson.json))
            },
            .field("products", .list(profileProduct.schema, most: nil, isUnique: false)) {
                .array($0.products.map(profileProduct.json))
            },
            .field("demands", .list(profileDemand.schema, most: nil, isUnique: false)) {
                .array($0.demands.map(profileDemand.json))
            },
        ]
    )

    /// What somebody typed; null when nothing.
    private static func typed<Value>(
        _ name: String,
        _ about: String? = nil,
        _ value: @escaping @Sendable (Value) -> String
    ) -> APIShape<Value>.Field {
        .text(name, about) { value($0).isEmpty ? nil : value($0) }
    }

    private static func number(_ name: String, _ value: @escaping @Sendable (ProfileDraft) -> String)
        -> APIShape<ProfileDraft>.Field
    {
        .field(name, .nullable(.integer(0...most))) {
            .optional(ProfileCheck.count(value($0))) { .integer($0) }
        }
    }

    private static let profilePerson = APIShape<ProfileDraft.Person>(
        "ProfilePerson",
        [
            typed("id") { $0.code },
            .field("names", names.schema, "As the person writes them, in each script.") {
                names.json($0.names)
            },
            .localized("position") { $0.position }, .codes("languages") { $0.languages },
            typed("email") { $0.email }, typed("phone") { $0.phone },
            .field("isReleased", .boolean, Self.released) { .bool($0.isReleased) },
        ]
    )

    private static let released =
        "Whether other companies may read name and position before they are asked for a meeting or agreed on one."

    private static let names = APIShape<PersonNames>(
        "PersonNames",
        NameScript.allCases.map { script in
            .field(script.rawValue, name.schema) { name.json($0[script]) }
        }
    )

    private static let name = APIShape<PersonName>(
        "PersonName",
        [
            .text("family") { $0.family }, .text("given") { $0.given }, .text("patronymic") { $0.patronymic },
            .text("display", "As the person wants to be called.") { $0.display },
        ]
    )

    private static let profileProduct = APIShape<ProfileDraft.Good>(
        "ProfileProduct",
        [
            typed("id") { $0.code }, typed("hsCode", "Without one it takes no part in matching.") { $0.hs },
            .localized("name") { $0.name }, .localized("about") { $0.about }, typed("gtin") { $0.gtin },
            typed("brand") { $0.terms?.brand ?? "" },
            .field("minimumOrder", .nullable(minimumOrder.schema)) {
                .optional($0.terms?.terms?.minimumOrder, minimumOrder.json)
            },
            .field("delivery", .nullable(delivery.schema)) {
                .optional($0.terms?.terms?.delivery, delivery.json)
            },
            .codes("certificates") { $0.terms?.certificateNames ?? [] },
            .field("isPrivateLabel", .nullable(.boolean)) {
                .optional($0.terms?.terms?.isPrivateLabel) { .bool($0) }
            },
        ]
    )

    private static let profileDemand = APIShape<ProfileDraft.Good>(
        "ProfileDemand",
        [
            typed("id") { $0.code }, typed("hsPrefix") { $0.hs }, .localized("text") { $0.name },
            .codes("targetRegions", "ISO 3166 codes; empty: anywhere.") { $0.targetCodes },
        ]
    )

    // MARK: - What comes in

    static let profileChange = APISchema.named(
        "ProfileChange",
        .object([
            .required("name", texts(.line, most: ProfileCheck.longestName)),
            .optional("about", texts(.lines, most: ProfileCheck.longestText)),
            .optional("economy", words(64)), .optional("region", words(64)),
            .optional("roles", .list(.choice(roles), most: 8, isUnique: true)),
            .optional("sectors", .list(.choice(Sector.all.map(\.id.code)), most: 40, isUnique: true)),
            .optional("languages", tongues),
            .optional("website", words(300)),
            .optional("chains", count), .optional("stores", count), .optional("distributors", count),
            .optional("people", rows(personChange)), .optional("products", rows(productChange)),
            .optional("demands", rows(demandChange)),
        ])
    )

    private static func words(_ most: Int) -> APISchema { .nullable(.string(.line, length: 0...most)) }

    private static func rows(_ schema: APISchema) -> APISchema {
        .list(schema, most: ProfileCheck.mostRows, isUnique: false)
    }

    private static let count = APISchema.nullable(.integer(0...1_000_000))
    private static let tongues = APISchema.list(
        .string(.languageTag, length: 2...3),
        most: 40,
        isUnique: true
    )
    private static let id = APISchema.Field.optional("id", words(64), "Null for a new one.")

    private static let personChange = APISchema.object([
        id,
        .required(
            "names",
            .object(
                NameScript.allCases.map { script in
                    .optional(
                        script.rawValue,
                        .object(
                            ["family", "given", "patronymic", "display"].map {
                                .optional($0, words(ProfileCheck.longestName))
                            }
                        )
                    )
                }
            )
        ),
        .optional("position", texts(.line, most: ProfileCheck.longestName)), .optional("languages", tongues),
        .optional("email", words(254)), .optional("phone", words(60)),
        .optional("isReleased", .boolean, released),
    ])

    private static let productChange = APISchema.object([
        id, .optional("hsCode", words(20)),
        .required("name", texts(.line, most: ProfileCheck.longestText)),
        .optional("about", texts(.lines, most: ProfileCheck.longestText)), .optional("gtin", words(20)),
        .optional("brand", words(100)),
        .optional(
            "minimumOrder",
            .nullable(
                .object([
                    .required("quantity", .integer(1...MinimumOrder.most)),
                    .required("unit", .choice(MinimumOrder.Unit.allCases.map(\.rawValue))),
                ])
            )
        ),
        .optional(
            "delivery",
            .nullable(
                .object([
                    .required("incoterm", .choice(DeliveryTerm.Incoterm.allCases.map(\.rawValue))),
                    .required("place", .string(.line, length: 1...100)),
                ])
            )
        ),
        .optional("certificates", .list(.string(.line, length: 1...100), most: 20, isUnique: true)),
        .optional("isPrivateLabel", .nullable(.boolean)),
    ])

    private static let demandChange = APISchema.object([
        id, .optional("hsPrefix", words(20)),
        .required("text", texts(.line, most: ProfileCheck.longestText)),
        .optional("targetRegions", .list(.code, most: 60, isUnique: true)),
    ])
}
