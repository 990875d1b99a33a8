import FairwayCore
import FairwayStore

/// How the things of an expo are written in the API.
enum APIShapes {
    static let most = 9_007_199_254_740_991

    static let localized = APIShape<LocalizedText>(
        "LocalizedText",
        [.text("zh") { $0.zh }, .text("ru") { $0.ru }, .text("en") { $0.en }]
    )

    static let expo = APIShape<Expo>(
        "Expo",
        [
            .localized("name") { $0.name },
            .code("timeZone", "An IANA name; all times of the expo are in it.") { $0.timeZone },
            .codes("days") { $0.days.map(\.description) },
            .integer("slots", "How many slots there are.") { $0.slots.count },
        ]
    )

    static let slot = APIShape<Slot>(
        "Slot",
        [
            .integer("number", "From 0 over all days, in time order.") { $0.number },
            .code("date") { $0.date.description },
            .choice("session", Session.allCases.map(\.rawValue)) { $0.session.rawValue },
            .code("starts") { $0.starts.description },
            .code("ends") { $0.ends.description },
        ]
    )

    static let hall = APIShape<Hall>("Hall", [.code("id") { $0.id.code }, .localized("name") { $0.name }])

    static let economy = APIShape<Economy>(
        "Economy",
        [.code("id", "ISO 3166-1 alpha-2.") { $0.id.code }, .localized("name") { $0.name }]
    )

    static let region = APIShape<Region>(
        "Region",
        [
            .code("id", "ISO 3166-2.") { $0.id.code }, .code("economy") { $0.economy.code },
            .localized("name") { $0.name },
        ]
    )

    static let delegation = APIShape<Delegation>(
        "Delegation",
        [
            .code("id") { $0.id.code }, .localized("name") { $0.name },
            .code("agency", "The agency that leads it.") { $0.agency.code },
        ]
    )

    static let product = APIShape<ProductView>(
        "Product",
        [
            .code("id") { $0.product.id.code }, .code("enterprise") { $0.product.enterprise.code },
            .text("hsCode", "Of the Harmonized System: 2, 4 or 6 digits; null: not matched yet.") {
                $0.product.hsCode?.digits
            },
            .localized("name") { $0.product.name }, .localized("about") { $0.product.about },
            .text("gtin") { $0.product.gtin?.digits }, .text("brand") { $0.product.terms?.brand },
            .field("minimumOrder", .nullable(minimumOrder.schema)) {
                .optional($0.product.terms?.minimumOrder) { minimumOrder.json($0) }
            },
            .field("delivery", .nullable(delivery.schema)) {
                .optional($0.product.terms?.delivery) { delivery.json($0) }
            },
            .field("certificates", .list(.text(format: nil), most: nil, isUnique: false)) {
                .strings($0.product.terms?.certificates ?? [])
            },
            .field("isPrivateLabel", .nullable(.boolean)) {
                .optional($0.product.terms?.isPrivateLabel) { .bool($0) }
            },
            .field("images", .list(productImage.schema, most: nil, isUnique: false)) {
                .array($0.images.map(productImage.json))
            },
        ]
    )

    static let demand = APIShape<Demand>(
        "Demand",
        [
            .code("id") { $0.id.code }, .code("enterprise") { $0.enterprise.code },
            .text("hsPrefix", "Everything under it is sought; null as with a product.") {
                $0.hsPrefix?.digits
            },
            .localized("text") { $0.text },
            .codes("targetRegions", "ISO 3166 codes; empty: anywhere.") { $0.targetRegions },
        ]
    )

    static let interpreter = APIShape<Interpreter>(
        "Interpreter",
        [
            .code("id") { $0.id.code }, .localized("name") { $0.name },
            .codes("pairs", "Pairs of languages, such as ru-zh.") { $0.pairs.map(\.description) },
            .field("unavailableSlots", slots) { .array($0.unavailableSlots.map { .integer($0) }) },
            .field("maxConsecutiveSlots", .nullable(.integer(0...most))) {
                .optional($0.maxConsecutiveSlots) { .integer($0) }
            },
        ]
    )

    static let slots = APISchema.list(.integer(0...most), most: nil, isUnique: false)

    static let account = APIShape<(account: Account, scopes: [AccessScope])>(
        "Account",
        [
            .code("name") { $0.account.name },
            .choice("role", Account.Role.allCases.map(\.rawValue)) { $0.account.part.role.rawValue },
            .text("scope", "The code of what the rights are bound to.") { $0.account.part.scope },
            .choice("language", Language.allCases.map(\.rawValue)) { $0.account.language.rawValue },
            .codes("tokenScopes", "What the token may be used for; empty for a cookie.") {
                $0.scopes.map(\.rawValue)
            },
        ]
    )
}
