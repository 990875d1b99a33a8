/// A country or other economy, by ISO 3166-1 alpha-2 code (`CN`, `RU`, `HK`).
package struct Economy: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Economy>

    package var id: ID
    package var name: LocalizedText

    package init(id: ID, name: LocalizedText) {
        self.id = id
        self.name = name
    }
}

/// A province, municipality, federal entity or other first-level subdivision, by ISO 3166-2 code (`CN-HL`, `RU-PRI`).
package struct Region: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Region>

    package var id: ID
    package var economy: Economy.ID
    package var name: LocalizedText

    package init(id: ID, economy: Economy.ID, name: LocalizedText) {
        self.id = id
        self.economy = economy
        self.name = name
    }
}
