import FairwayCore

/// The terms of a product.
extension APIShapes {
    static let minimumOrder = APIShape<MinimumOrder>(
        "MinimumOrder",
        [
            .integer("quantity") { $0.quantity },
            .choice("unit", MinimumOrder.Unit.allCases.map(\.rawValue), "UN/ECE Recommendation 20 or 21.") {
                $0.unit.rawValue
            },
        ]
    )

    static let delivery = APIShape<DeliveryTerm>(
        "DeliveryTerm",
        [
            .choice("incoterm", DeliveryTerm.Incoterm.allCases.map(\.rawValue), "A rule of Incoterms 2020.") {
                $0.incoterm.rawValue
            },
            .text("place", "The named place.") { $0.place },
        ]
    )
}
