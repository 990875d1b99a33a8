/// A body that brings enterprises to the expo.
package struct Agency: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Agency>

    package enum Kind: String, Sendable, Codable, CaseIterable {
        case exportCentre
        case province
        case federalEntity
        case chamber
        case ministry
    }

    package var id: ID
    package var name: LocalizedText
    package var kind: Kind
    package var economy: Economy.ID
    package var region: Region.ID?

    package init(id: ID, name: LocalizedText, kind: Kind, economy: Economy.ID, region: Region.ID?) {
        self.id = id
        self.name = name
        self.kind = kind
        self.economy = economy
        self.region = region
    }
}

/// The group of enterprises that an agency leads at this expo.
package struct Delegation: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Delegation>

    package var id: ID
    package var name: LocalizedText
    package var agency: Agency.ID

    package init(id: ID, name: LocalizedText, agency: Agency.ID) {
        self.id = id
        self.name = name
        self.agency = agency
    }
}
