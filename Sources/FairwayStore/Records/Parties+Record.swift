import FairwayCore
import StoreSQL

extension Enterprise: StoredRow {
    static let record = Record<Enterprise>(
        "enterprise",
        Column("code", \.id),
        Column("name", \.name),
        Column("about", \.about),
        Column("economy", \.economy),
        Column("region", \.region),
        Column("roles", \.roles),
        Column("sectors", \.sectors),
        Column("languages", \.languages),
        Column(["chains", "stores", "distributors"], \.reach),
        Column("delegation", \.delegation),
        Column("website", \.website),
        Column("status", \.status),
        Column("registered_on", \.registeredOn),
        Column("parallel_meetings", \.parallelMeetings),
        Column("max_meetings", \.maxMeetings),
        Column("unavailable_slots", \.unavailableSlots),
        derived: DerivedColumns("search_text", "order_zh", "order_ru", "order_en") {
            NameFolding.columns(code: $0.id.code, name: $0.name)
        },
        make: Enterprise.init(
            id:
            name:
            about:
            economy:
            region:
            roles:
            sectors:
            languages:
            reach:
            delegation:
            website:
            status:
            registeredOn:
            parallelMeetings:
            maxMeetings:
            unavailableSlots:
        )
    )
}

extension Representative: StoredRow {
    static let record = Record(
        "representative",
        Column("code", \Representative.id),
        Column("enterprise", \.enterprise),
        Column("name", \.name),
        Column("position", \.position),
        Column("languages", \.languages),
        Column("email", \.email),
        Column("phone", \.phone),
        Column("is_released", \.isReleased),
        make: Representative.init(id:enterprise:name:position:languages:email:phone:isReleased:)
    )
}

extension Product: StoredRow {
    static let record = Record(
        "product",
        Column("code", \Product.id),
        Column("enterprise", \.enterprise),
        Column("hs_code", \.hsCode),
        Column("name", \.name),
        Column("about", \.about),
        Column("gtin", \.gtin),
        Column(StoredTerms.names, \.storedTerms)
    ) { id, enterprise, hsCode, name, about, gtin, terms in
        Product(
            id: id,
            enterprise: enterprise,
            hsCode: hsCode,
            name: name,
            about: about,
            gtin: gtin,
            terms: terms.terms
        )
    }

    fileprivate var storedTerms: StoredTerms { StoredTerms(terms: terms) }
}

extension Demand: StoredRow {
    static let record = Record(
        "demand",
        Column("code", \Demand.id),
        Column("enterprise", \.enterprise),
        Column("hs_prefix", \.hsPrefix),
        Column("text", \.text),
        Column("target_regions", \.targetRegions),
        make: Demand.init(id:enterprise:hsPrefix:text:targetRegions:)
    )
}

extension MeetingRequest: StoredRow {
    static let record = Record(
        "meeting_request",
        Column("code", \MeetingRequest.id),
        Column("requester", \.requester),
        Column("recipient", \.recipient),
        Column("priority", \.priority),
        Column("message", \.message),
        Column("status", \.status),
        Column("is_mutual", \.isMutual),
        Column("session", \.session),
        make: MeetingRequest.init(id:requester:recipient:priority:message:status:isMutual:session:)
    )
}

extension Outcome: StoredRow {
    static let record = Record(
        "outcome",
        Column("request", \Outcome.request),
        Column("kind", \.kind),
        Column("note", \.note),
        make: Outcome.init(request:kind:note:)
    )
}

// MARK: - Values of several columns

extension Reach: Storable {
    static let columns = ["chains", "stores", "distributors"]

    var stored: [SQLValue] { [chains, stores, distributors].map { $0?.sqlValue ?? .null } }

    init(stored row: Row, at place: Int) throws {
        self.init(chains: row[place], stores: row[place + 1], distributors: row[place + 2])
    }
}

/// A product's terms, whose list of certificates is never NULL.
private struct StoredTerms: Storable {
    static let names = [
        "brand", "moq", "moq_unit", "incoterm", "incoterm_place", "certificates", "private_label",
    ]
    static var columns: [String] { names }

    let terms: TradeTerms?

    init(terms: TradeTerms?) { self.terms = terms }

    var stored: [SQLValue] {
        [
            terms?.brand?.sqlValue, terms?.minimumOrder?.quantity.sqlValue,
            terms?.minimumOrder?.unit.rawValue.sqlValue, terms?.delivery?.incoterm.rawValue.sqlValue,
            terms?.delivery?.place.sqlValue,
            .text(JSONText.codes(terms?.certificates ?? [])),
            terms?.isPrivateLabel?.sqlValue,
        ].map { $0 ?? .null }
    }

    /// A quantity without its unit, or a rule without its place, says nothing: a partial import may leave one of them.
    init(stored row: Row, at place: Int) throws {
        let quantity: Int? = row[place + 1]
        let unit = try MinimumOrder.Unit?(stored: row, at: place + 2)
        let incoterm = try DeliveryTerm.Incoterm?(stored: row, at: place + 3)
        let delivery: String? = row[place + 4]
        terms = TradeTerms(
            brand: row[place],
            minimumOrder: quantity.flatMap { quantity in unit.flatMap { MinimumOrder(quantity, $0) } },
            delivery: incoterm.flatMap { incoterm in delivery.flatMap { DeliveryTerm(incoterm, $0) } },
            certificates: try [String](stored: row, at: place + 5),
            isPrivateLabel: row[place + 6]
        )
    }
}
