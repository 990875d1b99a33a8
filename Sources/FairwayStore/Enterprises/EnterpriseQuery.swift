package import FairwayCore

/// What a reader of the catalogue asks for.
package struct EnterpriseQuery: Equatable, Sendable {
    package enum Sort: String, Sendable, CaseIterable {
        case name, economy, requests
    }

    /// Who sees enterprises that are not approved yet: everyone sees only those that are.
    package enum Audience: Equatable, Sendable {
        case everyone
        case enterprise(Enterprise.ID)
        case agency(Agency.ID)
        /// All that are not declined.
        case staff

        package init(_ part: Account.Part?) {
            switch part {
            case .organiser, .hallManager: self = .staff
            case .enterprise(let id): self = .enterprise(id)
            case .agency(let id): self = .agency(id)
            case .interpreter, .visitor, nil: self = .everyone
            }
        }
    }

    package var audience: Audience
    /// Whose names to sort and search by.
    package var language: Language
    package var text: String?
    package var economy: Economy.ID?
    package var region: Region.ID?
    package var sector: Sector.ID?
    package var role: Enterprise.Role?
    package var spokenLanguage: LanguageTag?
    package var delegation: Delegation.ID?
    package var exhibitorsOnly = false
    package var sort = Sort.name
    package var page = PageNumber.first
    package var pageSize = 50

    package init(language: Language, for audience: Audience) {
        self.language = language
        self.audience = audience
    }
}

/// One page of enterprises and how many there are in all.
package struct EnterprisePage: Equatable, Sendable {
    package var enterprises: [EnterpriseRow]
    package var total: Int
}

/// An enterprise with what a list shows of it.
package struct EnterpriseRow: Equatable, Sendable {
    package var enterprise: Enterprise
    package var hall: Hall.ID?
    package var stand: Stand.ID?
    package var products: Int
    package var demands: Int
    package var requests: Int
}

/// An enterprise with everything its page shows.
package struct EnterpriseProfile: Equatable, Sendable {
    package var enterprise: Enterprise
    package var economy: Economy
    package var region: Region?
    package var stand: Stand?
    package var hall: Hall?
    package var delegation: Delegation?
    package var agency: Agency?
    package var representatives: [Representative]
    package var products: [Product]
    package var demands: [Demand]
}
