import TextAnalysis

/// The terms of a product as they were typed.
package struct TermsDraft: Equatable, Sendable, Codable {
    package var brand = ""
    package var quantity = ""
    /// A code of UN/ECE Recommendation 20 or 21.
    package var unit = ""
    package var incoterm = ""
    package var place = ""
    /// Names, separated by semicolons or lines.
    package var certificates = ""
    /// "yes", "no" or empty.
    package var privateLabel = ""

    package init() {}

    package init(_ terms: TradeTerms) {
        brand = terms.brand ?? ""
        quantity = terms.minimumOrder.map { String($0.quantity) } ?? ""
        unit = terms.minimumOrder?.unit.rawValue ?? ""
        incoterm = terms.delivery?.incoterm.rawValue ?? ""
        place = terms.delivery?.place ?? ""
        certificates = terms.certificates.joined(separator: "; ")
        privateLabel = terms.isPrivateLabel.map { $0 ? "yes" : "no" } ?? ""
    }

    package var isEmpty: Bool { self == TermsDraft() }

    package var certificateNames: [String] {
        certificates.split { ";；\n".contains($0) }
            .map { $0.drop(while: \.isWhitespace) }
            .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }.filter { !$0.isEmpty }
    }

    /// As they are stored; what has flaws is left out.
    package var terms: TradeTerms? {
        let terms = TradeTerms(
            brand: brand.isEmpty ? nil : brand,
            minimumOrder: Self.quantity(quantity).flatMap { quantity in
                MinimumOrder.Unit(rawValue: unit).flatMap { MinimumOrder(quantity, $0) }
            },
            delivery: DeliveryTerm.Incoterm(rawValue: incoterm).flatMap { DeliveryTerm($0, place) },
            certificates: certificateNames,
            isPrivateLabel: privateLabel.isEmpty ? nil : privateLabel == "yes"
        )
        return terms.isEmpty ? nil : terms
    }

    private static let longestName = 100
    private static let longestPlace = 100
    private static let longestCertificates = 500

    /// What is wrong; fields are named as in the form, after `start`.
    package func flaws(_ start: String) -> [ProfileFlaw] {
        var flaws: [ProfileFlaw] = []
        for (name, text, most) in [
            ("brand", brand, Self.longestName), ("place", place, Self.longestPlace),
            ("certificates", certificates, Self.longestCertificates),
        ] {
            if text.count > most { flaws.append(.init("\(start)-\(name)", .tooLong(most: most))) }
            if let flaw = TextSafety.flaw(in: text, .name) {
                flaws.append(.init("\(start)-\(name)", .unsafe(flaw)))
            }
        }
        if !quantity.isEmpty, Self.quantity(quantity) == nil {
            flaws.append(.init("\(start)-moq", .badQuantity(quantity)))
        }
        if !unit.isEmpty, MinimumOrder.Unit(rawValue: unit) == nil {
            flaws.append(.init("\(start)-unit", .unknown(unit)))
        }
        if !incoterm.isEmpty, DeliveryTerm.Incoterm(rawValue: incoterm) == nil {
            flaws.append(.init("\(start)-incoterm", .unknown(incoterm)))
        }
        if !["", "yes", "no"].contains(privateLabel) {
            flaws.append(.init("\(start)-label", .unknown(privateLabel)))
        }
        // A quantity means nothing without its unit, a rule of delivery nothing without its place, and the other way round.
        for (one, other, name) in [
            (quantity, unit, "unit"), (unit, quantity, "moq"), (incoterm, place, "place"),
            (place, incoterm, "incoterm"),
        ] where !one.isEmpty && other.isEmpty {
            flaws.append(.init("\(start)-\(name)", .missing))
        }
        return flaws
    }

    private static func quantity(_ text: String) -> Int? {
        Int(text.filter { $0 != " " && $0 != "\u{A0}" }, in: 1...MinimumOrder.most)
    }
}
