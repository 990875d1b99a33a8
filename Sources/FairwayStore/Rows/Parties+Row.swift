import FairwayCore
import StoreSQL

extension Enterprise: StoredRow {
    static let table = StoredTable(
        "enterprise",
        "code name_zh name_ru name_en about_zh about_ru about_en economy region roles sectors languages "
            + "chains stores distributors delegation website status registered_on parallel_meetings max_meetings "
            + "unavailable_slots",
        derived: "search_text order_zh order_ru order_en"
    )

    var values: [(any SQLValueConvertible)?] {
        [id.code] + name.columns + about.columns
            + [economy.code, region?.code]
            + [
                JSONText.codes(roles.map(\.rawValue)), JSONText.codes(sectors.map(\.code)),
                JSONText.codes(languages.map(\.code)),
            ]
            + [reach.chains, reach.stores, reach.distributors]
            + [delegation?.code, website, status.rawValue, registeredOn.description]
            + [parallelMeetings, maxMeetings, JSONText.integers(unavailableSlots)]
    }

    var derivedValues: [(any SQLValueConvertible)?] {
        let (searchText, orderKeys) = NameFolding.columns(code: id.code, name: name)
        return [searchText] + orderKeys
    }

    init(_ row: RowReader) throws {
        self.init(
            id: row.id(),
            name: row.localized(),
            about: row.localized(),
            economy: row.id(),
            region: row.optionalID(),
            roles: try row.codes { Role(rawValue: $0) },
            sectors: try row.codes { Sector.ID($0) },
            languages: try row.codes { LanguageTag($0) },
            reach: Reach(
                chains: row.optionalInteger(),
                stores: row.optionalInteger(),
                distributors: row.optionalInteger()
            ),
            delegation: row.optionalID(),
            website: row.optionalText(),
            status: try row.parsed { Status(rawValue: $0) },
            registeredOn: try row.parsed { CivilDate($0) },
            parallelMeetings: row.integer(),
            maxMeetings: row.optionalInteger(),
            unavailableSlots: try row.integers()
        )
    }
}

extension Representative: StoredRow {
    static let table = StoredTable(
        "representative",
        "code enterprise name_zh name_ru name_en position_zh position_ru position_en languages email phone "
            + "is_released"
    )

    var values: [(any SQLValueConvertible)?] {
        [id.code, enterprise.code] + name.columns + position.columns + [
            JSONText.codes(languages.map(\.code)), email, phone, isReleased,
        ]
    }

    init(_ row: RowReader) throws {
        self.init(
            id: row.id(),
            enterprise: row.id(),
            name: row.localized(),
            position: row.localized(),
            languages: try row.codes { LanguageTag($0) },
            email: row.optionalText(),
            phone: row.optionalText(),
            isReleased: row.flag()
        )
    }
}

extension Product: StoredRow {
    static let table = StoredTable(
        "product",
        "code enterprise hs_code name_zh name_ru name_en about_zh about_ru about_en gtin "
            + "brand moq moq_unit incoterm incoterm_place certificates private_label"
    )

    var values: [(any SQLValueConvertible)?] {
        [id.code, enterprise.code, hsCode.digits] + name.columns + about.columns + [gtin?.digits]
            + [
                terms?.brand, terms?.minimumOrder?.quantity, terms?.minimumOrder?.unit.rawValue,
                terms?.delivery?.incoterm.rawValue, terms?.delivery?.place,
                JSONText.codes(terms?.certificates ?? []), terms?.isPrivateLabel.map { $0 ? 1 : 0 },
            ]
    }

    init(_ row: RowReader) throws {
        self.init(
            id: row.id(),
            enterprise: row.id(),
            hsCode: try row.parsed { HSCode($0) },
            name: row.localized(),
            about: row.localized(),
            gtin: try row.optionalParsed { GTIN($0) },
            terms: try TradeTerms(row)
        )
    }
}

extension TradeTerms {
    /// A quantity without its unit, or a rule without its place, says nothing: a partial import may leave one of them.
    fileprivate init(_ row: RowReader) throws {
        let brand = row.optionalText()
        let quantity = row.optionalInteger()
        let unit = try row.optionalParsed { MinimumOrder.Unit(rawValue: $0) }
        let incoterm = try row.optionalParsed { DeliveryTerm.Incoterm(rawValue: $0) }
        let place = row.optionalText()
        self.init(
            brand: brand,
            minimumOrder: quantity.flatMap { quantity in unit.flatMap { MinimumOrder(quantity, $0) } },
            delivery: incoterm.flatMap { incoterm in place.flatMap { DeliveryTerm(incoterm, $0) } },
            certificates: try row.codes { $0 },
            isPrivateLabel: row.optionalInteger().map { $0 != 0 }
        )
    }
}

extension Demand: StoredRow {
    static let table = StoredTable(
        "demand",
        "code enterprise hs_prefix text_zh text_ru text_en target_regions"
    )

    var values: [(any SQLValueConvertible)?] {
        [id.code, enterprise.code, hsPrefix.digits] + text.columns + [JSONText.codes(targetRegions)]
    }

    init(_ row: RowReader) throws {
        self.init(
            id: row.id(),
            enterprise: row.id(),
            hsPrefix: try row.parsed { HSCode($0) },
            text: row.localized(),
            targetRegions: try row.codes { $0 }
        )
    }
}

extension MeetingRequest: StoredRow {
    static let table = StoredTable(
        "meeting_request",
        "code requester recipient priority message status is_mutual session"
    )

    var values: [(any SQLValueConvertible)?] {
        [
            id.code, requester.code, recipient.code, priority, message, status.rawValue, isMutual,
            session?.rawValue,
        ]
    }

    init(_ row: RowReader) throws {
        self.init(
            id: row.id(),
            requester: row.id(),
            recipient: row.id(),
            priority: row.integer(),
            message: row.optionalText(),
            status: try row.parsed { Status(rawValue: $0) },
            isMutual: row.flag(),
            session: try row.optionalParsed { Session(rawValue: $0) }
        )
    }
}

extension Outcome: StoredRow {
    static let table = StoredTable("outcome", "request kind note")

    var values: [(any SQLValueConvertible)?] { [request.code, kind.rawValue, note] }

    init(_ row: RowReader) throws {
        self.init(request: row.id(), kind: try row.parsed { Kind(rawValue: $0) }, note: row.optionalText())
    }
}
