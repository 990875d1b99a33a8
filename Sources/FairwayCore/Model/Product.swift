/// What an enterprise offers.
package struct Product: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Product>

    package var id: ID
    package var enterprise: Enterprise.ID
    /// nil while nobody has said under which it falls: shown and found, but matched with nothing.
    package var hsCode: HSCode?
    package var name: LocalizedText
    package var about: LocalizedText
    package var gtin: GTIN?
    /// nil when none is stated.
    package var terms: TradeTerms?

    package init(
        id: ID,
        enterprise: Enterprise.ID,
        hsCode: HSCode?,
        name: LocalizedText,
        about: LocalizedText = LocalizedText(),
        gtin: GTIN? = nil,
        terms: TradeTerms? = nil
    ) {
        self.id = id
        self.enterprise = enterprise
        self.hsCode = hsCode
        self.name = name
        self.about = about
        self.gtin = gtin
        self.terms = terms.flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// What an enterprise seeks.
package struct Demand: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Demand>

    package var id: ID
    package var enterprise: Enterprise.ID
    /// A chapter, heading or subheading: everything under it is meant; nil as with a product.
    package var hsPrefix: HSCode?
    package var text: LocalizedText
    /// Where partners should be: ISO 3166-1 or 3166-2 codes; empty means anywhere.
    package var targetRegions: [String]

    package init(
        id: ID,
        enterprise: Enterprise.ID,
        hsPrefix: HSCode?,
        text: LocalizedText = LocalizedText(),
        targetRegions: [String] = []
    ) {
        self.id = id
        self.enterprise = enterprise
        self.hsPrefix = hsPrefix
        self.text = text
        self.targetRegions = targetRegions
    }
}
