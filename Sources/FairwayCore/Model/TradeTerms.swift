/// On what terms a product is offered, as far as its enterprise says.
package struct TradeTerms: Hashable, Sendable, Codable {
    /// The trademark as it stands on the goods, in its own script.
    package var brand: String?
    package var minimumOrder: MinimumOrder?
    package var delivery: DeliveryTerm?
    /// Names of certificates and marks of conformity: "ISO 22000", "EAC".
    package var certificates: [String]
    /// Whether the goods are made under the buyer's brand; nil is "not stated".
    package var isPrivateLabel: Bool?

    package init(
        brand: String? = nil,
        minimumOrder: MinimumOrder? = nil,
        delivery: DeliveryTerm? = nil,
        certificates: [String] = [],
        isPrivateLabel: Bool? = nil
    ) {
        self.brand = brand
        self.minimumOrder = minimumOrder
        self.delivery = delivery
        self.certificates = certificates
        self.isPrivateLabel = isPrivateLabel
    }

    package var isEmpty: Bool { self == TradeTerms() }
}

/// The least that is sold at once (MOQ).
package struct MinimumOrder: Hashable, Sendable, Codable {
    /// In `unit`, from 1 to `most`.
    package let quantity: Int
    package let unit: Unit

    package static let most = 1_000_000_000

    /// A unit by its code of UN/ECE Recommendation 20, or 21 for packages.
    package enum Unit: String, Sendable, Codable, CaseIterable {
        case piece = "H87"
        case set = "SET"
        case pair = "PR"
        case kilogram = "KGM"
        case tonne = "TNE"
        case litre = "LTR"
        case metre = "MTR"
        case squareMetre = "MTK"
        case cubicMetre = "MTQ"
        case carton = "XCT"
        case pallet = "XPX"
    }

    /// - Returns: nil unless the quantity is in `1 ... most`.
    package init?(_ quantity: Int, _ unit: Unit) {
        guard (1...Self.most).contains(quantity) else { return nil }
        self.quantity = quantity
        self.unit = unit
    }
}

/// A rule of Incoterms 2020 with its named place: "FOB Dalian".
package struct DeliveryTerm: Hashable, Sendable, Codable {
    package let incoterm: Incoterm
    /// As it is written, never empty.
    package let place: String

    /// The eleven rules of the edition of 2020 (ICC publication 723).
    package enum Incoterm: String, Sendable, Codable, CaseIterable {
        case exw = "EXW"
        case fca = "FCA"
        case cpt = "CPT"
        case cip = "CIP"
        case dap = "DAP"
        case dpu = "DPU"
        case ddp = "DDP"
        case fas = "FAS"
        case fob = "FOB"
        case cfr = "CFR"
        case cif = "CIF"
    }

    /// - Returns: nil without a place: no rule means anything without one.
    package init?(_ incoterm: Incoterm, _ place: String) {
        guard place.contains(where: { !$0.isWhitespace }) else { return nil }
        self.incoterm = incoterm
        self.place = place
    }
}
