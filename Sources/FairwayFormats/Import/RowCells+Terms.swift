import FairwayCore

/// The cells that say on what terms a product is offered.
extension RowCells {
    mutating func terms() -> TradeTerms {
        TradeTerms(
            brand: text("brand"),
            minimumOrder: minimumOrder(),
            delivery: delivery(),
            certificates: parts("certificates"),
            isPrivateLabel: choice("private_label", ImportVocabulary.booleans)
        )
    }

    /// A quantity means nothing without its unit, nor a unit without its quantity.
    private mutating func minimumOrder() -> MinimumOrder? {
        let quantity = integer("moq", 1...MinimumOrder.most)
        let unit = choice("moq_unit", ImportVocabulary.units)
        // A column that the file lacks stays as it is stored.
        if text("moq") != nil, text("moq_unit") == nil { report("moq_unit", nil, .missingValue) }
        if text("moq_unit") != nil, text("moq") == nil { report("moq", nil, .missingValue) }
        return quantity.flatMap { quantity in unit.flatMap { MinimumOrder(quantity, $0) } }
    }

    private mutating func delivery() -> DeliveryTerm? {
        let incoterm = choice("incoterm", ImportVocabulary.incoterms)
        let place = text("incoterm_place")
        if text("incoterm") != nil, place == nil { report("incoterm_place", nil, .missingValue) }
        if place != nil, text("incoterm") == nil { report("incoterm", nil, .missingValue) }
        return incoterm.flatMap { incoterm in place.flatMap { DeliveryTerm(incoterm, $0) } }
    }
}

extension ImportVocabulary {
    static let units = Choices<MinimumOrder.Unit>(
        MinimumOrder.Unit.allCases.map { unit in
            ([unit.rawValue] + Language.allCases.map { unit.displayName(in: $0) }, unit)
        }
            + [
                (["piece", "pieces", "pc", "штука", "штук", "шт", "个"], .piece),
                (["pair", "пара", "双"], .pair), (["set", "комплект", "комплектов"], .set),
                (["kilogram", "kilograms", "килограмм", "公斤"], .kilogram),
                (["tonne", "tonnes", "ton", "tons", "тонна", "тонн", "公吨"], .tonne),
                (["litre", "liter", "litres", "литр", "литров"], .litre),
                (["metre", "meter", "метр", "метров"], .metre), (["m2", "кв. м", "м2"], .squareMetre),
                (["m3", "куб. м", "м3"], .cubicMetre),
                (["carton", "box", "boxes", "коробка", "коробок", "короб"], .carton),
                (["pallet", "паллета", "паллет", "поддон"], .pallet),
            ]
    )
    static let incoterms = Choices<DeliveryTerm.Incoterm>(
        DeliveryTerm.Incoterm.allCases.map { ([$0.rawValue, "\($0.rawValue) Incoterms 2020"], $0) }
    )
}
