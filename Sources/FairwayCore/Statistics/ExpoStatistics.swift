/// An expo's figures as of a date: who had registered by its end and is not declined.
package struct ExpoStatistics: Equatable, Sendable, Codable {
    /// How many enterprises share something.
    package struct Count: Equatable, Sendable, Codable {
        package var code: String
        package var name: LocalizedText
        package var enterprises: Int
    }

    package struct Totals: Equatable, Sendable, Codable {
        package var enterprises = 0
        /// Enterprises with a stand.
        package var exhibitors = 0
        package var buyers = 0
        package var economies = 0
        package var chineseRegions = 0
        package var russianRegions = 0
        package var delegations = 0
        package var products = 0
        package var demands = 0
        /// Meeting requests between enterprises registered by then.
        package var requests = 0
    }

    package var asOf: CivilDate
    package var totals = Totals()
    package var byEconomy: [Count] = []
    package var byChineseRegion: [Count] = []
    package var byRussianRegion: [Count] = []
    package var bySector: [Count] = []
    package var byRole: [Count] = []
    package var byDelegation: [Count] = []

    /// Numbers of enterprises by the code of what they share, and of what they registered.
    package struct Tally: Equatable, Sendable {
        package var totals = Totals()
        package var economies: [String: Int] = [:]
        package var regions: [String: Int] = [:]
        package var sectors: [String: Int] = [:]
        package var roles: [String: Int] = [:]
        package var delegations: [String: Int] = [:]

        package init() {}

        /// Counts registrations in memory.
        package init(_ data: ExpoData, asOf date: CivilDate) {
            let enterprises = data.enterprises.filter { $0.registeredOn <= date && $0.status != .declined }
            let present = Set(enterprises.map(\.id))
            let exhibitors = Set(data.stands.compactMap(\.enterprise))
            totals.enterprises = enterprises.count
            totals.exhibitors = enterprises.count { exhibitors.contains($0.id) }
            totals.products = data.products.count { present.contains($0.enterprise) }
            totals.demands = data.demands.count { present.contains($0.enterprise) }
            totals.requests = data.requests.count {
                present.contains($0.requester) && present.contains($0.recipient)
            }
            for enterprise in enterprises {
                economies[enterprise.economy.code, default: 0] += 1
                if let region = enterprise.region { regions[region.code, default: 0] += 1 }
                if let delegation = enterprise.delegation { delegations[delegation.code, default: 0] += 1 }
                for sector in enterprise.sectors { sectors[sector.code, default: 0] += 1 }
                for role in enterprise.roles { roles[role.rawValue, default: 0] += 1 }
            }
        }
    }

    package init(data: ExpoData, asOf date: CivilDate) {
        let names = Dictionary(data.economies.map { ($0.id.code, $0.name) }) { first, _ in first }
            .merging(data.regions.map { ($0.id.code, $0.name) }) { first, _ in first }
        let delegations = Dictionary(data.delegations.map { ($0.id.code, $0.name) }) { first, _ in first }
        self.init(Tally(data, asOf: date), asOf: date, places: names, delegations: delegations)
    }

    /// - Parameters:
    ///   - places: Names of economies and regions by their ISO 3166 codes.
    ///   - delegations: Names by code.
    package init(
        _ tally: Tally,
        asOf date: CivilDate,
        places: [String: LocalizedText],
        delegations: [String: LocalizedText]
    ) {
        asOf = date
        totals = tally.totals
        byEconomy = Self.counts(tally.economies, names: places)
        byChineseRegion = Self.counts(tally.regions.filter { $0.key.hasPrefix("CN-") }, names: places)
        byRussianRegion = Self.counts(tally.regions.filter { $0.key.hasPrefix("RU-") }, names: places)
        bySector = Self.counts(
            tally.sectors,
            names: Dictionary(Sector.all.map { ($0.id.code, $0.name) }) { first, _ in first }
        )
        byRole = Self.counts(tally.roles, names: Self.roleNames)
        byDelegation = Self.counts(tally.delegations, names: delegations)
        totals.buyers = totals.enterprises - totals.exhibitors
        totals.economies = byEconomy.count
        totals.chineseRegions = byChineseRegion.count
        totals.russianRegions = byRussianRegion.count
        totals.delegations = byDelegation.count
    }

    private static let roleNames = Dictionary(
        Enterprise.Role.allCases.map { role in
            let name = LocalizedText(
                zh: role.displayName(in: .zh),
                ru: role.displayName(in: .ru),
                en: role.displayName(in: .en)
            )
            return (role.rawValue, name)
        }
    ) { first, _ in first }

    /// The most frequent first; equal ones by code.
    private static func counts(_ numbers: [String: Int], names: [String: LocalizedText]) -> [Count] {
        numbers.map {
            Count(code: $0.key, name: names[$0.key] ?? LocalizedText(en: $0.key), enterprises: $0.value)
        }
        .sorted { ($1.enterprises, $0.code) < ($0.enterprises, $1.code) }
    }
}
