@testable import FairwayCore

/// Matching written the slow and plain way, straight from the data, to check the engine against.
struct BruteForceMatches {
    struct Pair {
        var seller: Enterprise.ID
        var buyer: Enterprise.ID
        var score: Double
    }

    private let data: ExpoData
    private let enterprises: [Enterprise]
    private let ties: TieOrder

    init(_ data: ExpoData) {
        self.data = data
        enterprises = data.enterprises.filter { $0.status != .declined }.sorted { $0.id < $1.id }
        ties = TieOrder(enterprises)
    }

    /// The union of the best of each enterprise as seller and as buyer.
    func pairs(perEnterprise: Int) -> [Pair] {
        var all: [Pair] = []
        for seller in enterprises {
            for buyer in enterprises where buyer.id != seller.id {
                guard let score = score(seller, buyer) else { continue }
                all.append(Pair(seller: seller.id, buyer: buyer.id, score: score))
            }
        }
        all.sort { ($1.score, $0.seller, $0.buyer) < ($0.score, $1.seller, $1.buyer) }
        return all.filter { pair in
            let asSeller = all.filter {
                $0.seller == pair.seller && isBefore($0, pair, for: \.seller, of: \.buyer)
            }
            let asBuyer = all.filter {
                $0.buyer == pair.buyer && isBefore($0, pair, for: \.buyer, of: \.seller)
            }
            return min(asSeller.count, asBuyer.count) < perEnterprise
        }
    }

    private func isBefore(
        _ one: Pair,
        _ other: Pair,
        for enterprise: KeyPath<Pair, Enterprise.ID>,
        of partner: KeyPath<Pair, Enterprise.ID>
    ) -> Bool {
        guard one.score == other.score else { return one.score > other.score }
        let numbers = [one[keyPath: partner], other[keyPath: partner], one[keyPath: enterprise]].map { id in
            enterprises.firstIndex { $0.id == id } ?? 0
        }
        return numbers[0] != numbers[1] && ties.isBefore(numbers[0], numbers[1], for: numbers[2])
    }

    private func score(_ seller: Enterprise, _ buyer: Enterprise) -> Double? {
        let demands = data.demands.filter { $0.enterprise == buyer.id }.sorted { $0.id < $1.id }
        let products = data.products.filter { $0.enterprise == seller.id }
        var goods = 0.0
        var place = 0.0
        for demand in demands {
            guard let prefix = demand.hsPrefix else { continue }
            let value = products.compactMap(\.hsCode).map { overlap($0, prefix) }.max() ?? 0
            guard value > 0 else { continue }
            goods = 1 - (1 - goods) * (1 - value)
            place = max(place, placeFit(seller, demand))
        }
        let roles = RoleFit.best(sellers: seller.roles, buyers: buyer.roles)?.value ?? 0
        if goods == 0 {
            let hasCommonSector = !sectors(of: seller).isDisjoint(with: sectors(of: buyer))
            guard hasCommonSector ? roles >= 0.5 : servesAllSectors(seller, buyer) else { return nil }
            goods = hasCommonSector ? MatchWeights.commonSector : 0
        }
        let served = Set(data.interpreters.flatMap(\.pairs))
        let language = LanguageFit(seller.languages, buyer.languages, served: served).value
        return MatchWeights.score(goods: goods, roles: roles, place: place, language: language)
    }

    private func overlap(_ code: HSCode, _ prefix: HSCode) -> Double {
        let digits = code.sharedDigits(with: prefix)
        guard digits > 0 else { return 0 }
        let known = Set(enterprises.map(\.id))
        let offers = data.products.filter { $0.hsCode != nil && known.contains($0.enterprise) }
        let sharing = offers.filter {
            $0.hsCode?.digits.hasPrefix(prefix.digits.prefix(digits)) ?? false
        }
        return MatchWeights.overlap(
            sharedDigits: digits,
            sharing: Set(sharing.map(\.enterprise)).count,
            all: Set(offers.map(\.enterprise)).count
        )
    }

    private func placeFit(_ seller: Enterprise, _ demand: Demand) -> Double {
        if demand.targetRegions.isEmpty { return 0.5 }
        let isNamed = demand.targetRegions.contains { $0 == seller.economy.code || $0 == seller.region?.code }
        return isNamed ? 1 : 0
    }

    private func sectors(of enterprise: Enterprise) -> Set<Sector.ID> {
        let offered = data.products.filter { $0.enterprise == enterprise.id }.compactMap(\.hsCode)
        let sought = data.demands.filter { $0.enterprise == enterprise.id }.compactMap(\.hsPrefix)
        return Set(enterprise.sectors + (offered + sought).compactMap { Sector.sector(of: $0)?.id })
    }

    private func servesAllSectors(_ seller: Enterprise, _ buyer: Enterprise) -> Bool {
        seller.roles.contains { one in
            buyer.roles.contains { other in
                RoleFit.isAcrossSectors(seller: one, buyer: other)
                    && RoleFit.value(seller: one, buyer: other) >= 0.5
            }
        }
    }
}
