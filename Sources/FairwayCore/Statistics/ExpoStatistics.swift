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

    package init(data: ExpoData, asOf date: CivilDate) {
        asOf = date
        let enterprises = data.enterprises.filter { $0.registeredOn <= date && $0.status != .declined }
        let present = Set(enterprises.map(\.id))
        let exhibitors = Set(data.stands.compactMap(\.enterprise))
        count(enterprises, data)
        totals.enterprises = enterprises.count
        totals.exhibitors = enterprises.count { exhibitors.contains($0.id) }
        totals.buyers = totals.enterprises - totals.exhibitors
        totals.economies = byEconomy.count
        totals.chineseRegions = byChineseRegion.count
        totals.russianRegions = byRussianRegion.count
        totals.delegations = byDelegation.count
        totals.products = data.products.count { present.contains($0.enterprise) }
        totals.demands = data.demands.count { present.contains($0.enterprise) }
        totals.requests = data.requests.count {
            present.contains($0.requester) && present.contains($0.recipient)
        }
    }

    private mutating func count(_ enterprises: [Enterprise], _ data: ExpoData) {
        let economies = Dictionary(data.economies.map { ($0.id.code, $0.name) }) { first, _ in first }
        let regions = Dictionary(data.regions.map { ($0.id.code, $0.name) }) { first, _ in first }
        let delegations = Dictionary(data.delegations.map { ($0.id.code, $0.name) }) { first, _ in first }
        let sectors = Dictionary(Sector.all.map { ($0.id.code, $0.name) }) { first, _ in first }
        byEconomy = Self.counts(enterprises.map(\.economy.code), names: economies)
        let inRegions = enterprises.compactMap { $0.region?.code }
        byChineseRegion = Self.counts(inRegions.filter { $0.hasPrefix("CN-") }, names: regions)
        byRussianRegion = Self.counts(inRegions.filter { $0.hasPrefix("RU-") }, names: regions)
        bySector = Self.counts(enterprises.flatMap { $0.sectors.map(\.code) }, names: sectors)
        byDelegation = Self.counts(enterprises.compactMap { $0.delegation?.code }, names: delegations)
        let roles = Enterprise.Role.allCases.map { role in
            (
                role.rawValue,
                LocalizedText(
                    zh: role.displayName(in: .zh),
                    ru: role.displayName(in: .ru),
                    en: role.displayName(in: .en)
                )
            )
        }
        byRole = Self.counts(
            enterprises.flatMap { $0.roles.map(\.rawValue) },
            names: Dictionary(roles) { first, _ in first }
        )
    }

    /// The most frequent first; equal ones by code.
    private static func counts(_ codes: [String], names: [String: LocalizedText]) -> [Count] {
        var numbers: [String: Int] = [:]
        for code in codes { numbers[code, default: 0] += 1 }
        return numbers.map {
            Count(code: $0.key, name: names[$0.key] ?? LocalizedText(en: $0.key), enterprises: $0.value)
        }
        .sorted { ($1.enterprises, $0.code) < ($0.enterprises, $1.code) }
    }
}
