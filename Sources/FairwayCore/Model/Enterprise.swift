/// A registered company or body; an exhibitor when a stand is assigned to it, else a buyer who comes to meet.
package struct Enterprise: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Enterprise>

    package enum Role: String, Sendable, Codable, CaseIterable {
        case manufacturer
        case brand
        case distributor
        case retailChain
        case logistics
        case investor
        case agency
        case service
    }

    package enum Status: String, Sendable, Codable, CaseIterable {
        case registered
        case approved
        case declined
    }

    package var id: ID
    package var name: LocalizedText
    package var about: LocalizedText
    package var economy: Economy.ID
    package var region: Region.ID?
    package var roles: [Role]
    /// Sector codes, see `Sector`.
    package var sectors: [Sector.ID]
    package var languages: [LanguageTag]
    package var reach: Reach
    package var delegation: Delegation.ID?
    package var website: String?
    package var status: Status
    /// The day of registration; statistics "as of" a date count by it.
    package var registeredOn: CivilDate
    /// Representatives who can meet at the same time, at least 1.
    package var parallelMeetings: Int
    /// At most so many meetings over the whole expo; nil means no limit.
    package var maxMeetings: Int?
    package var unavailableSlots: [Int]

    package init(
        id: ID,
        name: LocalizedText,
        about: LocalizedText = LocalizedText(),
        economy: Economy.ID,
        region: Region.ID? = nil,
        roles: [Role],
        sectors: [Sector.ID] = [],
        languages: [LanguageTag] = [],
        reach: Reach = Reach(),
        delegation: Delegation.ID? = nil,
        website: String? = nil,
        status: Status = .approved,
        registeredOn: CivilDate,
        parallelMeetings: Int = 1,
        maxMeetings: Int? = nil,
        unavailableSlots: [Int] = []
    ) {
        self.id = id
        self.name = name
        self.about = about
        self.economy = economy
        self.region = region
        self.roles = roles
        self.sectors = sectors
        self.languages = languages
        self.reach = reach
        self.delegation = delegation
        self.website = website
        self.status = status
        self.registeredOn = registeredOn
        self.parallelMeetings = parallelMeetings
        self.maxMeetings = maxMeetings
        self.unavailableSlots = unavailableSlots
    }
}

/// How far an enterprise's distribution goes; nil is "not stated".
package struct Reach: Equatable, Sendable, Codable {
    package var chains: Int?
    package var stores: Int?
    package var distributors: Int?

    package init(chains: Int? = nil, stores: Int? = nil, distributors: Int? = nil) {
        self.chains = chains
        self.stores = stores
        self.distributors = distributors
    }
}

/// A person who speaks for an enterprise.
///
/// Names are kept as the person writes them, per script.
package struct Representative: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Representative>

    package var id: ID
    package var enterprise: Enterprise.ID
    package var name: LocalizedText
    package var position: LocalizedText
    package var languages: [LanguageTag]
    package var email: String?
    package var phone: String?
    /// Whether other companies of the expo may read the name and the position before a meeting is agreed.
    package var isReleased: Bool

    package init(
        id: ID,
        enterprise: Enterprise.ID,
        name: LocalizedText,
        position: LocalizedText = LocalizedText(),
        languages: [LanguageTag] = [],
        email: String? = nil,
        phone: String? = nil,
        isReleased: Bool = false
    ) {
        self.id = id
        self.enterprise = enterprise
        self.name = name
        self.position = position
        self.languages = languages
        self.email = email
        self.phone = phone
        self.isReleased = isReleased
    }
}
